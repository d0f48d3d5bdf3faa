import { SIGNALS, type Signals } from "../../../src/checking/score.ts";

/** A claim as the fit sees it. */
export interface Example {
  readonly signals: Signals;
  readonly isTrue: boolean;
  /** Claims of one group stay in one fold. */
  readonly group: string;
  /** Sets and truths count alike, whatever their size. */
  readonly weight: number;
}

export interface Formula {
  readonly signals: Readonly<Record<keyof Signals, number>>;
  readonly intercept: number;
}

/** Strength of the ridge penalty on standardised signals; the intercept has none. */
const RIDGE = 10;
const STEPS = 25;
const FOLDS = 5;

/** Logistic regression by Newton's method, with a ridge penalty on standardised signals (Hastie et al. 2009, 4.4). */
export function fit(examples: readonly Example[]): Formula {
  const rows = examples.map(({ signals }) => SIGNALS.map((name) => signals[name]));
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const mean = SIGNALS.map(
    (_, k) => rows.reduce((sum, row, i) => sum + (row[k] ?? 0) * (examples[i]?.weight ?? 0), 0) / total,
  );
  const spread = SIGNALS.map((_, k) => {
    const squares = rows.reduce(
      (sum, row, i) => sum + ((row[k] ?? 0) - (mean[k] ?? 0)) ** 2 * (examples[i]?.weight ?? 0),
      0,
    );
    return Math.sqrt(squares / total) || 1;
  });
  const standard = rows.map((row) => [1, ...row.map((value, k) => (value - (mean[k] ?? 0)) / (spread[k] ?? 1))]);
  let beta = standard[0]?.map(() => 0) ?? [];
  for (let step = 0; step < STEPS; step++) beta = newtonStep(standard, examples, beta);
  const [first = 0, ...rest] = beta;
  const weights = rest.map((value, k) => value / (spread[k] ?? 1));
  return {
    signals: Object.fromEntries(SIGNALS.map((name, k) => [name, weights[k] ?? 0])) as Formula["signals"],
    intercept: first - weights.reduce((sum, value, k) => sum + value * (mean[k] ?? 0), 0),
  };
}

function newtonStep(
  rows: readonly (readonly number[])[],
  examples: readonly Example[],
  beta: readonly number[],
): number[] {
  const size = beta.length;
  const gradient = beta.map((value, k) => (k === 0 ? 0 : -RIDGE * value));
  const hessian = beta.map((_, k) => beta.map((__, l) => (k === l && k > 0 ? RIDGE : k === l ? 1e-9 : 0)));
  for (const [i, row] of rows.entries()) {
    const { isTrue, weight } = examples[i] as Example;
    const p = 1 / (1 + Math.exp(-row.reduce((sum, value, k) => sum + value * (beta[k] ?? 0), 0)));
    for (let k = 0; k < size; k++) {
      gradient[k] = (gradient[k] ?? 0) + weight * ((isTrue ? 1 : 0) - p) * (row[k] ?? 0);
      for (let l = 0; l < size; l++)
        (hessian[k] as number[])[l] = (hessian[k]?.[l] ?? 0) + weight * p * (1 - p) * (row[k] ?? 0) * (row[l] ?? 0);
    }
  }
  const step = solve(hessian, gradient);
  return beta.map((value, k) => value + (step[k] ?? 0));
}

/** Gauss elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const size = rows.length;
  for (let k = 0; k < size; k++) {
    const pivot = rows
      .slice(k)
      .reduce((best, row, i) => (Math.abs(row[k] ?? 0) > Math.abs(rows[best]?.[k] ?? 0) ? k + i : best), k);
    [rows[k], rows[pivot]] = [rows[pivot] as number[], rows[k] as number[]];
    for (let i = 0; i < size; i++) {
      if (i === k) continue;
      const factor = (rows[i]?.[k] ?? 0) / (rows[k]?.[k] ?? 1);
      rows[i] = (rows[i] as number[]).map((value, j) => value - factor * (rows[k]?.[j] ?? 0));
    }
  }
  return rows.map((row, k) => (row[size] ?? 0) / (row[k] ?? 1));
}

export function scoreBy({ signals: weights, intercept }: Formula, signals: Signals): number {
  return 1 / (1 + Math.exp(-SIGNALS.reduce((sum, name) => sum + weights[name] * signals[name], intercept)));
}

/** The score of each example by a formula that was fitted without its group. */
export function outOfFold(examples: readonly Example[]): number[] {
  const groups = [...new Set(examples.map(({ group }) => group))].sort();
  const foldOf = new Map(groups.map((group, index) => [group, index % FOLDS]));
  const formulas = Array.from({ length: FOLDS }, (_, fold) =>
    fit(examples.filter(({ group }) => foldOf.get(group) !== fold)),
  );
  return examples.map(({ signals, group }) => scoreBy(formulas[foldOf.get(group) ?? 0] as Formula, signals));
}
