import type { Analysed } from "../language/analysed.ts";
import { UNIT_PATTERN, type Unit, unitOf } from "../language/units.ts";

const RATE = new RegExp(
  `(?:每一?|\\bper |/\\s?|\\ban? (?=hour|minute|second|day|week|month|year))(?<unit>${UNIT_PATTERN})`,
  "g",
);

/** "Per hour" told as "per minute": what the claim's rates are per is what those of the sentences are per. */
export function checkRates(claim: Analysed, cited: readonly Analysed[]): "unit" | null {
  const there = cited.flatMap(ratesOf);
  const isOther = (unit: Unit) => !there.some(({ name, factor }) => name === unit.name && factor === unit.factor);
  const rivals = (unit: Unit) =>
    there.some(({ kind, name, factor }) => kind === unit.kind && (name !== unit.name || factor !== unit.factor));
  return ratesOf(claim).some((unit) => isOther(unit) && rivals(unit)) ? "unit" : null;
}

function ratesOf({ text }: Analysed): Unit[] {
  return [...text.toLowerCase().matchAll(RATE)].flatMap(({ groups }) => unitOf(groups?.unit ?? "") ?? []);
}
