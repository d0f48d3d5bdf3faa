import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStateStore } from "../../src/adapters/sqlite/state-store.ts";
import { systemClock } from "../../src/adapters/system-clock.ts";
import { readDataset } from "../../tools/evaluation/dataset.ts";
import { reply } from "../contracts/reply-store.ts";
import { programHost } from "../support/programs.ts";

const ROOT = path.join(import.meta.dirname, "..", "..");
const PERSON = 8_123_456_789;

describe("what people thought, in the terminal", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "footnote-feedback-"));
  const host = programHost();
  afterAll(async () => {
    await host.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const run = (script: string, ...args: readonly string[]) =>
    host.run(script, args, { HOME: folder, DATA_DIR: folder });
  beforeAll(() => {
    const state = openStateStore(path.join(folder, "state.db"), systemClock);
    const refused = { ...reply("Who built it?"), kind: "abstained" as const, direct: null, claims: [] };
    state.vote(state.keepReply("42", "42", reply("When?")), PERSON, { kind: "down", reason: "wrong" });
    state.vote(state.keepReply("42", "42", refused), PERSON, { kind: "up" });
    state.countOutcomes(["answered", "mark-checked"]);
    state.close();
  });

  it("votes are listed with question and reason, and say nothing of who voted", async () => {
    const { stdout, status } = await run("scripts/feedback.ts");
    expect(status).toBe(0);
    expect(stdout).toMatch(/\n +2 {2}\S+ {2}up +- +abstained +Who built it\?\n/);
    expect(stdout).toMatch(/\n +1 {2}\S+ {2}down +wrong +answered +When\?\n/);
    const json = (await run("scripts/feedback.ts", "--json")).stdout;
    expect(JSON.parse(json)).toHaveLength(2);
    expect(json).not.toContain(String(PERSON));
  });

  it("votes become a set", async () => {
    const file = path.join(folder, "questions.jsonl");
    expect((await run("scripts/feedback.ts", "--id", "2,1", "--out", file)).stdout).toContain("2 of 2 added");
    const { questions } = await readDataset(folder, path.join(ROOT, "corpus", "articles"));
    expect(questions.map(({ text, answerable }) => [text, answerable])).toEqual([
      ["Who built it?", false],
      ["When?", true],
    ]);
    expect(readFileSync(file, "utf8")).not.toContain(String(PERSON));
    expect((await run("scripts/feedback.ts", "--id", "9")).stderr).toContain("No vote has the number 9");
  });

  it.each([
    ["scripts/feedback.ts", /npm run feedback -- --id 12,15/],
    ["scripts/stats.ts", /npm run --silent stats -- --json/],
  ])("%s explains itself", async (script, words) => {
    expect((await run(script, "--help")).stdout).toMatch(words);
  });

  it("figures are shown without an index too, and as JSON", async () => {
    expect((await run("scripts/stats.ts")).stdout).toMatch(
      /1 {3}1 {4}1 {2}answered[\s\S]*👍 1 · 👎 1[\s\S]*There is no index yet/,
    );
    const stats = JSON.parse((await run("scripts/stats.ts", "--json")).stdout);
    expect(stats).toMatchObject({
      today: { answered: 1 },
      week: { "mark-checked": 1 },
      votes: { up: 1, down: 1 },
      index: null,
    });
  });
});
