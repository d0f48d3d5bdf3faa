import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = path.join(import.meta.dirname, "..");
const ROOT_OF_SOURCE = path.join(ROOT, "src");
const DOCUMENTS = [...markdownIn(""), ...markdownIn("docs")];
const read = (name: string): string => readFileSync(path.join(ROOT, name), "utf8");
const packageJson: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(read("package.json"));
const architecture = read("ARCHITECTURE.md");

function markdownIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => path.posix.join(folder, name));
}

/** Names in backticks, in the first column of the table under a heading. */
function firstColumn(heading: string): string[] {
  const section = architecture.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";
  const cells = Array.from(section.matchAll(/^\| (`[^|]*) \|/gm), ([, cell]) => cell ?? "");
  return cells.flatMap((cell) => Array.from(cell.matchAll(/`([^`]+)`/g), ([, name]) => name ?? "")).toSorted();
}

describe.each(DOCUMENTS)("%s", (name) => {
  const text = read(name);

  it("links to files that exist", () => {
    const links = Array.from(text.matchAll(/\]\((?!https?:|#)([^)\s#]+)[^)]*\)/g), ([, link]) => link ?? "");
    const missing = links.filter((link) => !existsSync(path.join(ROOT, path.dirname(name), link)));
    expect(missing).toEqual([]);
  });

  it("names npm scripts that exist", () => {
    const scripts = Array.from(text.matchAll(/\bnpm run (?:--silent )?([a-z][a-z:-]*[a-z])/g), ([, script]) => script);
    expect(scripts.filter((script) => packageJson.scripts?.[script ?? ""] === undefined)).toEqual([]);
  });
});

describe("ARCHITECTURE.md", () => {
  it("says of each dependency why it is there", () => {
    const { dependencies, devDependencies, optionalDependencies } = packageJson;
    const all = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(firstColumn("Dependencies")).toEqual(all.toSorted());
  });

  it("has a row for each room", () => {
    const entries = readdirSync(ROOT_OF_SOURCE, { withFileTypes: true });
    const rooms = entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
    const programs = ["index-process.ts", "main.ts"];
    expect(firstColumn("Rooms")).toEqual(rooms.filter((room) => !programs.includes(room)).toSorted());
  });

  it("has a row for each instrument", () => {
    const instruments = readdirSync(path.join(ROOT, "tools")).map((name) => `tools/${name}/`);
    expect(firstColumn("Instruments")).toEqual(instruments.toSorted());
  });

  it("names files that exist, but for those of the worked examples", () => {
    const files = ["src", "tools"].flatMap((top) =>
      readdirSync(path.join(ROOT, top), { recursive: true }).map((file) => `/${top}/${String(file)}`),
    );
    const named = architecture.matchAll(/`((?:[\w-]+\/)*[\w-]+\.(?:ts|yaml|ftl))`/g);
    const missing = Array.from(named, ([, file]) => file ?? "").filter(
      (file) => !files.some((one) => one.endsWith(`/${file}`)),
    );
    expect(missing).toEqual(["src/articles/rst.ts", "src/bot/features/random.ts", "src/checking/check-currency.ts"]);
  });
});
