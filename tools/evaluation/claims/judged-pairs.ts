import type { Judge } from "../../../src/answering/judge.ts";
import type { Claim } from "../../../src/domain.ts";
import { type JudgedPair, type Pair, sceneOfPair } from "./pairs.ts";

/** As many claims as an answer has at most. */
const CLAIMS_A_CALL = 8;

/** What a judge makes of the claims that match: those it supports are checked, in place of those it refutes stands the sentence. */
export async function readByJudge(
  rows: readonly JudgedPair[],
  judge: Judge,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<JudgedPair[]> {
  const matching = rows.filter(({ outcome }) => outcome === "matches");
  const read = new Map<JudgedPair, JudgedPair>();
  for (let from = 0; from < matching.length; from += CLAIMS_A_CALL) {
    const batch = matching.slice(from, from + CLAIMS_A_CALL);
    const scenes = batch.map(({ pair }, index) => apart(pair, index));
    const passages = new Map(scenes.map(({ found }) => [found.passage.id, found]));
    const { readings } = await judge.read(
      scenes.map(({ claim }) => claim),
      passages,
      undefined,
    );
    for (const [index, row] of batch.entries()) {
      const verdict = readings[index]?.verdict;
      if (verdict === "supported") read.set(row, { ...row, outcome: "checked" });
      if (verdict === "unsupported") read.set(row, { ...row, outcome: "sentence" });
    }
    onProgress(Math.min(matching.length, from + CLAIMS_A_CALL), matching.length);
  }
  return rows.map((row) => read.get(row) ?? row);
}

/** Each pair is a passage of its own, so that no claim of a call reads another's sentences. */
function apart(pair: Pair, index: number) {
  const { found, citations } = sceneOfPair(pair);
  const id = `pair${index}#0` as typeof found.passage.id;
  const claim: Claim = {
    text: pair.claim,
    citations: citations.map((citation) => ({ ...citation, passageId: id })),
    mark: "matches",
  };
  return { claim, found: { ...found, passage: { ...found.passage, id } } };
}
