import type { Maker } from "../claim.ts";
import { splice } from "../edit.ts";
import { type Figure, figuresOf } from "../figures.ts";
import { shuffled } from "../random.ts";

const TENTHS: Readonly<Record<number, string>> = {
  20: "两",
  30: "三",
  40: "四",
  50: "五",
  60: "六",
  70: "七",
  80: "八",
  90: "九",
};
type Format = (figure: Figure, language: "zh" | "en") => string | null;

const fullWidth: Format = ({ digits }, language) =>
  language === "zh"
    ? digits.replace(/[\d.,]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
    : null;
const grouped: Format = ({ digits, magnitude }) => {
  if (magnitude !== "" || !/^\d{4,}$/.test(digits)) return null;
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ",");
};
const ungrouped: Format = ({ digits }) => (digits.includes(",") ? digits.replaceAll(",", "") : null);
const writtenOut: Format = ({ value, magnitude }) =>
  magnitude !== "" && Number.isInteger(value) && value < 1e13 ? value.toLocaleString("en") : null;
const inTenThousands: Format = ({ value, magnitude }, language) =>
  language === "zh" && magnitude === "" && value >= 10_000 && value < 1e8 && value % 100 === 0
    ? `${value / 10_000}万`
    : null;
const FORMATS: readonly Format[] = [fullWidth, grouped, ungrouped, writtenOut, inTenThousands];

/** 1.5万 as 15,000, 30% as 三成, ２０ for 20: the same value in another form. */
export const numberFormat: Maker = ({ text, language }, random) => {
  for (const figure of shuffled(figuresOf(text), random)) {
    const percent = otherPercent(figure, text, language);
    if (percent !== null && random() < 0.7) return { text: splice(text, figure, percent) };
    for (const format of shuffled(FORMATS, random)) {
      const changed = figure.more === "" ? format(figure, language) : null;
      if (changed !== null) return { text: splice(text, figure, changed + gapOf(text, figure) + figure.unit) };
    }
  }
  return null;
};

function gapOf(text: string, figure: Figure): string {
  return text.slice(figure.start, figure.end).endsWith(` ${figure.unit}`) && figure.unit !== "" ? " " : "";
}

function otherPercent({ value, unit, more, end }: Figure, text: string, language: "zh" | "en"): string | null {
  if (!/^(?:%|％|percent|per cent)$/.test(unit) || more !== "") return null;
  if (language === "en") return unit === "%" ? `${value} percent` : `${value}%`;
  const tenths = TENTHS[value];
  return tenths !== undefined && !/^[立为员功本长]/.test(text.slice(end)) ? `${tenths}成` : `百分之${value}`;
}
