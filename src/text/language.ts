import type { Language } from "../domain.ts";

const HAN = /\p{Script=Han}/gu;
const LETTER = /\p{L}/gu;

/** Chinese where more than a tenth of the letters are Chinese characters: names in Latin letters do not make a text English. */
export function languageOf(text: string): Language {
  const letters = text.match(LETTER)?.length ?? 0;
  const han = text.match(HAN)?.length ?? 0;
  return letters > 0 && han / letters > 0.1 ? "zh" : "en";
}
