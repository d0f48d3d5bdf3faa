import type { Turn } from "../domain.ts";

/**
 * The latest turn that showed these words, which are all of its message or a quoted part; of a part only the claims that
 * it is of, so that "why?" is about these. null where no turn did.
 */
export function turnRepliedTo(words: string, turns: readonly Turn[]): Turn | null {
  const said = fold(words);
  if (said === "") return null;
  for (const turn of turns.toReversed()) {
    const meant = turn.claims.filter(({ text }) => said.includes(fold(text)) || fold(text).includes(said));
    if (meant.length > 0) return { ...turn, claims: meant };
  }
  return null;
}

const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s\p{P}]/gu, "")
    .toLowerCase();
