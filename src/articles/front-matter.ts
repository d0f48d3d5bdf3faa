import { parse } from "yaml";
import { factsOf, kindOf } from "./facts.ts";
import type { ParsedFile } from "./parsed.ts";

const FRONT_MATTER = /^\s{0,20}(---|\+\+\+)[ \t]*\n(?:([\s\S]{0,20000}?)\n)?(?:\1|\.\.\.)[ \t]*(?:\n|$)/;
const NAME = String.raw`["']?([\p{L}\p{N}_.-]{1,40}(?: [\p{L}\p{N}_.-]{1,40}){0,3})["']?`;
const YAML_FIELD = new RegExp(String.raw`^${NAME}[ \t]*(?::(?=\s|$)|：)[ \t]*(.*)$`, "u");
const TOML_FIELD = new RegExp(String.raw`^${NAME}[ \t]*=[ \t]*(.*)$`, "u");

type Field = readonly [name: string, value: string];

/** Markdown that starts with a YAML (or TOML) block; null if there is none. A block that is not strict YAML is read line by line. */
export function parseFrontMatter(text: string): ParsedFile | null {
  const match = FRONT_MATTER.exec(text);
  if (match === null) return null;
  const source = match[2] ?? "";
  const byLine = readLines(source, match[1] === "---" ? YAML_FIELD : TOML_FIELD);
  if (byLine === null) return null;
  const strict = match[1] === "---" ? readYaml(source) : null;
  const facts = factsOf(strict ?? byLine);
  return { ...facts, markdown: text.slice(match[0].length), outside: [] };
}

/** null when it is not strict YAML. */
function readYaml(source: string): Field[] | null {
  try {
    const data: unknown = parse(source, { maxAliasCount: 0, logLevel: "error" });
    if (typeof data !== "object" || data === null) return null;
    return Object.entries(data).map(([name, value]) => [name, asText(value)]);
  } catch {
    return null;
  }
}

function asText(value: unknown): string {
  if (Array.isArray(value))
    return value
      .map(asText)
      .filter((item) => item !== "")
      .join(", ");
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}

/** Fields and their lists as lines show them; null when a rule stands around prose. */
function readLines(source: string, pattern: RegExp): Field[] | null {
  const fields: { name: string; values: string[] }[] = [];
  for (const line of source.split("\n")) {
    const field = pattern.exec(line);
    const last = fields.at(-1);
    if (field !== null) fields.push({ name: field[1] ?? "", values: [field[2] ?? ""] });
    else if (/^(?:\s|-|\]|\})/.test(line) && line.trim() !== "") last?.values.push(line);
    else if (line.trim() !== "" && !/^\s*#/.test(line)) {
      // A value that goes on without its indent still follows a field; a block that starts with prose is none.
      if (last === undefined || kindOf(last.name) === null) return null;
      last.values.push(line);
    }
  }
  const known = fields.filter(({ name }) => kindOf(name) !== null).length;
  const named = fields.every(({ name }) => !name.includes(" ")) && fields.length > 1;
  if (fields.length > 0 && known === 0 && !named) return null;
  return fields.length === 0 && source.trim() !== ""
    ? null
    : fields.map(({ name, values }) => [name, fieldValue(values)]);
}

function fieldValue(lines: readonly string[]): string {
  const items = lines.flatMap((line) => {
    const text = line.trim().replace(/^(?:-\s+|[|>][+-]?$)/, "");
    const list = /^\[(?!\[)(.*)\]$/.exec(text);
    return list === null ? [text] : (list[1] ?? "").split(/,\s*/);
  });
  return items
    .map(unquoted)
    .filter((item) => item !== "" && item !== "~" && item !== "null")
    .join(", ");
}

const unquoted = (text: string): string => /^(["'])(.*)\1$/.exec(text.trim())?.[2] ?? text.trim();
