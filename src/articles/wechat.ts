import type { ParsedFile } from "./parsed.ts";

const FIELD = /^(文章作者|发布时间|发布地|原文链接|封面图链接)[:：]\s*(.*)$/;
const HEADER_LINES = 14;

/** Markdown as WeChat article exporters write it: title, named fields, then the text. null when the header is not there. */
export function parseWechat(text: string): ParsedFile | null {
  const lines = text.split("\n", HEADER_LINES);
  const fields = new Map<string, string>();
  let bodyFrom = 0;
  for (const [index, line] of lines.entries()) {
    const field = FIELD.exec(line.trim());
    if (field?.[1] !== undefined) fields.set(field[1], field[2] ?? "");
    if (field !== null || (index === 0 && line.startsWith("# "))) bodyFrom = index + 1;
    else if (line.trim() !== "" && index > 0) break;
  }
  if (!fields.has("文章作者") && !fields.has("发布时间")) return null;
  return {
    title: lines[0]?.startsWith("# ") === true ? lines[0].slice(2).trim() : null,
    author: fields.get("文章作者") ?? null,
    date: fields.get("发布时间") ?? null,
    zone: "+08:00",
    url: fields.get("原文链接") ?? null,
    markdown: text.slice(offsetOfLine(lines, bodyFrom)),
    outside: [],
  };
}

function offsetOfLine(lines: readonly string[], index: number): number {
  return lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0);
}
