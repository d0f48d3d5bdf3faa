import { CJK } from "./characters.ts";

const CJK_END = new RegExp(`[${CJK}]$`, "u");
const CJK_START = new RegExp(`^[${CJK}]`, "u");
const POINT_START = /^[，。！？；：、）」』”》]/;
// Exporters wrap at hyphens too, inside a word (`XXL-` + `JOB`) and inside a bare address.
const HYPHEN_END = /[\p{L}\p{N}/_]-$/u;
const END_CHARS = 40;
const MARKS = /[*_\uE000-\uE00F\s]/g;

/** Hard-wrapped lines as one: nothing between Chinese characters, one space between words. */
export function joinLines(lines: readonly string[]): string {
  const out: string[] = [];
  let end = "";
  for (const line of lines.map((l) => l.trim())) {
    const piece = end === "" ? line : `${gap(end, line)}${line}`;
    out.push(piece);
    // Asked of the whole text, its end would be copied out line after line.
    end = `${end}${piece.slice(-END_CHARS)}`.slice(-END_CHARS);
  }
  return out.join("");
}

function gap(before: string, after: string): "" | " " {
  const end = before.slice(-END_CHARS).replace(MARKS, "");
  const start = after.slice(0, 40).replace(MARKS, "");
  if (POINT_START.test(start) || HYPHEN_END.test(end)) return "";
  return CJK_END.test(end) && CJK_START.test(start) ? "" : " ";
}
