import { z } from "zod";

export type Verdict = "supported" | "unsupported" | "unsure";

/** What a judge says of one claim. */
export interface Reading {
  readonly verdict: Verdict;
  /** The words of the claim that are not borne out, where it named any; else empty. */
  readonly words: string;
}

const ClaimNumber = z.union([
  z.number(),
  z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number),
]);
const Said = z.object({ verdict: z.string(), words: z.string().catch("") });
const VerdictObject = Said.extend({ claim: ClaimNumber });
/** `"claim2":{"words":"…","verdict":"…"}` */
const NAMED_OBJECT = /"(?:claim\s*)?(\d{1,2})"\s*:\s*(\{[^{}]*\})/gi;
const THOUGHT = /^\s*<think(?:ing)?>(?:[\s\S]*<\/think(?:ing)?>|[\s\S]*$)/;
/** `"claim2":"cannot tell"`, `2. not supported`, `Claim 2: supported` */
const NUMBERED =
  /^[^\p{L}\d]*(?:claim|主张|说法|第)?\s*(\d{1,2})\s*(?:条)?[^\p{L}\d]+(\p{L}[\p{L}\s_'’-]*?)[^\p{L}\d]*$/iu;
/** More is no list of verdicts, nor is a longer line one of them. */
const MAX_REPLY_CHARS = 20_000;
const MAX_LINE_CHARS = 60;
const MAX_WORDS_CHARS = 200;

/**
 * What a judge's reply says of claims 1 to `count`, in their order; null where it says nothing that can be read, or two
 * different things. Read are numbered fields or lines, in whatever surrounds them, and lists of objects, as many models write them.
 */
export function parseVerdicts(reply: string, count: number): readonly (Reading | null)[] {
  const spoken = reply.replace(THOUGHT, "").slice(0, MAX_REPLY_CHARS).normalize("NFKC");
  const found = [ofNamedObjects, ofListedObjects, ofLines].map((read) => read(spoken)).find((some) => some.length > 0);
  return Array.from({ length: count }, (_, index) =>
    agreed((found ?? []).filter(({ number }) => number === index + 1)),
  );
}

interface Found {
  readonly number: number;
  readonly verdict: Verdict | null;
  readonly words: string;
}

function agreed(found: readonly Found[]): Reading | null {
  const [first] = found;
  if (first === undefined || first.verdict === null) return null;
  const isOne = found.every(({ verdict }) => verdict === first.verdict);
  return isOne ? { verdict: first.verdict, words: first.words.slice(0, MAX_WORDS_CHARS) } : null;
}

function ofNamedObjects(spoken: string): Found[] {
  return [...spoken.matchAll(NAMED_OBJECT)].flatMap(([, number, source = ""]) => {
    const { data } = Said.safeParse(parseJson(source));
    return data === undefined ? [] : [foundOf(Number(number), data.verdict, data.words)];
  });
}

function ofListedObjects(spoken: string): Found[] {
  return (spoken.match(/\{[^{}]*\}/g) ?? []).flatMap((source) => {
    const { data } = VerdictObject.safeParse(parseJson(source));
    return data === undefined ? [] : [foundOf(data.claim, data.verdict, data.words)];
  });
}

function ofLines(spoken: string): Found[] {
  return spoken.split(/[\n,;{}]/).flatMap((line) => {
    if (line.length > MAX_LINE_CHARS) return [];
    const [, number = "", words = ""] = NUMBERED.exec(line) ?? [];
    return number === "" ? [] : [foundOf(Number(number), words, "")];
  });
}

function foundOf(number: number, said: string, words: string): Found {
  const verdict = verdictOf(said);
  return { number, verdict, words: verdict === "unsupported" ? words.trim() : "" };
}

const VERDICTS: Readonly<Record<Verdict, readonly string[]>> = {
  supported: ["supported", "支持"],
  unsupported: ["notsupported", "unsupported", "不支持"],
  unsure: ["cannottell", "canttell", "unsure", "unclear", "无法判断"],
};

/** Only the very words count: what is merely like them drops no claim. */
function verdictOf(words: string): Verdict | null {
  const said = words.toLowerCase().replace(/[^\p{L}]/gu, "");
  for (const verdict of ["supported", "unsupported", "unsure"] as const)
    if (VERDICTS[verdict].includes(said)) return verdict;
  return null;
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return null;
  }
}
