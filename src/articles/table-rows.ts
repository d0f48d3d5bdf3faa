import { textSize } from "./characters.ts";

/** A longer table row continues on a second line, which names the row again. */
const LONGEST_ROW_CHARS = 320;
const LONGEST_HEADER_SIZE = 24;

export interface Grid {
  /** The names of the columns; null where the table has none. */
  readonly header: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
}

/**
 * A table as lines that can each be read alone: every cell has the name of its column. Two columns without names are read as
 * names and values; any other table without names keeps its bars.
 */
export function rowLines({ header, rows }: Grid): string[] {
  const filled = rows.filter((row) => row.some((cell) => cell !== ""));
  if (header !== null) {
    const lines = filled.flatMap((row) => parts(row.map((cell, at) => labelled(header[at] ?? "", cell))));
    return lines.length > 0 ? lines : [header.filter((name) => name !== "").join(" | ")];
  }
  const named =
    filled.length > 0 &&
    filled.every((row) => row.length === 2 && row[0] !== "" && textSize(row[0] ?? "") <= LONGEST_HEADER_SIZE);
  return filled.map((row) =>
    named ? labelled(row[0] ?? "", row[1] ?? "") : row.filter((cell) => cell !== "").join(" | "),
  );
}

/** The first row of a table that does not say which it is: names have no figures, and what they name has some, or is one of many. */
export function withGuessedHeader(rows: readonly (readonly string[])[]): Grid {
  const [first, ...rest] = rows;
  const looksLikeNames =
    first !== undefined &&
    first.length > 1 &&
    rest.length > 0 &&
    first.every((cell, at) => (cell !== "" || at === 0) && !/\d/.test(cell) && textSize(cell) <= LONGEST_HEADER_SIZE) &&
    new Set(first).size === first.length &&
    rest.some((row) => row.slice(1).some((cell) => /\d/.test(cell)));
  return looksLikeNames ? { header: first, rows: rest } : { header: null, rows };
}

function labelled(name: string, cell: string): string {
  if (name === "" || cell === "") return cell;
  if (/[:：]$/.test(name)) return `${name}${/：$/.test(name) ? "" : " "}${cell}`;
  return /[\p{Script=Han}\u3040-\u30ff）]$/u.test(name) ? `${name}：${cell}` : `${name}: ${cell}`;
}

function parts(cells: readonly string[]): string[] {
  const lines: string[] = [];
  const row = cells[0] ?? "";
  let line = "";
  for (const cell of cells.filter((each) => each !== "")) {
    if (line !== "" && line !== row && line.length + cell.length > LONGEST_ROW_CHARS) {
      lines.push(line);
      line = row === "" || row.length > LONGEST_ROW_CHARS / 4 ? "" : row;
    }
    line = line === "" ? cell : `${line} · ${cell}`;
  }
  return [...lines, line].filter((each) => each !== "");
}
