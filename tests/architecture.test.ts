import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = path.join(import.meta.dirname, "..");

/**
 * Who may import whom: rooms of src/ by name, those of tools/ (instruments, not the product) with the folder before. A room not named
 * here may not exist. "*" is any room of src/; no room of the product ever imports tools/.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  "domain.ts": ["domain"],
  "errors.ts": [],
  "dot.ts": [],
  ports: ["domain"],
  "ports.ts": ["ports"],
  proxies: [],
  "config-variables.ts": [],
  "config-reader.ts": ["config-variables.ts", "proxies"],
  "config.ts": ["config-reader.ts", "errors.ts", "proxies"],
  text: ["domain.ts"],
  articles: ["domain.ts", "errors.ts", "text"],
  indexing: ["domain.ts", "ports.ts", "errors.ts", "dot.ts", "text", "articles"],
  reporting: ["domain.ts", "errors.ts", "text", "articles"],
  language: ["domain.ts", "text"],
  checking: ["domain.ts", "ports.ts", "dot.ts", "text", "language"],
  models: ["domain.ts", "ports.ts", "errors.ts"],
  questions: ["domain.ts", "ports.ts", "text", "language", "models"],
  finding: ["domain.ts", "ports.ts", "text"],
  retrieval: ["domain.ts", "ports.ts", "errors.ts", "dot.ts", "text"],
  answering: [
    "domain.ts",
    "ports.ts",
    "errors.ts",
    "dot.ts",
    "text",
    "language",
    "models",
    "checking",
    "retrieval",
    "questions",
  ],
  library: ["domain.ts", "ports.ts", "text", "questions", "finding", "answering", "indexing"],
  rendering: ["articles", "domain.ts", "errors.ts", "text", "library", "adding"],
  bot: ["articles", "domain.ts", "ports.ts", "errors.ts", "library", "adding", "rendering", "text"],
  adapters: ["articles", "domain.ts", "ports.ts", "errors.ts", "dot.ts", "text", "config.ts", "proxies"],
  terminal: ["domain.ts", "ports.ts", "errors.ts", "library", "rendering", "bot", "text", "indexing"],
  adding: ["domain.ts", "ports.ts", "errors.ts", "config.ts", "text", "articles", "indexing", "answering"],
  "index-process.ts": ["*"],
  "wiring.ts": ["*"],
  "start-checks.ts": ["*"],
  "main.ts": ["*"],
  "tools/telegram-server": ["domain.ts", "errors.ts"],
  "tools/evaluation": [
    "domain.ts",
    "ports.ts",
    "errors.ts",
    "text",
    "indexing",
    "models",
    "questions",
    "retrieval",
    "checking",
    "answering",
    "articles",
    "adapters",
    "wiring.ts",
  ],
  "tools/load": ["config.ts", "indexing", "rendering", "bot", "wiring.ts", "tools/telegram-server", "tools/evaluation"],
};

/** What shows the product to people. The rest must work, and be read, without it. */
const PRESENTATION = ["rendering", "bot", "terminal"];
/** They join the core to the presentation. */
const PROGRAMS = ["main.ts", "wiring.ts", "start-checks.ts", "index-process.ts"];

/** Packages that one room alone may use. */
const VENDORS: Readonly<Record<string, readonly string[]>> = {
  grammy: ["bot", "tools/telegram-server", "rendering"],
  "@grammyjs/runner": ["bot"],
  "@grammyjs/i18n": ["rendering"],
  openai: ["adapters"],
  undici: ["adapters"],
  "fetch-socks": ["adapters"],
  vectra: ["adapters"],
  "node:sqlite": ["adapters"],
  "@mozilla/readability": ["articles"],
  linkedom: ["articles"],
  htmlparser2: ["articles"],
  turndown: ["articles"],
  unpdf: ["articles"],
  yaml: ["articles", "language"],
  mdast: ["rendering"],
  "mdast-util-gfm": ["rendering"],
  "mdast-util-to-markdown": ["rendering"],
  "cli-progress": ["terminal"],
  "chrono-node": ["questions"],
};

interface Import {
  readonly file: string;
  readonly line: number;
  readonly target: string;
}

const IMPORT = /^\s*(?:import|export)\b.*?from\s+"([^"]+)"|^\s*import\s+"([^"]+)"|import\("([^"]+)"\)/;

async function importsOfProject(): Promise<Import[]> {
  const found: Import[] = [];
  for await (const file of glob("{src,tools}/**/*.ts", { cwd: ROOT })) {
    const lines = readFileSync(path.join(ROOT, file), "utf8")
      .replace(/\{[^}]*\}/gs, (names) => names.replaceAll("\n", ""))
      .split("\n");
    for (const [index, line] of lines.entries()) {
      const match = IMPORT.exec(line);
      const target = match?.[1] ?? match?.[2] ?? match?.[3];
      if (target !== undefined) found.push({ file, line: index + 1, target });
    }
  }
  return found;
}

function roomOf(file: string): string {
  const [top, room] = file.split(path.sep);
  return top === "src" ? `${room}` : `${top}/${room}`;
}

const mayImport = (allowed: readonly string[], to: string) =>
  allowed.includes(to) || (allowed.includes("*") && !to.startsWith("tools/"));

const imports = await importsOfProject();

describe("who may import whom", () => {
  it("finds imports at all", () => {
    expect(imports.length).toBeGreaterThan(50);
  });

  it("within the project", () => {
    const wrong = imports
      .filter(({ target }) => target.startsWith("."))
      .map((found) => ({
        ...found,
        to: roomOf(path.join(path.dirname(found.file), found.target)),
      }))
      .filter(({ file, to }) => {
        const allowed = ALLOWED[roomOf(file)];
        return to !== roomOf(file) && (allowed === undefined || !mayImport(allowed, to));
      })
      .map(
        ({ file, line, to }) =>
          `${file}:${line} imports ${to}, but ${roomOf(file)} may only import ${ALLOWED[roomOf(file)]?.join(", ")}`,
      );
    expect(wrong).toEqual([]);
  });

  it("the core never asks the presentation", () => {
    const core = Object.keys(ALLOWED).filter(
      (room) => !room.startsWith("tools/") && ![...PRESENTATION, ...PROGRAMS].includes(room),
    );
    const wrong = core
      .filter((room) => ALLOWED[room]?.some((other) => other === "*" || PRESENTATION.includes(other)))
      .map((room) => `${room} may not import ${PRESENTATION.join(", ")}: give it a type of its own that they import`);
    expect(wrong).toEqual([]);
  });

  it("of vendors", () => {
    const wrong = imports
      .filter(({ target, file }) => {
        const rooms = VENDORS[target.replace(/^((?:@[^/]+\/)?[^/]+).*$/, "$1")];
        return rooms !== undefined && !rooms.includes(roomOf(file));
      })
      .map(
        ({ file, line, target }) =>
          `${file}:${line} imports ${target}, which belongs to ${VENDORS[target]?.join(", ")}`,
      );
    expect(wrong).toEqual([]);
  });

  it("reads process.env in one place, which only main.ts and scripts call", () => {
    const readers = [...new Set(imports.map(({ file }) => file))].filter((file) =>
      readFileSync(path.join(ROOT, file), "utf8").includes("process.env"),
    );
    expect(readers).toEqual([path.join("src", "terminal", "environment.ts")]);
  });
});
