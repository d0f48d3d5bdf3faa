import type { Evidence } from "./context.ts";
import type { ReadText } from "./read-text.ts";

/** H4, GPT-4o, "iPhone 15", Chang'e-6: a name with its number. */
const DESIGNATION =
  /(?<![\p{L}\d])(?<name>\p{Lu}[\p{L}'’]*|\p{Ll}\p{Lu}\p{L}*)[- ]?(?<number>\d{1,4}(?:\.\d+)?)(?<rest>\p{L}{0,2})(?![\p{L}\d,%]|\.\d)/gu;
/** 「雪龙2」号 */
const QUOTED = /[「“『《](?<name>[\p{L}·]{1,12})[- ]?(?<number>\d{1,4})(?=[」”』》])/gu;

/** A larger number counts something. */
const LARGEST = 9_999;

/**
 * Another number makes another thing of a name: H3 is not H4. Each one of the claim stands in the sentences, their titles and
 * headings, or the question; of a name in another script its number does.
 */
export function checkDesignations(claim: ReadText, cited: readonly Evidence[], question: ReadText): "name" | null {
  const texts = cited.flatMap(({ sentence, title, heading }) => [
    sentence,
    title,
    ...(heading === null ? [] : [heading]),
  ]);
  const there = [question, ...texts];
  const letters = there.map(({ text }) => fold(text)).join(" ");
  const isThere = ({ 0: whole, groups }: RegExpExecArray) =>
    letters.includes(fold(whole)) ||
    (!letters.includes(fold(groups?.name ?? "")) &&
      there.some(({ figures, text }) =>
        [...figures.map(({ value }) => String(value)), ...(text.match(/\d+(?:\.\d+)?/g) ?? [])].includes(
          groups?.number ?? "",
        ),
      ));
  const amounts = [...claim.dates, ...claim.figures.filter(({ unit, value }) => unit !== null || value > LARGEST)];
  const named = [...claim.text.matchAll(DESIGNATION), ...claim.text.matchAll(QUOTED)].filter(
    ({ index, 0: whole }) => !amounts.some(({ start, end }) => start < index + whole.length && index < end),
  );
  return named.every(isThere) ? null : "name";
}

const fold = (text: string): string => text.toLowerCase().replace(/\bno\. ?(?=\d)|[\s「“『《-]/g, "");
