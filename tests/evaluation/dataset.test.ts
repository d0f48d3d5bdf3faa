import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readDataset, withHalfOfArticles } from "../../tools/evaluation/dataset.ts";

const LINE = { id: "a", lang: "en", question: "Who?", answers: ["She"], answerable: true, gold_articles: ["one"] };
let dir = "";

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), "set-"));
  mkdirSync(path.join(dir, "articles", "sub"), { recursive: true });
  for (const name of ["one.md", "two.txt", "sub/three.v2.md", "sub/two.md"])
    writeFileSync(path.join(dir, "articles", name), name);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function write(...rows: readonly unknown[]): void {
  const text = rows.map((row) => (typeof row === "string" ? row : JSON.stringify(row))).join("\n");
  writeFileSync(path.join(dir, "questions.jsonl"), text);
}

describe("a set", () => {
  it.each([
    ["one", "one.md"],
    ["one.md", "one.md"],
    ["./one.md", "one.md"],
    ["three.v2", "sub/three.v2.md"],
    ["sub/three.v2.md", "sub/three.v2.md"],
    ["sub/two", "sub/two.md"],
    ["two.txt", "two.txt"],
  ])("names a gold article %s", async (name, file) => {
    write({ ...LINE, gold_articles: [name] });
    expect((await readDataset(dir)).questions[0]?.goldFiles).toEqual([file]);
  });

  it("keeps all fields, and answers only where there is one", async () => {
    write(
      {
        ...LINE,
        kind: "time",
        as_of: "2024-12-02",
        gold_quotes: ["q"],
        gold_passage: "p",
        range: ["2024-11-01", "2024-11-30"],
        distractors: ["x"],
        why: "w",
      },
      "",
      { ...LINE, id: "b", answerable: false, follow_up_of: "a" },
    );
    const { questions, warnings } = await readDataset(dir);
    expect(warnings).toEqual([]);
    expect(questions).toEqual([
      {
        id: "a",
        text: "Who?",
        kind: "time",
        answerable: true,
        answers: ["She"],
        goldFiles: ["one.md"],
        evidence: ["q", "p"],
        quotes: ["q"],
        asOf: "2024-12-02",
        followUpOf: null,
      },
      {
        id: "b",
        text: "Who?",
        kind: null,
        answerable: false,
        answers: [],
        goldFiles: [],
        evidence: [],
        quotes: [],
        asOf: null,
        followUpOf: "a",
      },
    ]);
  });

  it("warns once for each unknown field", async () => {
    write({ ...LINE, mood: 1 }, { ...LINE, id: "b", mood: 2, tone: 3 });
    const { warnings } = await readDataset(dir);
    expect(warnings.map((warning) => warning.replace(dir, ""))).toEqual([
      '/questions.jsonl:1: unknown field "mood" is ignored',
      '/questions.jsonl:2: unknown field "tone" is ignored',
    ]);
  });

  it("finds its articles where set.json says", async () => {
    const elsewhere = path.join(dir, "elsewhere");
    mkdirSync(elsewhere);
    writeFileSync(path.join(elsewhere, "one.md"), "one");
    writeFileSync(path.join(dir, "set.json"), '{"articles":"./elsewhere"}');
    write(LINE);
    expect(await readDataset(dir)).toMatchObject({ articlesDir: elsewhere, files: ["one.md"] });
    expect((await readDataset(dir, path.join(dir, "articles"))).files).toHaveLength(4);
  });

  it("has a hash that changes with questions and with articles", async () => {
    write(LINE);
    const first = (await readDataset(dir)).hash;
    expect((await readDataset(dir)).hash).toBe(first);
    writeFileSync(path.join(dir, "articles", "one.md"), "changed");
    const second = (await readDataset(dir)).hash;
    write({ ...LINE, question: "Where?" });
    const third = (await readDataset(dir)).hash;
    expect(new Set([first, second, third]).size).toBe(3);
  });

  it("loses every second article by name, and with it the answers", async () => {
    // sorted: one.md, sub/three.v2.md, sub/two.md, two.txt
    write(
      LINE,
      { ...LINE, id: "b", gold_articles: ["three.v2"], gold_quotes: ["q"] },
      { ...LINE, id: "c", gold_articles: ["two.txt", "sub/two"] },
    );
    const half = withHalfOfArticles(await readDataset(dir));
    expect(half.files).toEqual(["one.md", "sub/two.md"]);
    expect(
      half.questions.map(({ answerable, answers, goldFiles, evidence }) => ({
        answerable,
        answers,
        goldFiles,
        evidence,
      })),
    ).toEqual([
      { answerable: true, answers: ["She"], goldFiles: ["one.md"], evidence: [] },
      { answerable: false, answers: [], goldFiles: [], evidence: [] },
      { answerable: true, answers: ["She"], goldFiles: ["sub/two.md"], evidence: [] },
    ]);
  });
});

describe("a bad set", () => {
  const { question: _, ...withoutQuestion } = LINE;
  it.each<[name: string, rows: unknown[], message: RegExp]>([
    ["missing field", [LINE, withoutQuestion], /questions\.jsonl:2: field question: /],
    ["mistyped field", [{ ...LINE, answerable: "yes" }], /questions\.jsonl:1: field answerable: .*boolean/],
    ["mistyped element", [{ ...LINE, gold_articles: ["one", 2] }], /:1: field gold_articles\.1: /],
    ["empty question", [{ ...LINE, question: " " }], /:1: field question: is empty/],
    ["no such day", [{ ...LINE, as_of: "2024-02-30" }], /:1: field as_of: /],
    ["not JSON", [LINE, "{"], /:2: not JSON/],
    ["not an object", ["[]"], /:1: field \(whole line\)/],
    ["two of one id", [LINE, LINE], /:2: id "a" was used before/],
    [
      "follows a later question",
      [
        { ...LINE, follow_up_of: "b" },
        { ...LINE, id: "b" },
      ],
      /question a: field follow_up_of: "b" stands after it/,
    ],
    ["follows nothing", [{ ...LINE, follow_up_of: "z" }], /follow_up_of: "z" does not exist/],
    ["follows itself", [{ ...LINE, follow_up_of: "a" }], /follow_up_of: "a"/],
    ["empty", [""], /holds no question/],
    ["unknown gold article", [{ ...LINE, gold_articles: ["nine"] }], /question a: no article file is "nine"/],
    [
      "ambiguous gold article",
      [{ ...LINE, gold_articles: ["two"] }],
      /question a: no article file is "two", or several are/,
    ],
  ])("%s", async (_name, rows, message) => {
    write(...rows);
    await expect(readDataset(dir)).rejects.toMatchObject({ code: "dataset", message: expect.stringMatching(message) });
  });

  it("tells all problems at once, but not without end", async () => {
    write(...Array.from({ length: 30 }, (_unused, index) => ({ ...withoutQuestion, id: `q${index}` })));
    const error = await readDataset(dir).catch((caught: unknown) => caught);
    expect(String(error).split("\n")).toHaveLength(11);
  });

  it("without questions, with a broken set.json, without articles", async () => {
    await expect(readDataset(dir)).rejects.toMatchObject({
      code: "dataset",
      message: expect.stringContaining("ENOENT"),
    });
    write(LINE);
    writeFileSync(path.join(dir, "set.json"), '{"articles":7}');
    await expect(readDataset(dir)).rejects.toMatchObject({
      code: "dataset",
      message: expect.stringContaining("set.json"),
    });
    await expect(readDataset(dir, path.join(dir, "nowhere"))).rejects.toMatchObject({ code: "corpus" });
  });
});
