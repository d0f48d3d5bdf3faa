import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMarkdown } from "../../src/articles/markdown.ts";

const BODY = "The mill at Oren turns for nine hours a day.";
const read = (block: string) => parseMarkdown(`---\n${block}\n---\n${BODY}`);

describe("front matter that people and exporters write", () => {
  it.each<readonly [string, string, object]>([
    [
      "a colon in the title",
      "title: Seals: a count\ndate: 2024-02-11",
      { title: "Seals: a count", date: "2024-02-11" },
    ],
    ["marks within marks", 'title: "He said "no" to it"\ndate: 2024-03-01', { title: 'He said "no" to it' }],
    ["a tab", "title:\tTab\ntags:\n\t- glass\ndate: 2024-03-02", { title: "Tab", date: "2024-03-02" }],
    ["an @", "title: Salt\nauthor: @shore", { title: "Salt", author: "@shore" }],
    ["a star and a number sign", "title: *Pick* of birds\ntags: [a, #b]\ndate: 2024-03-04", { date: "2024-03-04" }],
    ["a key twice", "title: Clock\ntags: a\ntags: b\ndate: 2024-03-05", { title: "Clock", date: "2024-03-05" }],
    ["an open bracket", "title: [\ndate: 2024-03-05", { date: "2024-03-05" }],
    ["a backslash", 'title: "C:\\mill"\ndate: 2024-03-05', { title: "C:\\mill" }],
    ["a long value in the next line", "title: The mill\n  of Oren: a story\ndate: 2024-03-05", { date: "2024-03-05" }],
    ["nothing", "", { title: null, date: null }],
    ["values that are empty", "title:\ndate:\nauthor:", { title: null, author: null, date: null }],
    [
      "Chinese names",
      "标题: 水磨\n作者: 老赵\n日期: 2024-05-01\n链接: https://a.example/1",
      { title: "水磨", author: "老赵", date: "2024-05-01", url: "https://a.example/1", zone: "+08:00" },
    ],
    ["full-width colons", "标题：水磨\n发布时间：2024-05-01 08:00", { title: "水磨", date: "2024-05-01 08:00" }],
    [
      "links of notes",
      'title: A\nauthor:\n  - "[[Mara Quill]]"\n  - "[[p/tide|The Tide]]"',
      { author: "Mara Quill, The Tide" },
    ],
    ["links of notes, bare", "title: A\nauthor: [[Mara Quill]]", { author: "Mara Quill" }],
    ["the day it was made, for want of another", "title: A\ncreated: 2024-01-20", { date: "2024-01-20" }],
    ["both days", "created: 2024-01-20\ndate_published: 2023-11-05", { date: "2023-11-05" }],
    [
      "seconds",
      "title: 裁缝\npublish_time: 1709712000\nnickname: 东门记",
      { date: "1709712000", author: "东门记", zone: "+08:00" },
    ],
    ["a source that is a name", "title: A\n来源: 海边日报", { author: "海边日报", url: null }],
    [
      "a source that is an address",
      "title: A\nsource: https://a.example/2",
      { url: "https://a.example/2", author: null },
    ],
  ])("%s", (_, block, facts) =>
    expect(read(block)).toMatchObject({ ...facts, markdown: expect.stringContaining(BODY) }),
  );

  it("of Hugo", () => {
    const text = `+++\ntitle = "The mill"\ndate = 2024-05-01T08:00:00Z\n+++\n${BODY}`;
    expect(parseMarkdown(text)).toMatchObject({ title: "The mill", date: "2024-05-01T08:00:00Z", markdown: BODY });
  });

  it("leaves the title to the first heading where it has none", () => {
    expect(parseMarkdown(`---\ntags: x\n---\n# The mill\n\n${BODY}`)).toMatchObject({
      title: "The mill",
      markdown: `\n${BODY}`,
    });
  });
});

describe("a rule around prose is no front matter", () => {
  it.each([
    "The weir broke at night.",
    "Note: the weir broke.",
    "The weir: an account\n\nIt broke.",
    "- one\n- two",
    "# Heading",
  ])("%s", (prose) => {
    expect(parseMarkdown(`---\n${prose}\n---\n\n${BODY}`).markdown).toContain(prose.split("\n").at(-1));
  });
});

describe("a head of named lines", () => {
  it.each<readonly [string, string, object]>([
    [
      "of WeChat's exporters",
      "# 灯塔\n\n文章作者：河口\n发布时间：2024-03-05 08:30\n",
      { title: "灯塔", author: "河口", date: "2024-03-05 08:30", zone: "+08:00" },
    ],
    [
      "quoted",
      "# 灯塔\n\n> 作者：河口\n> 日期：2024-03-05\n> 链接：https://a.example/1\n",
      { author: "河口", date: "2024-03-05", url: "https://a.example/1" },
    ],
    [
      "in bold",
      "# Lamp\n\n**Author:** A. Sample\n**Date:** 5 March 2024\n",
      { author: "A. Sample", date: "5 March 2024" },
    ],
    [
      "of Notion",
      "# Lamp\n\nCreated: March 3, 2024 4:05 PM\nTags: a, b\nURL: https://a.example/1\n",
      { title: "Lamp", date: "March 3, 2024 4:05 PM" },
    ],
    [
      "of Readwise",
      "# Lamp\n\n![rw-book-cover](https://a.example/c.png)\n\n## Metadata\n- Author: [[Mara Quill]]\n- Full Title: The lamp of Oren\n- Category: #articles\n- URL: https://a.example/1\n\n## Highlights\n",
      { title: "The lamp of Oren", author: "Mara Quill", url: "https://a.example/1" },
    ],
  ])("%s", (_, head, facts) => {
    const parsed = parseMarkdown(`${head}\n${BODY}`);
    expect(parsed).toMatchObject(facts);
    expect(parsed.markdown).toMatch(new RegExp(`${BODY}$`));
    expect(parsed.markdown).not.toMatch(/Author|作者|Created|Category|Metadata/);
  });

  it("is not made of one line that looks like a field", () => {
    expect(parseMarkdown(`# A\n\nAuthor: nobody knows\n\n${BODY}`).markdown).toContain("Author: nobody knows");
  });
});

it("no block of lines loses what stands after it", () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom(
      "title: a",
      "title: 'b",
      "tags: [",
      "- x",
      "\t- y",
      "'",
      "date: 2024",
      "a: b: c",
      "? x",
      "&a *b",
      "!!x",
    ),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const block = lines.filter((one) => !/^(?:---|\.\.\.)/.test(one.trim())).join("\n");
      expect(parseMarkdown(`---\n${block}\n---\n${BODY}`).markdown).toContain(BODY);
    }),
  );
});
