import type { Draft } from "./draft.ts";

const HEADER_LINE = /^(文章作者|发布时间|发布地|原文链接|封面图链接)\s*[:：]\s*(.*)$/;

export function isWechatExport(text: string): boolean {
  return text.slice(0, 2_000).split("\n").filter((line) => HEADER_LINE.test(line)).length >= 2;
}

/** The WeChat exporters' Markdown: a title, header lines up to the cover picture, then the body. */
export function parseWechat(text: string): Draft {
  const lines = text.split("\n");
  const fields = new Map<string, string>();
  let title: string | null = null;
  let at = 0;
  for (; at < lines.length; at++) {
    const line = (lines[at] ?? "").trim();
    const header = HEADER_LINE.exec(line);
    if (header !== null) fields.set(header[1] ?? "", (header[2] ?? "").trim());
    else if (title === null && line.startsWith("# ")) title = line.slice(2).trim();
    else if (line !== "") break;
  }
  const field = (name: string) => fields.get(name) || null;
  return { title, author: field("文章作者"), date: field("发布时间"), url: field("原文链接"), markdown: lines.slice(at).join("\n") };
}
