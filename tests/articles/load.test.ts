import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadCorpus } from "../../src/articles/load.ts";
import { splitPassages } from "../../src/articles/split.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "articles-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const put = async (name: string, content: string | Uint8Array): Promise<void> => {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await writeFile(path.join(folder, name), content);
};

const GOOD = "# 好文章\n\n这一篇没有问题，总能读到。\n";

/** The folder holds a good article and this file: what the report says of the file. */
async function check(name: string, content: string | Uint8Array): Promise<string | null | undefined> {
  await put("good.md", GOOD);
  await put(name, content);
  const { articles, report } = await loadCorpus(folder);
  expect(articles.map(({ article }) => article.title)).toContain("好文章");
  expect(report).toHaveLength(2);
  return report.find(({ path: file }) => file === name)?.reason;
}

describe("bad input has a reason and stops nothing", () => {
  it.each<readonly [string, string, string | Uint8Array, RegExp | null]>([
    ["an empty file", "a.md", "", /empty/],
    ["blanks only", "a.md", " \n\t\n", /empty/],
    ["binary", "a.md", Uint8Array.from({ length: 4_000 }, (_, i) => i % 251), /binary/],
    ["a lone invalid byte", "a.txt", Uint8Array.of(0x41, 0xff, 0xff), /no known encoding/],
    ["a format that is none", "a.jpg", "x", /not an article format \(\.jpg\)/],
    ["only a picture", "a.md", "# 图\n\n![](https://a.example/b.png)\n", /only pictures \(1\)/],
    ["broken front matter", "a.md", "---\ntitle: [\n---\ntext", null],
    ["a broken PDF", "a.pdf", "%PDF-1.4 nothing", /PDF cannot be read/],
    ["a page without text", "a.html", "<html><body></body></html>", /no (?:article )?text/],
    ["over 20 MB", "a.txt", Buffer.alloc(20_000_001, "a"), /more than the 20 MB/],
    ["the same text again", "h.md", GOOD, /duplicate of good\.md/],
    ["an odd name", "深/😀 名字 with  spaces.md", "# 题\n\n正文在此，可以读。", null],
    ["a name of 255 bytes", `${"n".repeat(252)}.md`, "# 题\n\n正文在此，可以读。", null],
  ])("%s", async (_, name, content, reason) => {
    const said = await check(name, content);
    if (reason === null) expect(said).toBeNull();
    else expect(said).toMatch(reason);
  });

  it("keeps signs of control and direction out of titles, accounts, addresses and texts", async () => {
    const facts = 'title: "a\\u202Egpj.\\nb\\e[2J"\nauthor: "x\\u2067y\\ty"\nurl: "https://a.example/\\u202Ez"';
    await put(
      "hostile.md",
      `---\n${facts}\n---\n\nThe lamp\u0007 was\u009b lit\u2069 in 1931, and has been ever since.`,
    );
    await put("na\u202eme\u001b[2J.md", "The ferry carried 412 passengers on its first day, and more later.");
    const { articles } = await loadCorpus(folder);
    const told = articles.map(({ article: { title, author, url, body } }) => ({ title, author, url, body }));
    expect(told).toContainEqual({
      title: "agpj. b[2J",
      author: "xy y",
      url: null,
      body: "The lamp was lit in 1931, and has been ever since.",
    });
    expect(told.map(({ title }) => title)).toContain("name[2J");
  });

  it("reads 10 MB of one line", async () => {
    expect(await check("long.txt", "水位下降了。".repeat(550_000))).toBeNull();
  });

  it.each(["![](", "[](", "![", "[[", "**_", "\\", "“", "`"])("is not stalled by a megabyte of %s", async (piece) => {
    await check("hostile.md", `# 题\n\n字${piece.repeat(Math.ceil(1_000_000 / piece.length))}`);
  });

  it("a symlink out of the folder, into it, and to nothing", async () => {
    await put("good.md", GOOD);
    await symlink("/etc/passwd", path.join(folder, "out.md"));
    await symlink(path.join(folder, "nowhere"), path.join(folder, "gone.md"));
    await symlink(tmpdir(), path.join(folder, "dir"));
    const { report } = await loadCorpus(folder);
    expect(report.map(({ path: file, reason }) => [file, reason])).toEqual([
      ["dir", expect.stringMatching(/symlink out of the folder/)],
      ["gone.md", expect.stringMatching(/cannot be read \(ENOENT\)/)],
      ["good.md", null],
      ["out.md", expect.stringMatching(/symlink out of the folder/)],
    ]);
  });

  it.skipIf(process.getuid?.() === 0)("a file that may not be read", async () => {
    await put("good.md", GOOD);
    await put("locked.md", GOOD);
    await chmod(path.join(folder, "locked.md"), 0);
    const { report } = await loadCorpus(folder);
    expect(report.find(({ path: file }) => file === "locked.md")?.reason).toMatch(/EACCES/);
  });
});

describe("a folder", () => {
  it("that is missing, a file, or without articles is refused by name, with the mend", async () => {
    await expect(loadCorpus(path.join(folder, "none"))).rejects.toMatchObject({
      code: "corpus",
      message: expect.stringMatching(/none.*CORPUS_DIR/s),
    });
    await expect(loadCorpus(folder)).rejects.toMatchObject({
      code: "corpus",
      message: expect.stringMatching(/empty.*\.md/s),
    });
    await put("a.jpg", "x");
    await expect(loadCorpus(folder)).rejects.toMatchObject({
      code: "corpus",
      message: expect.stringContaining("a.jpg"),
    });
    await expect(loadCorpus(path.join(folder, "a.jpg"))).rejects.toMatchObject({ code: "corpus" });
  });

  it("reads GB18030 and a byte-order mark, leaves hidden files out, tells its progress", async () => {
    await put("gb.txt", Buffer.from("d6d0cec40ad5e2cac7d6d0cec4a1a3", "hex"));
    await put("bom.md", `\uFEFF${GOOD}`);
    await put(".hidden.md", GOOD);
    const seen: string[] = [];
    const { articles } = await loadCorpus(folder, { onFile: (done, total) => seen.push(`${done}/${total}`) });
    expect(articles.map(({ article }) => [article.title, article.body])).toEqual([
      ["好文章", "这一篇没有问题，总能读到。"],
      ["中文", "这是中文。"],
    ]);
    expect(seen).toEqual(["1/2", "2/2"]);
  });

  it("has a hash and ids that follow from its contents alone", async () => {
    await put("good.md", GOOD);
    const before = await loadCorpus(folder);
    const again = await loadCorpus(folder);
    await put("good.md", `${GOOD}又添一句。`);
    const after = await loadCorpus(folder);
    expect(again).toEqual(before);
    expect(after.corpusHash).not.toBe(before.corpusHash);
    expect(after.articles[0]?.article.id).not.toBe(before.articles[0]?.article.id);
  });

  it("of ours, the sample corpus, loads whole", async () => {
    const { articles, report } = await loadCorpus(path.join(import.meta.dirname, "../../corpus/articles"));
    expect(report.filter(({ outcome }) => outcome === "skipped")).toEqual([]);
    expect(
      articles.flatMap(({ article }) => splitPassages(article)).every(({ sentences }) => sentences.length > 0),
    ).toBe(true);
  });
});
