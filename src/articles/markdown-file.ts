import { parse as parseYaml } from "yaml";
import type { Draft } from "./draft.ts";

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/;

/** Markdown, with YAML front matter (title, author, date, url) or without. */
export function parseMarkdownFile(text: string): Draft {
  const matter = FRONT_MATTER.exec(text);
  const fields = matter === null ? {} : readFields(matter[1] ?? "");
  const rest = matter === null ? text : text.slice(matter[0].length);
  const heading = /^\s*#\s+(.+)\n?/.exec(rest);
  const field = (...names: string[]) => names.map((name) => fields[name]).find((value) => value !== undefined && value !== "") ?? null;
  return {
    title: field("title") ?? heading?.[1]?.trim() ?? null,
    author: field("author", "account"),
    date: field("date", "published"),
    url: field("url", "link", "source"),
    markdown: heading === null ? rest : rest.slice(heading[0].length),
  };
}

function readFields(yaml: string): Record<string, string> {
  try {
    const value: unknown = parseYaml(yaml, { schema: "failsafe" });
    if (typeof value !== "object" || value === null) return {};
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key.toLowerCase(), String(field).trim()]));
  } catch {
    return {};
  }
}
