import type { MarkedText } from "../domain.ts";
import { shortened } from "../text/shorten.ts";
import type { Say } from "./say.ts";

const LONGEST_TITLE_CHARS = 120;
const LONGEST_WORDS_CHARS = 60;

/** One line of a title, cut where a list would become unreadable. */
export function shownTitle(title: string): string {
  return shortened(title, LONGEST_TITLE_CHARS);
}

/** The same, with the marks that are left. */
export function shownMarked({ text, marks }: MarkedText): MarkedText {
  const short = shownTitle(text);
  return { text: short, marks: marks.filter(({ end }) => end < short.length || short === text) };
}

/** What was looked for, as a heading shows it. */
export function shownWords(words: string): string {
  return shortened(words, LONGEST_WORDS_CHARS);
}

/** " · 2/12"; nothing where there is only one page. */
export function pageNote({ page, pages }: { readonly page: number; readonly pages: number }, say: Say): string {
  return pages === 1 ? "" : ` · ${say("page", { page: String(page + 1), pages: String(pages) })}`;
}
