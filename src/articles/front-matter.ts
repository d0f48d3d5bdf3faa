import { parse } from "yaml";
import { type ParsedFile, UnreadableFile } from "./parsed.ts";

const FRONT_MATTER = /^---[ \t]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/** Markdown that opens with a YAML block; null when there is none. @throws UnreadableFile when the block is not valid YAML */
export function parseFrontMatter(text: string): ParsedFile | null {
  const match = FRONT_MATTER.exec(text);
  if (match === null) return null;
  const data = readYaml(match[1] ?? "");
  return {
    title: field(data, "title"),
    author: field(data, "author") ?? field(data, "account"),
    date: field(data, "date") ?? field(data, "published"),
    zone: null,
    url: field(data, "url") ?? field(data, "link") ?? field(data, "source"),
    markdown: text.slice(match[0].length),
    outside: [],
  };
}

function readYaml(source: string): Readonly<Record<string, unknown>> {
  let data: unknown;
  try {
    data = parse(source, { maxAliasCount: 0 });
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
    throw new UnreadableFile(`the front matter is not valid YAML (${detail})`);
  }
  return typeof data === "object" && data !== null ? { ...data } : {};
}

function field(data: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = data[name];
  if (Array.isArray(value)) return value.filter((item) => typeof item === "string").join(", ") || null;
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
