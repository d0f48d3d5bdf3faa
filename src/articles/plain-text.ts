import { joinBrokenWords } from "./broken-words.ts";
import { spellsDate } from "./dates.ts";
import type { ParsedFile } from "./parsed.ts";

const LONGEST_TITLE_CHARS = 200;
const LONGEST_BYLINE_CHARS = 160;
/** A Chinese character takes two columns. */
const FULL_LINE_COLUMNS = { least: 50, most: 110 } as const;
const AUTHOR_LABEL = /^(?:by\s+|(?:文章)?作者\s*[：:]\s*|文\s*[|｜/]\s*)/i;

/** Text whose first line is its title and whose second may name author and date (`By X · 12 March 2024`). */
export function parsePlainText(text: string): ParsedFile {
  const lines = text.replace(/^\s+/, "").split("\n");
  const first = lines[0]?.trim() ?? "";
  const titled = first !== "" && first.length <= LONGEST_TITLE_CHARS && lines.length > 1;
  const rest = titled ? lines.slice(1) : lines;
  const at = rest.findIndex((line) => line.trim() !== "");
  const byline = titled ? readByline(rest[at] ?? "") : null;
  return {
    title: titled ? first.replace(/^#+\s*/, "") : null,
    author: byline?.author ?? null,
    date: byline?.date ?? null,
    zone: null,
    url: null,
    markdown: asParagraphs(byline === null ? rest : rest.slice(at + 1)),
    outside: [],
  };
}

interface Byline {
  readonly author: string | null;
  readonly date: string | null;
}

function readByline(line: string): Byline | null {
  const text = line.trim();
  if (text.length > LONGEST_BYLINE_CHARS) return null;
  const date = spellsDate(text);
  const labelled = AUTHOR_LABEL.test(text);
  if (!labelled && date !== text) return null;
  const author = text
    .replace(date ?? "", "")
    .replace(AUTHOR_LABEL, "")
    .replace(/^[\s·|｜,，;；—–-]+|(?<![\s·|｜,，;；—–-])[\s·|｜,，;；—–-]+$/g, "");
  return { author: author === "" ? null : author, date };
}

/** If lines are not wrapped, each line is a paragraph; if they are, an empty line separates paragraphs. */
function asParagraphs(lines: readonly string[]): string {
  const followed = lines.filter((line, index) => line.trim() !== "" && (lines[index + 1] ?? "").trim() !== "");
  const wrapped = followed.length > 0 && followed.every(isFullLine);
  return wrapped ? joinBrokenWords(lines).join("\n") : lines.join("\n\n");
}

function isFullLine(line: string): boolean {
  const columns = line.length + (line.match(/[\u2e80-\uffff]/g)?.length ?? 0);
  return columns >= FULL_LINE_COLUMNS.least && columns <= FULL_LINE_COLUMNS.most;
}
