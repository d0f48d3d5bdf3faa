import type { Citation } from "../../domain.ts";

/** Verbatim means a whole sentence, spacing and punctuation aside: half of one can say its opposite. */
export function isVerbatim(text: string, { sentence }: Citation): boolean {
  return fold(sentence.text) === fold(text);
}

/** Points between digits stay: 1.5 is not 15. */
function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(?<!\d)[\s\p{P}]|[\s\p{P}](?!\d)/gu, "");
}
