import path from "node:path";
import { I18n } from "@grammyjs/i18n";
import { USUAL_EXTENSIONS } from "../articles/formats.ts";
import type { Language } from "../domain.ts";

export const LOCALES_DIR = path.join(import.meta.dirname, "locales");

/** Says the text of that key in one language. Figures are grouped by that language's habit; ids and years go in as strings. */
export type Say = (key: string, args?: Readonly<Record<string, string | number>>) => string;

// Marks of direction around each argument would stand in the middle of entities, and in what people copy.
const i18n = new I18n({ defaultLocale: "en", directory: LOCALES_DIR, fluentBundleOptions: { useIsolating: false } });

/** Every text may name them. */
const FORMATS: Readonly<Record<Language, string>> = {
  zh: USUAL_EXTENSIONS.join("、"),
  en: USUAL_EXTENSIONS.join(", "),
};

/** @throws Error for a key that the locale files do not have */
export function sayIn(language: Language): Say {
  return (key, args = {}) => {
    const text = i18n.t(language, key, { formats: FORMATS[language], ...args });
    if (text === `{${key}}`) throw new Error(`locales/${language}.ftl has no text "${key}"`);
    return text;
  };
}

/** ", 2023-01-02 to 2025-03-04", or the one day; empty when no article has a date. */
export function periodOf(period: { readonly from: string | null; readonly to: string | null }, say: Say): string {
  const { from, to } = period;
  if (from === null || to === null) return "";
  return from === to ? say("period-day", { day: from }) : say("period", { from, to });
}
