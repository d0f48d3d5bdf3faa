import { linkedShare, PICTURE, plainInline } from "./inline.ts";
import { joinLines } from "./join-lines.ts";
import { rowLines } from "./table-rows.ts";

export type BlockKind = "heading" | "item" | "paragraph" | "verbatim" | "rule" | "picture";

/** One paragraph, heading, list item, table or code block of an article, already as plain text. */
export interface Block {
  readonly kind: BlockKind;
  /** As it would appear in the body; empty if there are no words. */
  readonly text: string;
  readonly pictures: number;
  /** Share of its characters inside links, 0-1. */
  readonly linked: number;
}

interface Line {
  readonly kind: "heading" | "item" | "text" | "table" | "rule";
  readonly marker: string;
  readonly content: string;
  /** The line ends in a real break. */
  readonly breaks: boolean;
}

const FENCE = /^\s*(?:```|~~~)/;
const RULE = /^\s*(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|={3,})$/;
const HEADING = /^\s{0,3}#{1,6}(?:\s+|$)/;
const BULLET = /^\s*[-*+•]\s+(?=\S)/;
const NUMBER = /^\s*(\d{1,3})(?:\.|\\\.|\))\s+(?=\S)/;
const QUOTE = /^\s{0,3}(?:>\s?)+/;
/** What stands under the names of a table's columns. */
const DELIMITER = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*){1,60}\|?$|^\|\s*:?-+:?\s*\|$/;
const ENDS_OPEN = /[，、,（(《“「]$/;

/** Blocks of text that `markInline` went over. */
export function readBlocks(marked: string): Block[] {
  const out: Block[] = [];
  let open: Line[] = [];
  let fence: string[] | null = null;
  const flush = () => {
    if (open.length > 0) out.push(blockOf(open));
    open = [];
  };
  for (const raw of marked.split("\n")) {
    if (FENCE.test(raw)) {
      flush();
      if (fence !== null) out.push(verbatim(fence));
      fence = fence === null ? [] : null;
    } else if (fence !== null) fence.push(raw);
    else if (raw.replace(QUOTE, "").trim() === "") flush();
    else {
      const line = readLine(raw);
      const names = DELIMITER.test(line.content.trim()) && open[0]?.kind === "text" ? open.pop() : undefined;
      if (names !== undefined) {
        // Tables may leave out the bars at their sides: the line above the rule holds the names.
        flush();
        open.push(names.content.includes("|") ? { ...names, kind: "table" } : names);
      }
      const table =
        open[0]?.kind === "table" && (line.kind === "table" || (line.kind === "text" && line.content.includes("|")));
      if (line.kind !== "text" && !table) flush();
      else if (open[0]?.kind === "table" && !table) flush();
      open.push(line);
      if (line.kind === "heading" || line.kind === "rule" || line.breaks) flush();
    }
  }
  flush();
  // A fence that never closes is not a fence.
  if (fence !== null) out.push(...readBlocks(fence.join("\n")));
  return out.filter((block) => block.text !== "" || block.pictures > 0);
}

function readLine(raw: string): Line {
  const text = raw.replace(QUOTE, "");
  // A break inside a phrase is only layout, not the end of a paragraph.
  const breaks = raw.endsWith("  ") && !ENDS_OPEN.test(text.trimEnd());
  if (RULE.test(text)) return { kind: "rule", marker: "", content: text, breaks };
  if (HEADING.test(text)) return { kind: "heading", marker: "## ", content: text.replace(HEADING, ""), breaks };
  if (BULLET.test(text)) return { kind: "item", marker: "- ", content: text.replace(BULLET, ""), breaks };
  const number = NUMBER.exec(text);
  if (number !== null) return { kind: "item", marker: `${number[1]}. `, content: text.slice(number[0].length), breaks };
  if (/^\s*\|/.test(text)) return { kind: "table", marker: "", content: text, breaks: false };
  return { kind: "text", marker: "", content: text, breaks };
}

function blockOf(lines: readonly Line[]): Block {
  const first = lines[0]?.kind;
  const contents = lines.map((line) => line.content);
  if (first === "rule") return { kind: "rule", text: contents.join("").trim(), pictures: 0, linked: 0 };
  if (first === "table") return table(contents);
  const joined = joinLines(contents);
  const text = plainInline(joined.replaceAll(PICTURE, ` ${PICTURE} `));
  const pictures = joined.split(PICTURE).length - 1;
  if (text === "") return { kind: pictures > 0 ? "picture" : "rule", text: "", pictures, linked: 0 };
  const kind = first === "heading" || first === "item" ? first : "paragraph";
  return { kind, text: `${lines[0]?.marker ?? ""}${text}`, pictures, linked: linkedShare(joined) };
}

/** The rows of a table, each to be read alone. */
function table(lines: readonly string[]): Block {
  const rows = lines.map(cellsOf);
  const ruled = lines[1] !== undefined && DELIMITER.test(lines[1].trim());
  const rest = rows.filter((_, index) => !DELIMITER.test((lines[index] ?? "").trim()));
  const grid = ruled ? { header: rest[0] ?? [], rows: rest.slice(1) } : { header: null, rows: rest };
  const kept = rowLines(grid).filter((row) => /[\p{L}\p{N}]/u.test(row));
  return { kind: "verbatim", text: kept.join("\n"), pictures: lines.join("").split(PICTURE).length - 1, linked: 0 };
}

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, "")
    .split(/(?<!\\)\|/)
    .map(plainInline);

function verbatim(lines: readonly string[]): Block {
  const kept = lines.map((line) => line.replace(/[\uE000-\uE00F]/g, "").trimEnd()).filter((line) => line !== "");
  return { kind: "verbatim", text: kept.join("\n"), pictures: lines.join("").split(PICTURE).length - 1, linked: 0 };
}

/** The words of a block without the marker that its kind puts before them. */
export const wordsOf = (block: Block): string => block.text.replace(/^(?:## |- |\d{1,3}\. )/, "").trim();
