import type { Language } from "../domain.ts";
import { languageOf } from "../text/language.ts";
import { type DateMention, datesIn } from "./dates.ts";
import type { Figure } from "./figure.ts";
import { figuresIn } from "./figures.ts";

/** A text with the dates and figures in it. All offsets count in `text`. */
export interface Analysed {
  /** NFKC: full-width digits, letters and punctuation in their ASCII forms. */
  readonly text: string;
  readonly language: Language;
  readonly dates: readonly DateMention[];
  readonly figures: readonly Figure[];
}

export function analyse(source: string): Analysed {
  const text = source.normalize("NFKC").replace(/\s+/g, " ").trim();
  const dates = datesIn(text);
  return { text, language: languageOf(text), dates, figures: figuresIn(text, dates) };
}
