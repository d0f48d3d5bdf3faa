import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { METHOD_NAMES } from "../../tools/telegram-server/methods/all.ts";
import { RULES } from "./rules/all.ts";
import { botApiDocument } from "./rules/document.ts";
import { STORIES } from "./rules/stories.ts";

const HERE = import.meta.dirname;
const TABLES_THEMSELVES = ["rules.test.ts", "document.test.ts"];

/** `file: title` of each test of this folder. */
function titles(): string[] {
  const files = readdirSync(HERE).filter((name) => name.endsWith(".test.ts") && !TABLES_THEMSELVES.includes(name));
  return files.flatMap((file) => {
    const code = readFileSync(path.join(HERE, file), "utf8");
    return Array.from(
      code.matchAll(/^ {2}(?:it\(|\](?: as const)?\)\()"(.*)", /gm),
      ([, title]) => `${file}: ${title}`,
    );
  });
}

describe("docs/BOT_API.md", () => {
  it("is what the tables say (npm run docs:bot-api writes it)", () => {
    const written = readFileSync(path.join(HERE, "../../docs/BOT_API.md"), "utf8");
    expect(written).toBe(botApiDocument(METHOD_NAMES));
  });

  it("covers every method, and no method that there is not", () => {
    const stated = new Set(RULES.map(({ method }) => method));
    expect([...stated].toSorted()).toEqual([...METHOD_NAMES].toSorted());
  });

  it("names every test of several calls, and no test that there is not", () => {
    expect(STORIES.map(({ file, title }) => `${file}: ${title}`).toSorted()).toEqual(titles().toSorted());
  });
});
