import { parseFrontMatter } from "./front-matter.ts";
import type { ParsedFile } from "./parsed.ts";
import { parseWechat } from "./wechat.ts";

const FIRST_HEADING = /^\s*# +(.+)(?:\n|$)/;

/** Any Markdown: with an exporter's header, with front matter, or bare, where the first `# ` heading is the title. */
export function parseMarkdown(text: string): ParsedFile {
  return parseWechat(text) ?? parseFrontMatter(text) ?? parseBare(text);
}

function parseBare(text: string): ParsedFile {
  const heading = FIRST_HEADING.exec(text);
  return {
    title: heading?.[1]?.trim() ?? null,
    author: null,
    date: null,
    zone: null,
    url: null,
    markdown: heading === null ? text : text.slice(heading[0].length),
    outside: [],
  };
}
