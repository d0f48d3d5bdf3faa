import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { programHost } from "../support/programs.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const host = programHost();
afterAll(() => host.stop());

/** A corpus of two articles and a skipped file; `index` runs the command over it. */
function aFolder() {
  const folder = temporaryFolder();
  const corpus = path.join(folder, "articles");
  mkdirSync(corpus);
  writeFileSync(
    path.join(corpus, "light.md"),
    "# The lighthouse\n\nBy Jane Keeper\n\nIt was lit again in May, after years.\n",
  );
  writeFileSync(path.join(corpus, "salt.md"), "# Salt\n\n![](a.png)\n\nSalt was traded along the rivers for ages.\n");
  writeFileSync(path.join(corpus, "photo.jpg"), "x");
  const index = (...args: readonly string[]) =>
    host.run("scripts/index.ts", ["--corpus", corpus, ...args], { HOME: folder, DATA_DIR: path.join(folder, "data") });
  return { folder, corpus, index };
}

describe("index --report", () => {
  it("writes one page and prints the totals, also where nothing changed", async () => {
    const { folder, index } = aFolder();
    const pages = ["first.html", "new/folder/second.html"].map((name) => path.join(folder, name));
    const runs = [];
    for (const page of pages) runs.push(await index("--report", page));
    expect(runs.map(({ status }) => status)).toEqual([0, 0]);
    expect(runs[0]?.stdout).toMatch(/Indexed 2 articles[\s\S]*2 embedded/);
    expect(runs[1]?.stdout).toMatch(/Nothing changed[\s\S]*0 embedded/);
    for (const { stdout } of runs) {
      expect(stdout).toMatch(/^articles +2$/m);
      expect(stdout).toMatch(/^characters kept +\d+ +\d\d\.\d%$/m);
      expect(stdout).toMatch(/^pictures unread +1$/m);
      expect(stdout).toMatch(/^files skipped +1$/m);
      expect(stdout).toMatch(/^byline +1 +14 +\d+\.\d%$/m);
    }
    const [first = "", second] = pages.map((page) => readFileSync(page, "utf8"));
    expect(second).toBe(first);
    expect(first).toContain("It was lit again in May, after years.");
    expect(first).toContain("By Jane Keeper");
    expect(first).toContain("photo.jpg");
    expect(readdirSync(path.join(folder, "new/folder"))).toEqual(["second.html"]);
  });

  it("--json holds the totals, and standard output is nothing else", async () => {
    const { folder, index } = aFolder();
    const { stdout } = await index("--json", "--report", path.join(folder, "report.html"));
    expect(JSON.parse(stdout)).toMatchObject({ articles: 2, totals: { articles: 2, skippedFiles: 1, paywalled: 0 } });
    expect(JSON.parse((await index("--json")).stdout)).not.toHaveProperty("totals");
  });

  it.each([
    ["a file stands in the way of its folder", "file.txt/report.html"],
    ["a folder has that name", "taken.html"],
  ])("that cannot be written (%s) is one line and exit code 1; the index is built and kept", async (_name, name) => {
    const { folder, index } = aFolder();
    writeFileSync(path.join(folder, "file.txt"), "");
    mkdirSync(path.join(folder, "taken.html"));
    const page = path.join(folder, name);
    const { status, stdout, stderr } = await index("--report", page);
    expect(status).toBe(1);
    expect(stdout).toMatch(/Indexed 2 articles/);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stderr).toContain(`The report ${page} cannot be written (E`);
    expect(readdirSync(folder).filter((file) => file.endsWith(".tmp"))).toEqual([]);
    expect(existsSync(path.join(folder, "data", "current"))).toBe(true);
    expect((await index()).stdout).toMatch(/Nothing changed/);
  });
});
