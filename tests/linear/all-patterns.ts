import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import path from "node:path";
import { parseAst } from "vitest/node";

const SRC = path.join(import.meta.dirname, "..", "..", "src");
/** They see what a developer made, and no text from outside. */
const TOOLS = /^(?:evaluation|bot-api|load)\//;

export interface Pattern {
  /** Where it stands, within src. */
  readonly file: string;
  readonly regexp: RegExp;
}

/** Every pattern that the program writes down, and every one that it makes of parts when it is loaded. */
export function allPatterns(): readonly Pattern[] {
  const files = globSync("**/*.ts", { cwd: SRC })
    .map((file) => file.replaceAll(path.sep, "/"))
    .filter((file) => !TOOLS.test(file));
  const sources = files.map((file) => ({ file, source: readFileSync(path.join(SRC, file), "utf8") }));
  const written = sources.flatMap(({ file, source }) =>
    [...literalsIn(parseAst(stripTypeScriptTypes(source)))].map((regexp) => ({ file, regexp })),
  );
  const makers = sources.filter(({ source }) => source.includes("new RegExp("));
  const made = patternsMadeBy(makers.map(({ file }) => file));
  return [...new Map([...written, ...made].map((pattern) => [`${pattern.file} ${pattern.regexp}`, pattern])).values()];
}

function* literalsIn(node: unknown): Generator<RegExp> {
  if (typeof node !== "object" || node === null) return;
  if ("regex" in node) {
    const { pattern, flags } = node.regex as { readonly pattern: string; readonly flags: string };
    yield new RegExp(pattern, flags);
    return;
  }
  for (const child of Object.values(node)) yield* literalsIn(child);
}

function patternsMadeBy(files: readonly string[]): Pattern[] {
  const program = path.join(import.meta.dirname, "made-patterns.ts");
  const lines = execFileSync(process.execPath, [program, SRC, ...files], { encoding: "utf8" })
    .trim()
    .split("\n");
  return lines.map((line) => {
    const { file, source, flags } = JSON.parse(line) as { file: string; source: string; flags: string };
    return { file, regexp: new RegExp(source, flags) };
  });
}
