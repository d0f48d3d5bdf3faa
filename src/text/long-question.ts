/** More words do not find more, and cost time with each passage; a typed question is rarely longer. */
export const LONGEST_QUESTION_CHARS = 2_000;

/** Of a longer text its beginning and its end, for what is asked stands in front of what was pasted, or behind it. */
export function shortenQuestion(text: string): string {
  if (text.length <= LONGEST_QUESTION_CHARS) return text;
  const half = LONGEST_QUESTION_CHARS / 2 - 2;
  const head = text.slice(0, half).replace(/[\ud800-\udbff]$/, "");
  const tail = text.slice(-half).replace(/^[\udc00-\udfff]/, "");
  return `${head} … ${tail}`;
}
