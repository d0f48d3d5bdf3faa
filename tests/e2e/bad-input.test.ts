import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Ran as ProgramRan, programHost } from "../support/programs.ts";

const ROOT = path.join(import.meta.dirname, "..", "..");
const ASSETS = "src/adapters/static-table/assets";
const scratch = mkdtempSync(path.join(tmpdir(), "footnote-bad-input-"));

const QUESTION = {
  id: "a",
  lang: "en",
  question: "When did the lighthouse return?",
  answers: ["in May"],
  answerable: true,
  gold_articles: ["light"],
};
const ARTICLE = "# The lighthouse\n\nThe lighthouse was lit again in May. Ships see it from 18 miles away.\n";

let folders = 0;
function newFolder(files: Readonly<Record<string, string>> = {}): string {
  folders += 1;
  const folder = path.join(scratch, String(folders));
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

const lines = (...rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).join("\n");
const aSet = (questions: string, articles: Readonly<Record<string, string>> = { "articles/light.md": ARTICLE }) =>
  newFolder({ "questions.jsonl": questions, ...articles });

interface Ran extends ProgramRan {
  /** Everything left in the data folder and in the folder for temporary files. */
  readonly left: readonly string[];
}

const host = programHost();
afterAll(async () => {
  await host.stop();
  rmSync(scratch, { recursive: true, force: true });
});

/** Runs a command with data and temporary folders of its own. */
async function run(script: string, args: readonly string[], start = host.run): Promise<Ran> {
  const folder = newFolder({ "data/.keep": "", "tmp/.keep": "" });
  const env = { HOME: folder, DATA_DIR: path.join(folder, "data"), TMPDIR: path.join(folder, "tmp") };
  const ran = await start(script, args, env);
  const left = readdirSync(folder, { recursive: true }).map(String);
  return { ...ran, left: left.filter((name) => !/^(?:data|tmp)(?:\/\.keep)?$/.test(name)) };
}

async function check(script: string, args: readonly string[], words: RegExp, start = host.run): Promise<void> {
  const { status, stdout, stderr, left } = await run(script, args, start);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(stderr).toMatch(words);
  expect(stderr).not.toContain("Unexpected failure");
  expect({ status, stdout, left }).toEqual({ status: 1, stdout: "", left: [] });
}

const { answerable: _, ...withoutAnswerable } = QUESTION;

describe("bad input of eval: one line, exit code 1, nothing left behind", () => {
  it.each<[string, () => string[], RegExp]>([
    ["no set named", () => [], /Which set\? Give either --set DIR/],
    ["an option that is none", () => ["--sets", "corpus"], /--sets.*--help/],
    ["a limit that is no number", () => ["--set", "corpus", "--limit", "few"], /--limit.*"few"/],
    ["a set that is not there", () => ["--set", newFolder()], /questions\.jsonl cannot be read \(ENOENT\)/],
    ["an empty set", () => ["--set", aSet("\n")], /holds no question/],
    ["a missing field", () => ["--set", aSet(lines(withoutAnswerable))], /:1: field answerable: /],
    ["a mistyped field", () => ["--set", aSet(lines({ ...QUESTION, answerable: "yes" }))], /:1: field answerable: /],
    ["a line that is no JSON", () => ["--set", aSet(`${lines(QUESTION)}\n{`)], /:2: not JSON/],
    ["a gold article that is not there", () => ["--set", aSet(lines({ ...QUESTION, gold_articles: ["x"] }))], /"x"/],
    ["no articles folder", () => ["--set", aSet(lines(QUESTION), {})], /articles cannot be read.*--articles/],
    ["a broken set.json", () => ["--set", aSet(lines(QUESTION), { "set.json": "{" })], /set\.json must be like/],
    [
      "no readable article",
      () => ["--set", aSet(lines({ ...QUESTION, gold_articles: [] }), { "articles/a.jpg": "x" })],
      /No readable article.*a\.jpg/,
    ],
    [
      "an earlier report that is none",
      () => ["--set", "corpus", "--compare", path.join(newFolder({ "old.json": "{}" }), "old.json")],
      /old\.json is not a report/,
    ],
  ])("%s", async (_name, args, words) => check("scripts/eval.ts", args(), words));

  it("an unknown field is one warning, however many lines have it", async () => {
    const set = aSet(lines({ ...QUESTION, mood: 1 }, { ...QUESTION, id: "b", mood: 2 }));
    const { status, stdout, stderr } = await run("scripts/eval.ts", ["--set", set, "--json"]);
    expect(stderr.match(/^warning: .*$/gm)).toEqual([
      expect.stringMatching(/questions\.jsonl:1: unknown field "mood"/),
    ]);
    expect(JSON.parse(stdout).questions).toBe(2);
    expect(status).toBe(0);
  });
});

describe("bad input of index: one line, exit code 1, nothing left behind", () => {
  it.each<[string, () => string[], RegExp]>([
    ["an option that is none", () => ["--corpora", "x"], /--corpora.*--help/],
    ["a word too many", () => ["articles"], /articles.*--help/],
    ["an empty folder", () => ["--corpus", newFolder()], /No readable article in .* \(it is empty\)/],
    ["only pictures", () => ["--corpus", newFolder({ "a.md": "# A\n\n![](x.png)" })], /a\.md: only pictures \(1\)/],
    ["a file for a folder", () => ["--corpus", path.join(newFolder({ "a.md": ARTICLE }), "a.md")], /is not a folder/],
    ["--report without a file", () => ["--report"], /--report.*--help/],
    ["a report that is no page", () => ["--report", "report.pdf"], /\.html file, not "report\.pdf"/],
    [
      "a report among the articles",
      () => {
        const corpus = newFolder({ "a.md": ARTICLE });
        return ["--corpus", corpus, "--report", path.join(corpus, "report.html")];
      },
      /would lie among the articles/,
    ],
  ])("%s", async (_name, args, words) => check("scripts/index.ts", args(), words));
});

describe("a built-in table that is damaged", () => {
  it("index and eval say so in one line", async () => {
    const copy = newFolder();
    for (const name of ["src", "scripts", "tools", "package.json"])
      cpSync(path.join(ROOT, name), path.join(copy, name), { recursive: true });
    symlinkSync(path.join(ROOT, "node_modules"), path.join(copy, "node_modules"));
    truncateSync(path.join(copy, ASSETS, "table.bin"), 1000);
    const words = /table\.bin is damaged \(1000 bytes/;
    const { run: start, stop } = programHost(copy);
    await check("scripts/index.ts", ["--corpus", newFolder({ "a.md": ARTICLE })], words, start);
    await check("scripts/eval.ts", ["--set", aSet(lines(QUESTION))], words, start);
    await stop();
  });
});
