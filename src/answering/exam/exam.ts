import type { ExamResult, ExamRow, JudgeEnding, Tokens } from "../../domain.ts";
import { sumTokens } from "../../models/tokens.ts";
import type { Judge } from "../judge.ts";
import type { Verdict } from "../parse-verdicts.ts";
import { asClaim, type ExamPair } from "./pairs.ts";

/** Below this a judge's verdicts do not count. */
const LEAST_ACCURACY = 0.85;
/** About as many claims as an answer has. */
const PAIRS_A_CALL = 6;

export type Sitting =
  | { readonly kind: "done"; readonly result: ExamResult; readonly usage: Tokens | null }
  /** The judge could not be reached, which says nothing about how well it judges. */
  | { readonly kind: "broken"; readonly ending: JudgeEnding | "stopped"; readonly usage: Tokens | null };

export interface SittingOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Asks a judge about all pairs, in calls of the same size as for answers. Never throws. */
export async function sitExam(
  judge: Judge,
  pairs: readonly ExamPair[],
  { signal, onProgress }: SittingOptions = {},
): Promise<Sitting> {
  const verdicts: Verdict[] = [];
  let usage: Tokens | null = null;
  for (let at = 0; at < pairs.length; at += PAIRS_A_CALL) {
    onProgress?.(at, pairs.length);
    const asked = pairs.slice(at, at + PAIRS_A_CALL);
    const judgement = await judge.read(asked.map(asClaim), new Map(), signal);
    if (signal?.aborted === true) return { kind: "broken", ending: "stopped", usage };
    usage = sumTokens(usage, judgement.usage);
    const { ending, readings } = judgement;
    if (ending === "failed" || ending === "slow") return { kind: "broken", ending, usage };
    verdicts.push(...readings.map(({ verdict }) => verdict));
  }
  onProgress?.(pairs.length, pairs.length);
  return { kind: "done", result: resultOf(pairs, verdicts), usage };
}

/** "Cannot tell" is never right: every pair can be decided. */
function resultOf(pairs: readonly ExamPair[], verdicts: readonly Verdict[]): ExamResult {
  const marked = pairs.map((pair, index) => ({
    pair,
    isRight: verdicts[index] === (pair.true ? "supported" : "unsupported"),
  }));
  const rows = new Map<string, ExamRow>();
  for (const { pair, isRight } of marked) {
    const kind = pair.true ? "true" : pair.kind;
    const key = `${kind} ${pair.lang}`;
    const { asked, right } = rows.get(key) ?? { asked: 0, right: 0 };
    rows.set(key, { kind, lang: pair.lang, asked: asked + 1, right: right + (isRight ? 1 : 0) });
  }
  const shareOf = (truth: boolean) => {
    const some = marked.filter(({ pair }) => pair.true === truth);
    return some.filter(({ isRight }) => isRight).length / Math.max(1, some.length);
  };
  const balancedAccuracy = (shareOf(true) + shareOf(false)) / 2;
  return {
    asked: marked.length,
    right: marked.filter(({ isRight }) => isRight).length,
    balancedAccuracy,
    passed: balancedAccuracy >= LEAST_ACCURACY,
    rows: [...rows.values()],
  };
}
