import { factsOf, kindOf } from "./facts.ts";
import type { ParsedFile } from "./parsed.ts";

const FIELD = /^[>\s]*(?:[-*•]\s+)?\**([\p{L}][\p{L}_ ]{0,20}?)\**\s*[:：]\s*\**\s*(.*)$/u;
/** What notes of highlights put around their fields. */
const FRAME = /^(?:#{2,3} (?:Metadata|元数据)\s*|!\[[^\]]{0,100}\]\([^()\s]{0,2000}\)\s*)$/i;
const HEADER_LINES = 20;

/**
 * Markdown as exporters write it: title, named fields, then the text. null when such a head is not there: one field of
 * WeChat's exporters, or two of any, the date or the address among them.
 */
export function parseLabelledHead(text: string): ParsedFile | null {
  const lines = text.split("\n", HEADER_LINES);
  const fields: [name: string, value: string][] = [];
  let bodyFrom = 0;
  for (const [index, line] of lines.entries()) {
    const field = readField(line);
    if (field !== null) fields.push([field.name, field.value]);
    if (field !== null || (index === 0 && line.startsWith("# "))) bodyFrom = index + 1;
    else if (line.trim() !== "" && index > 0 && !FRAME.test(line)) break;
  }
  const words = fields.filter(([name]) => kindOf(name) === "text").map(([, value]) => value);
  const pictures = lines.slice(0, bodyFrom).filter((line) => line.startsWith("!["));
  const kinds = new Set(fields.map(([name]) => kindOf(name)));
  const named = fields.some(([name]) => name === "文章作者" || name === "发布时间");
  if (!named && (kinds.size < 2 || !(kinds.has("date") || kinds.has("url")))) return null;
  const heading = lines[0]?.startsWith("# ") === true ? lines[0].slice(2).trim() : null;
  const facts = factsOf(fields);
  const rest = text.slice(lines.slice(0, bodyFrom).reduce((sum, line) => sum + line.length + 1, 0));
  return {
    ...facts,
    title: facts.title ?? heading,
    markdown: [...pictures, ...words, rest].join("\n\n"),
    outside: [],
  };
}

function readField(line: string): { readonly name: string; readonly value: string } | null {
  const match = FIELD.exec(line.slice(0, 3_000));
  const name = match?.[1]?.trim() ?? "";
  return kindOf(name) === null ? null : { name, value: (match?.[2] ?? "").replace(/(?<!\*)\*+$/, "") };
}
