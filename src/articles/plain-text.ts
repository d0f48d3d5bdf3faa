import type { Draft } from "./draft.ts";
import { readDate } from "./dates.ts";

const LONGEST_TITLE_CHARS = 120;
const BYLINE = /^(?:by|作者[:：]?|文[:：/])\s*(.+?)(?:\s*[·|,，]\s*|\s{2,}|\s+(?=\d{4}))(.*\d.*)$/i;

/** Plain text: the first line is the title, a second one such as "By … · 12 March 2024" names author and date. */
export function parsePlainText(text: string): Draft {
  const [first = "", ...rest] = text.trimStart().split("\n");
  const title = first.replace(/^#\s+/, "").trim();
  if (title.length > LONGEST_TITLE_CHARS) return { title: null, author: null, date: null, url: null, markdown: escape(text) };
  const at = rest.findIndex((line) => line.trim() !== "");
  const byline = BYLINE.exec((rest[at] ?? "").trim());
  const isByline = byline !== null && readDate(byline[2] ?? "") !== null;
  return {
    title: title === "" ? null : title,
    author: isByline ? (byline[1] ?? null) : null,
    date: isByline ? (byline[2] ?? null) : null,
    url: null,
    markdown: escape((isByline ? rest.slice(at + 1) : rest).join("\n")),
  };
}

/** Plain text means its asterisks and underscores. */
function escape(text: string): string {
  return text.replace(/[\\*_`[\]]/g, "\\$&");
}
