import type { Language, RetrievedPassage } from "../domain.ts";

const PLACE = 2;

/** Which language has the answer is a guess: the best passage of the one that is missing above comes third. */
export function bothHeard(ranked: readonly RetrievedPassage[]): RetrievedPassage[] {
  const above = new Set<Language>(ranked.slice(0, PLACE).map(({ passage }) => passage.language));
  const other = ranked.find(({ passage }) => !above.has(passage.language));
  if (other === undefined) return [...ranked];
  const rest = ranked.filter((one) => one !== other);
  return [...rest.slice(0, PLACE), other, ...rest.slice(PLACE)];
}
