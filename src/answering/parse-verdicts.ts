import { z } from "zod";
import { ModelJson } from "./model-json.ts";

export type Verdict = "supported" | "unsupported" | "unsure";

/** A judge's verdict on one claim. */
export interface Reading {
  readonly verdict: Verdict;
  /** The words of the claim that are not supported; empty if it named none. */
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
const Fields = z.record(z.string(), z.unknown());
/** One field for each claim: `"claim2":{"words":"…","verdict":"…"}` */
const NAME = /^(?:claim|主张|说法|第)?\s*(\d{1,2})\s*(?:条)?$/i;
/** `"claim2":"cannot tell"`, `2. not supported`, `Claim 2: supported` */
const NUMBERED =
  /^[^\p{L}\d]*(?:claim|主张|说法|第)?\s{0,9}(\d{1,2})\s*(?:条)?[^\p{L}\d]+(\p{L}[\p{L}\s_'’-]*?)[^\p{L}\d]*$/iu;
/** Longer lists are not lists of verdicts, and longer lines are not verdicts. */
const MAX_REPLY_CHARS = 20_000;
const MAX_LINE_CHARS = 60;
const MAX_WORDS_CHARS = 200;

/**
 * The verdicts on claims 1 to `count`, in order; null for a claim without a readable verdict or with two different ones.
 * Reads numbered fields or lines, whatever surrounds them, and lists of objects, as many models write them.
 */
export function parseVerdicts(reply: string, count: number): readonly (Reading | null)[] {
  const json = new ModelJson();
  const objects = [...json.push(reply), ...json.end()];
  const found = [
    () => objects.flatMap(ofListed),
    () => objects.flatMap(ofFields),
    () => linesOf(json.spoken).flatMap(ofLine),
  ]
    .map((read) => read())
    .find((some) => some.length > 0);
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

function ofListed(object: unknown): Found[] {
  const { data } = VerdictObject.safeParse(object);
  return data === undefined ? [] : [foundOf(data.claim, data.verdict, data.words)];
}

function ofFields(object: unknown): Found[] {
  return Object.entries(Fields.safeParse(object).data ?? {}).flatMap(([name, value]) => {
    const [, number] = NAME.exec(name.normalize("NFKC")) ?? [];
    const { data } = Said.safeParse(typeof value === "string" ? { verdict: value } : value);
    return number === undefined || data === undefined ? [] : [foundOf(Number(number), data.verdict, data.words)];
  });
}

const linesOf = (spoken: string): string[] =>
  spoken
    .slice(0, MAX_REPLY_CHARS)
    .normalize("NFKC")
    .split(/[\n,;{}]/);

function ofLine(line: string): Found[] {
  if (line.length > MAX_LINE_CHARS) return [];
  const [, number = "", words = ""] = NUMBERED.exec(line) ?? [];
  return number === "" ? [] : [foundOf(Number(number), words, "")];
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

/** Only these exact words count; similar words never drop a claim. */
function verdictOf(words: string): Verdict | null {
  const said = words.toLowerCase().replace(/[^\p{L}]/gu, "");
  for (const verdict of ["supported", "unsupported", "unsure"] as const)
    if (VERDICTS[verdict].includes(said)) return verdict;
  return null;
}
