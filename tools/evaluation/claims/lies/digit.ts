import type { Maker } from "../claim.ts";
import { splice } from "../edit.ts";
import { type Figure, figuresOf, mayFollowFrom } from "../figures.ts";
import { pick, type Random, shuffled } from "../random.ts";

/** One digit of an amount becomes another, to a value that neither stands in the sentences nor follows from them. */
export const digitChanged: Maker = (base, random) => {
  for (const figure of shuffled(figuresOf(base.text), random)) {
    const digits = otherDigits(figure.digits, random);
    const value = (Number(digits.replaceAll(",", "")) * figure.value) / Number(figure.digits.replaceAll(",", ""));
    if (Number(digits.replaceAll(",", "")) === 0 || !Number.isFinite(value)) continue;
    if (mayFollowFrom(value, base.context) || mayFollowFrom(Number(digits.replaceAll(",", "")), base.context)) continue;
    return { text: splice(base.text, digitsOf(figure), digits) };
  }
  return null;
};

const digitsOf = ({ start, digits }: Figure) => ({ start, end: start + digits.length });

function otherDigits(digits: string, random: Random): string {
  const places = [...digits].flatMap((character, index) => (/\d/.test(character) ? [index] : []));
  const place = pick(places, random) ?? 0;
  const choices = [..."0123456789"].filter((digit) => digit !== digits[place] && (digit !== "0" || place > 0));
  return splice(digits, { start: place, end: place + 1 }, pick(choices, random) ?? "7");
}
