import type { Maker } from "../claim.ts";
import { splice } from "../edit.ts";
import { type Figure, figuresOf } from "../figures.ts";
import { shuffled } from "../random.ts";

const TENTHS = ["", "", "两", "三", "四", "五", "六", "七", "八", "九"];

/** Another way to write a figure's digits alone, or its digits with the magnitude behind them; null where it has none. */
interface Format {
  readonly of: "digits" | "amount";
  readonly write: (figure: Figure, language: "zh" | "en") => string | null;
}

const FORMATS: readonly Format[] = [
  {
    of: "digits",
    write: ({ digits }, language) =>
      language === "zh" ? digits.replace(/[\d.,]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)) : null,
  },
  {
    of: "digits",
    write: ({ digits }) => (/^\d{4,}$/.test(digits) ? digits.replace(/\B(?=(?:\d{3})+$)/g, ",") : null),
  },
  { of: "digits", write: ({ digits }) => (digits.includes(",") ? digits.replaceAll(",", "") : null) },
  {
    of: "amount",
    write: ({ value, magnitude }) =>
      magnitude !== "" && Number.isInteger(value) && value < 1e13 ? value.toLocaleString("en") : null,
  },
  {
    of: "amount",
    write: ({ value, magnitude }, language) =>
      language === "zh" && magnitude === "" && value >= 1e4 && value < 1e8 && value % 100 === 0
        ? `${value / 1e4}万`
        : null,
  },
];

/** 1.5万 as 15,000, 30% as 三成, ２０ for 20: the same value in another form. */
export const numberFormat: Maker = ({ text, language }, random) => {
  for (const figure of shuffled(figuresOf(text), random)) {
    if (figure.more !== "") continue;
    const percent = otherPercent(figure, text, language);
    if (percent !== null && random() < 0.7) return { text: splice(text, figure, percent) };
    for (const { of, write } of shuffled(FORMATS, random)) {
      const changed = write(figure, language);
      if (changed !== null)
        return { text: splice(text, { start: figure.start, end: endOf(figure, of, text) }, changed) };
    }
  }
  return null;
};

function endOf({ start, end, digits, magnitude }: Figure, of: Format["of"], text: string): number {
  if (of === "digits" || magnitude === "") return start + digits.length;
  return start + text.slice(start, end).indexOf(magnitude) + magnitude.length;
}

function otherPercent({ value, unit, end }: Figure, text: string, language: "zh" | "en"): string | null {
  if (!/^(?:%|％|percent|per cent)$/.test(unit)) return null;
  if (language === "en") return unit === "%" ? `${value} percent` : `${value}%`;
  const tenths = value % 10 === 0 ? TENTHS[value / 10] : undefined;
  return tenths !== undefined && tenths !== "" && !/^[立为员功本长]/.test(text.slice(end))
    ? `${tenths}成`
    : `百分之${value}`;
}
