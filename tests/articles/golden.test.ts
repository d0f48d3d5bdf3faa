import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { loadCorpus } from "../../src/articles/load.ts";

const FIXTURES = path.join(import.meta.dirname, "fixtures");

/** The folder `<case>/source` read as a corpus gives `expected.md` (the bodies) and `expected.json` (all else). */
async function check(name: string): Promise<void> {
  const folder = path.join(FIXTURES, name);
  const { articles, report } = await loadCorpus(path.join(folder, "source"));
  const titleOf = (id: string | null) => articles.find(({ article }) => article.id === id)?.article.sourcePath ?? null;
  const facts = articles.map(({ article: { id: _, body: __, repostOf, ...rest }, removed }) => {
    return {
      ...rest,
      repostOf: titleOf(repostOf),
      removed: removed.map(({ at, reason, text }) => `${at} ${reason}: ${text}`),
    };
  });
  const bodies = articles.map(({ article }) => article.body).join("\n\n=====\n\n");
  await expect(`${bodies}\n`).toMatchFileSnapshot(path.join(folder, "expected.md"));
  await expect(`${JSON.stringify({ articles: facts, report }, null, 2)}\n`).toMatchFileSnapshot(
    path.join(folder, "expected.json"),
  );
}

describe("a folder is read and cleaned as expected", () => {
  for (const name of readdirSync(FIXTURES)) {
    it(name, async () => {
      expect(existsSync(path.join(FIXTURES, name, "source"))).toBe(true);
      await check(name);
    });
  }
});
