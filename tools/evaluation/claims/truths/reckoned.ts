import type { Maker } from "../claim.ts";
import { withoutEnd } from "../edit.ts";
import { type Figure, figuresOf } from "../figures.ts";
import { pick } from "../random.ts";

/** The sentence with the sum or difference of two of its amounts, which are named. */
export const reckoned: Maker = ({ text, language }, random) => {
  const figures = figuresOf(text).filter(
    ({ unit, more, magnitude }) =>
      unit !== "" && !/[%％]|percent|per cent|度|次|倍|degrees|times/.test(unit) && more === "" && magnitude === "",
  );
  const pairs = figures.flatMap((left, index) =>
    figures
      .slice(index + 1)
      .filter((right) => right.unit === left.unit && right.value !== left.value)
      .map((right) => [left, right] as const),
  );
  const pair = pick(pairs, random);
  if (pair === null) return null;
  const sum = random() < 0.5;
  const told =
    language === "zh"
      ? tellZh(pair[0], pair[1], sum ? "sum" : "difference")
      : tellEn(pair[0], pair[1], sum ? "sum" : "difference");
  return { text: withoutEnd(text) + told };
};

type Kind = "sum" | "difference";

function tellZh(a: Figure, b: Figure, kind: Kind): string {
  const pair = `${a.digits}${a.unit}与${b.digits}${b.unit}`;
  return kind === "sum"
    ? `，${pair}合计${result(a, b, kind)}${a.unit}。`
    : `，${pair}相差${result(a, b, kind)}${a.unit}。`;
}

function tellEn(a: Figure, b: Figure, kind: Kind): string {
  const amount = `${result(a, b, kind)} ${a.unit}`;
  return kind === "sum"
    ? `; ${a.digits} and ${b.digits} ${b.unit} make ${amount} together.`
    : `; ${a.digits} and ${b.digits} ${b.unit} differ by ${amount}.`;
}

function result(a: Figure, b: Figure, kind: Kind): string {
  return String(Number((kind === "sum" ? a.value + b.value : Math.abs(a.value - b.value)).toFixed(6)));
}
