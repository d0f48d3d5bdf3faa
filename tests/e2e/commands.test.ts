import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { bareEnv, programHost } from "../support/programs.ts";

const ROOT = path.join(import.meta.dirname, "..", "..");
const dataDir = mkdtempSync(path.join(tmpdir(), "footnote-commands-"));

const host = programHost();
afterAll(async () => {
  await host.stop();
  rmSync(dataDir, { recursive: true, force: true });
});
const run = (file: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) =>
  host.run(file, args, { HOME: dataDir, DATA_DIR: dataDir, ...env });

describe("the commands, as a newcomer runs them", () => {
  it("start without a token: indexes, answers three sample questions, ends with 0", () => {
    const { status, stdout } = spawnSync(process.execPath, ["src/main.ts"], {
      cwd: ROOT,
      env: bareEnv({ HOME: dataDir, DATA_DIR: dataDir }),
      encoding: "utf8",
      input: "",
    });
    expect(status).toBe(0);
    expect(stdout).toMatch(/Indexed \d+ articles/);
    expect(stdout).toContain("@BotFather");
    expect(stdout.match(/^\? /gm)).toHaveLength(3);
  });

  it("index --json prints the report alone; nothing is embedded twice", async () => {
    const report = JSON.parse((await run("scripts/index.ts", ["--json"])).stdout);
    expect(report).toMatchObject({ published: false, embedded: 0 });
    expect(report.files).toHaveLength(report.articles);
  });

  it("ask --json prints the answer alone", async () => {
    const answer = JSON.parse((await run("scripts/ask.ts", ["--json", "赵州桥是谁主持建造的？"])).stdout);
    expect(answer.kind).toBe("closest");
    expect(answer.claims[0].citations[0].article.title).toContain("赵州桥");
  });

  it("stats tells what was asked and what the index holds", async () => {
    const stats = JSON.parse((await run("scripts/stats.ts", ["--json"])).stdout);
    expect(stats.all).toMatchObject({ "closest-likely": expect.any(Number) });
    expect(stats.index).toMatchObject({ articles: 36, embedder: expect.stringContaining("static") });
  });

  it.each([
    ["scripts/index.ts", ["--help"], 0, /npm run index -- --corpus/],
    ["scripts/index.ts", ["--help"], 0, /npm run index -- --report report\.html/],
    ["scripts/ask.ts", ["--help"], 0, /npm run ask --/],
    ["scripts/ask.ts", [], 1, /There is no question/],
    ["scripts/index.ts", ["--corpus", "/no/such/folder"], 1, /\/no\/such\/folder/],
    ["scripts/ask.ts", ["--nonsense"], 1, /--nonsense/],
    ["scripts/gaps.ts", ["--limit", "-5x"], 1, /--limit/],
    ["scripts/gaps.ts", ["--limit=many"], 1, /--limit must be a whole number from 1 on, not "many"/],
  ] as const)("%s %j exits with %d and words", async (file, args, status, words) => {
    const result = await run(file, args);
    expect(result.status).toBe(status);
    expect(result.stdout + result.stderr).toMatch(words);
    expect(result.stderr).not.toMatch(/\n\s+at /);
  });

  it("names every wrong variable", async () => {
    const { status, stderr } = await run("scripts/ask.ts", ["x"], { OWNER_ID: "me", EMBEDDING_API_KEY: "secret" });
    expect(status).toBe(1);
    expect(stderr).toMatch(/OWNER_ID[\s\S]*EMBEDDING_API_KEY/);
    expect(stderr).not.toContain("secret");
  });
});
