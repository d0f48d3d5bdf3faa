import { z } from "zod";

export type Verdict = "supported" | "unsupported" | "unsure";

const ClaimNumber = z.union([
  z.number(),
  z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number),
]);
const VerdictObject = z.object({ claim: ClaimNumber, verdict: z.string() });
const THOUGHT = /^\s*<think(?:ing)?>(?:[\s\S]*<\/think(?:ing)?>|[\s\S]*$)/;
/** `"claim2":"cannot tell"`, `2. not supported`, `Claim 2: supported` */
const NUMBERED =
  /^[^\p{L}\d]*(?:claim|主张|说法|第)?\s*(\d{1,2})\s*(?:条)?[^\p{L}\d]+(\p{L}[\p{L}\s_'’-]*?)[^\p{L}\d]*$/iu;
/** More is no list of verdicts, nor is a longer line one of them. */
const MAX_REPLY_CHARS = 20_000;
const MAX_LINE_CHARS = 60;

/**
 * What a judge's reply says of claims 1 to `count`, in their order; null where it says nothing that can be read, or two
 * different things. Read are numbered fields or lines, in whatever surrounds them, and lists of objects, as many models write them.
 */
export function parseVerdicts(reply: string, count: number): readonly (Verdict | null)[] {
  const spoken = reply.replace(THOUGHT, "").slice(0, MAX_REPLY_CHARS).normalize("NFKC");
  const objects = (spoken.match(/\{[^{}]*\}/g) ?? []).flatMap(ofObject);
  const found = objects.length > 0 ? objects : spoken.split(/[\n,;{}]/).flatMap(ofLine);
  return Array.from({ length: count }, (_, index) => agreed(found.filter(({ number }) => number === index + 1)));
}

interface Found {
  readonly number: number;
  readonly verdict: Verdict | null;
}

function agreed(found: readonly Found[]): Verdict | null {
  const [first] = found;
  return first !== undefined && found.every(({ verdict }) => verdict === first.verdict) ? first.verdict : null;
}

function ofObject(source: string): Found[] {
  const { data } = VerdictObject.safeParse(parseJson(source));
  return data === undefined ? [] : [{ number: data.claim, verdict: verdictOf(data.verdict) }];
}

function ofLine(line: string): Found[] {
  if (line.length > MAX_LINE_CHARS) return [];
  const [, number = "", words = ""] = NUMBERED.exec(line) ?? [];
  return number === "" ? [] : [{ number: Number(number), verdict: verdictOf(words) }];
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
