import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { IndexCrash } from "../../src/adding/child-indexer.ts";
import { type AdditionsDeps, createAdditions } from "../../src/adding/create-additions.ts";
import type { Finding } from "../../src/adding/findings.ts";
import { queueIndexing } from "../../src/adding/index-queue.ts";
import { isErrorPage } from "../../src/articles/error-page.ts";
import { AppError } from "../../src/errors.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const REFUSED: Finding = { kind: "refused", refusal: "empty" };

function additionsWith(run: AdditionsDeps["run"]) {
  const folder = temporaryFolder();
  const unused = (): never => {
    throw new Error("not for this test");
  };
  const additions = createAdditions({
    folder,
    run,
    snapshots: { acquire: unused, refresh: () => {}, close: unused },
    embedder: { fingerprint: "", dimensions: 0, embedPassages: unused, embedQuery: unused },
    encoder: { encode: unused, weigh: unused },
    chat: null,
    fetchPage: null,
    clock: { now: () => new Date(0) },
  });
  const keep = (text: string) => additions.keep({ name: "a", extension: ".md", bytes: Buffer.from(text) });
  return { additions, keep, files: () => readdirSync(folder) };
}

describe("indexing what was added", () => {
  it("runs one at a time; who asks meanwhile shares the next run", async () => {
    const runs: (readonly string[])[] = [];
    const gate = Promise.withResolvers<void>();
    const indexed = queueIndexing(async (paths) => {
      runs.push(paths);
      await gate.promise;
      return paths.map(() => REFUSED);
    });
    const all = ["a", "b", "c", "b"].map((path) => indexed([path]));
    gate.resolve();
    expect(await Promise.all(all)).toEqual(all.map(() => [REFUSED]));
    expect(runs).toEqual([["a"], ["b", "c"]]);
    expect(await indexed([])).toEqual([]);
  });

  it("goes on after a run that failed", async () => {
    let runs = 0;
    const indexed = queueIndexing(async () => {
      runs += 1;
      if (runs === 1) throw new AppError("model-unreachable", "away");
      return [REFUSED];
    });
    await expect(indexed(["a"])).rejects.toThrow("away");
    expect(await indexed(["a"])).toEqual([REFUSED]);
  });

  it("takes away a file that brings the indexing down, for it would at every start", async () => {
    const { additions, keep, files } = additionsWith(async () => {
      throw new IndexCrash("SIGABRT");
    });
    const kept = await keep("too much");
    expect(await additions.index([kept])).toEqual([{ kind: "refused", refusal: "unreadable" }]);
    expect(files()).toEqual([]);
  });

  it("keeps the file when indexing fails for another reason, such as a model that is away", async () => {
    const { additions, keep, files } = additionsWith(async () => {
      throw new AppError("model-unreachable", "away");
    });
    const kept = await keep("an article");
    await expect(additions.index([kept])).rejects.toMatchObject({ code: "model-unreachable" });
    expect(files()).toEqual([kept.file]);
  });
});

describe("an error page", () => {
  it.each([
    ["", "环境异常\n当前环境异常，完成验证后即可继续访问。\n去验证"],
    ["", "该内容已被发布者删除"],
    ["", "此内容因违规无法查看"],
    ["Just a moment...", "Verifying you are human. This may take a few seconds."],
    ["404 Not Found", "nginx"],
    ["Access Denied", "You don't have permission to access this page."],
    ["502 Bad Gateway", ""],
  ])("is known by its words: %s %s", (title, text) => {
    expect(isErrorPage(title, text)).toBe(true);
  });

  it.each([
    ["环境异常", `当前环境异常，完成验证后即可继续访问。这句话近来常见。${"运维团队查了整整一周。".repeat(50)}`],
    ["The number 404", "Room 404 was never found on the hotel's plan."],
    ["海港", "港口的环境很好，没有异常。"],
  ])("is no article about such a page: %s", (title, text) => {
    expect(isErrorPage(title, text)).toBe(false);
  });
});
