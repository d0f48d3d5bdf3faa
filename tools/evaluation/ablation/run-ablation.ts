import { meanRetrieval } from "../aggregate.ts";
import type { DatasetQuestion } from "../dataset.ts";
import type { LocalSystem } from "../local-system.ts";
import type { RetrievalScores } from "../measures.ts";
import { goldIn } from "../run.ts";
import { type ScoredRetrieval, scoreRetrieval } from "../score-retrieval.ts";
import { type RANKINGS, rankBy } from "./rankings.ts";

/** Column (a set, or a kind of question of a set that has kinds) -> means. */
export type Columns = ReadonlyMap<string, RetrievalScores>;

/** Every so many-th of the answerable questions, so that `most` are left and all parts of a set are among them. */
export function sample(questions: readonly DatasetQuestion[], most: number): DatasetQuestion[] {
  const answerable = questions.filter((question) => question.answerable);
  const step = Math.max(1, answerable.length / most);
  return answerable.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

/** Retrieval alone, by one ranking of RANKINGS. @throws AppError model-* */
export async function measureRanking(
  setName: string,
  questions: readonly DatasetQuestion[],
  system: LocalSystem,
  ranking: keyof typeof RANKINGS,
): Promise<Columns> {
  const scored: { readonly column: string; readonly result: ScoredRetrieval }[] = [];
  for (const question of questions) {
    const found = await rankBy(ranking, system.toQuestion({ ...question, history: [] }), system.deps);
    const result = scoreRetrieval(found, goldIn(system, question), system.groupOf);
    scored.push({ column: question.kind === null ? setName : `${setName}: ${question.kind}`, result });
  }
  const columns = Map.groupBy(scored, ({ column }) => column);
  return new Map([...columns].map(([name, all]) => [name, meanRetrieval(all.map(({ result }) => result))]));
}
