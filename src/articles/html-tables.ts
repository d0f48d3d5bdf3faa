import type { Page, PageElement } from "./page.ts";
import { type Grid, rowLines, withGuessedHeader } from "./table-rows.ts";

const MOST_COLUMNS = 60;

/** Each table as lines; one that only lays out a page becomes its cells, one after the other. */
export function tablesAsLines(document: Page): void {
  // From the innermost outwards.
  for (const table of [...document.querySelectorAll("table")].reverse()) {
    if (isLayout(table)) unwrap(document, table);
    else write(document, table);
  }
}

function isLayout(table: PageElement): boolean {
  const rows = rowsOf(table);
  const columns = Math.max(0, ...rows.map((row) => cellsOf(row).length));
  const blocks = table.querySelectorAll(
    "table, h1, h2, h3, h4, section, article, pre, blockquote, [data-table]",
  ).length;
  const paragraphs = Math.max(
    0,
    ...rows.flatMap((row) => cellsOf(row).map((cell) => cell.querySelectorAll("p, ul, ol").length)),
  );
  return columns <= 1 || blocks > 0 || paragraphs > 3;
}

const rowsOf = (table: PageElement): PageElement[] =>
  [...table.querySelectorAll("tr")].filter((row) => row.closest("table") === table);
const cellsOf = (row: PageElement): PageElement[] =>
  [...row.children].filter((cell) => cell.tagName === "TD" || cell.tagName === "TH");

function unwrap(document: Page, table: PageElement): void {
  const box = document.createElement("div");
  for (const caption of table.querySelectorAll("caption")) box.append(lineOf(document, caption.textContent ?? ""));
  for (const cell of rowsOf(table).flatMap(cellsOf)) {
    const part = document.createElement("div");
    part.append(...cell.childNodes);
    box.append(part);
  }
  table.replaceWith(box);
}

function write(document: Page, table: PageElement): void {
  const box = document.createElement("div");
  box.setAttribute("data-table", "");
  const caption = table.querySelector("caption")?.textContent?.trim() ?? "";
  for (const line of [caption, ...rowLines(gridOf(table))]) if (line !== "") box.append(lineOf(document, line));
  for (const picture of table.querySelectorAll("img")) box.append(picture);
  table.replaceWith(box);
}

function lineOf(document: Page, text: string): PageElement {
  const line = document.createElement("p");
  line.textContent = text.replace(/\s+/g, " ").trim();
  return line;
}

/** Cells that reach over several rows or columns stand in each of them. */
function gridOf(table: PageElement): Grid {
  const rows = rowsOf(table);
  const grid: string[][] = rows.map(() => []);
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const cell of cellsOf(row)) {
      while (grid[at]?.[column] !== undefined) column += 1;
      const text = (cell.textContent ?? "").replace(/\s+/g, " ").trim();
      const wide = spanOf(cell, "colspan");
      for (let down = 0; down < spanOf(cell, "rowspan"); down += 1) {
        for (let right = 0; right < wide && column + right < MOST_COLUMNS; right += 1) {
          const line = grid[at + down];
          if (line !== undefined) line[column + right] = text;
        }
      }
      column += wide;
    }
  }
  const cells = grid.map((row) => Array.from(row, (cell) => cell ?? ""));
  const headed = rows.findIndex((row) => !isHeader(row));
  const heads = headed === -1 ? 0 : headed;
  if (heads === 0) return withGuessedHeader(cells);
  return { header: joined(cells.slice(0, heads)), rows: cells.slice(heads) };
}

const isHeader = (row: PageElement): boolean =>
  row.parentElement?.tagName === "THEAD" ||
  (cellsOf(row).length > 1 && cellsOf(row).every((cell) => cell.tagName === "TH"));

/** Names on two levels are read together: `2023 revenue`. */
function joined(heads: readonly (readonly string[])[]): string[] {
  const width = Math.max(...heads.map((row) => row.length));
  return Array.from({ length: width }, (_, at) =>
    [...new Set(heads.map((row) => row[at] ?? ""))].filter((name) => name !== "").join(" "),
  );
}

function spanOf(cell: PageElement, name: "colspan" | "rowspan"): number {
  const span = Number(cell.getAttribute(name) ?? "1");
  return Number.isInteger(span) && span > 1 ? Math.min(span, MOST_COLUMNS) : 1;
}
