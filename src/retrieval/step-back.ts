import type { Language, RetrievedPassage } from "../domain.ts";
import { meaning } from "./fuse.ts";
import { OWN_HEARD_BY, STEP_BACK } from "./weights.ts";

/**
 * Scores of the question's own language and of the other are not comparable: in the one, words count in full, and a few
 * stray ones outvote what an article of the other language says. Where the other's best is the nearer in meaning, all
 * passages of the question's language step back by the same P = 0.25 + 2.5 Cx - 3 Cs - 0.5 r, between 0 and 0.3: Cx and Cs
 * are the best meanings in the other and in its own language, r is the best lexical share in its own. The order within
 * each language stays. Fitted on development sets, held against sets that were not used.
 */
export function stepBack(scored: readonly RetrievedPassage[], asked: Language): RetrievedPassage[] {
  const step = stepOf(scored, asked);
  const moved = scored.map((one) => (one.passage.language === asked ? { ...one, score: one.score - step } : one));
  return moved.sort((a, b) => b.score - a.score);
}

/** Which language has the answer is a guess: where the other one leads, the best passage of the question's own comes third. */
export function ownHeard(ranked: readonly RetrievedPassage[], asked: Language): RetrievedPassage[] {
  const own = ranked.find(({ passage }) => passage.language === asked);
  if (own === undefined || ranked.indexOf(own) <= OWN_HEARD_BY) return [...ranked];
  const rest = ranked.filter((one) => one !== own);
  return [...rest.slice(0, OWN_HEARD_BY), own, ...rest.slice(OWN_HEARD_BY)];
}

function stepOf(scored: readonly RetrievedPassage[], asked: Language): number {
  const own = scored.filter(({ passage }) => passage.language === asked);
  if (own.length === 0 || own.length === scored.length) return 0;
  const other = scored.filter(({ passage }) => passage.language !== asked);
  const words = Math.max(...own.map(({ lexical }) => lexical.share));
  const step =
    STEP_BACK.base + STEP_BACK.other * nearest(other) - STEP_BACK.own * nearest(own) - STEP_BACK.words * words;
  return Math.min(STEP_BACK.most, Math.max(0, step));
}

function nearest(found: readonly RetrievedPassage[]): number {
  return Math.max(
    ...found.map(({ dense }) => meaning({ passageCosine: dense.passage, sentenceCosine: dense.sentence })),
  );
}
