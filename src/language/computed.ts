import type { Figure } from "./figure.ts";
import { amountOf, equalAmounts } from "./same-figure.ts";

/** Is the figure a sum, difference, ratio or change in per cent of figures that the claim itself states and that are cited? */
export function isComputed(figure: Figure, stated: readonly Figure[]): boolean {
  const shares = stated.filter(({ unit }) => unit?.kind === "share").map(({ value }) => value * 100);
  if (figure.unit?.name === "points" && shares.some((a) => shares.some((b) => equalAmounts(a - b, figure.value))))
    return true;
  const operands = stated.filter((operand) => operand.weight === "strict" && operand.unit?.kind !== "ordinal");
  const value = amountOf(figure);
  if (value === 0) return false;
  const alike = operands.filter((operand) => operand.unit?.name === figure.unit?.name);
  if (alike.length > 1 && equalAmounts(value, sum(alike.map(amountOf)))) return true;
  return (
    pairs(alike).some(([a, b]) => equalAmounts(value, a - b) || equalAmounts(value, a + b)) || isRatio(figure, operands)
  );
}

function isRatio(figure: Figure, operands: readonly Figure[]): boolean {
  const isShare = figure.unit?.kind === "share";
  if (!isShare && figure.unit?.name !== "times") return false;
  return operands.some((left) =>
    pairs(operands.filter((operand) => operand.unit?.name === left.unit?.name)).some(
      ([a, b]) => b !== 0 && a !== b && (rounds(a / b, figure) || (isShare && rounds(Math.abs(a - b) / b, figure))),
    ),
  );
}

function pairs(figures: readonly Figure[]): (readonly [number, number])[] {
  return figures.flatMap((a, i) => figures.flatMap((b, j) => (i === j ? [] : [[amountOf(a), amountOf(b)] as const])));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
/** Ratios are rounded in print: 2.333 may read 2.3, but by at most one part in a hundred. */
function rounds(exact: number, { value, precision }: Figure): boolean {
  const lastPlace = 10 ** (Math.floor(Math.log10(Math.abs(value))) - precision + 1);
  return Math.abs(exact - value) <= Math.min(lastPlace / 2, Math.abs(value) / 100) * (1 + 1e-9);
}
