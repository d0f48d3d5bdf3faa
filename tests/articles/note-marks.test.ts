import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBlocks } from "../../src/articles/blocks.ts";
import { markInline } from "../../src/articles/inline.ts";
import { parseMarkdown } from "../../src/articles/markdown.ts";
import { asNoteShows } from "../../src/articles/note-marks.ts";

/** What stands in the body, block by block. */
const shown = (source: string): string =>
  readBlocks(markInline(asNoteShows(source)).text)
    .map(({ text }) => text)
    .filter((text) => text !== "")
    .join("\n");

describe("a note is read as its reader sees it", () => {
  it.each<readonly [string, string, string]>([
    ["a link", "See [[Blue Lake]].", "See Blue Lake."],
    ["a link with words", "见[[白鹤|白鹤群]]和[[a\\|b]]。", "见白鹤群和b。"],
    ["a link to a part", "See [[Lake#Depth]] and [[#Below]] and [[Lake#^x1]].", "See Lake > Depth and Below and Lake."],
    ["a picture", "Before\n\n![[map (1).png|300]]\n\nAfter", "Before\nAfter"],
    ["an embedded note", "Before\n\n![[Other#Part]]\n\nAfter", "Before\nAfter"],
    ["a callout", "> [!warning]- Water\n> It fell to 1.4 m.", "Water\nIt fell to 1.4 m."],
    ["a callout without a title", "> [!note]\n> It fell.", "It fell."],
    ["a highlight", "低于==警戒线==，很低", "低于警戒线，很低"],
    ["a comparison", "if (a==1&&b==2) go", "if (a==1&&b==2) go"],
    ["a block's id", "It stayed. ^stay-1", "It stayed."],
    ["an id alone", "| a | b |\n\n^table-1\n\nText", "a: b\nText"],
    ["a power", "It is 2^n wide", "It is 2^n wide"],
    ["struck words", "It is ~~30~~ 41 years old.", "It is 41 years old."],
    ["a wave", "好险~~ 真的~~", "好险~~ 真的~~"],
    ["tasks", "- [ ] write\n- [x] mend", "- ☐ write\n- ☑ mend"],
    ["a footnote", "It rose[^1].\n\n[^1]: By the log.", "It rose.\nBy the log."],
    ["a footnote in the line", "It rose.^[By the log.] Then it fell.", "It rose. Then it fell.\nBy the log."],
    ["a pattern that looks like one", "sed -n '/^[#;]/!p' a.conf", "sed -n '/^[#;]/!p' a.conf"],
    ["tags", "#lake #birds/rare\n\nIt rose.", "It rose."],
    ["a tag in a sentence", "It rose on the #lake today.", "It rose on the #lake today."],
    ["a number sign", "#7 pump was sold.", "#7 pump was sold."],
    ["a formula", "约为 $12.5$ 公顷，$r^2$ 米", "约为 12.5 公顷，r^2 米"],
    ["money", "It cost $5 and US$ 10, or $7, not $8.", "It cost $5 and US$ 10, or $7, not $8."],
    ["a query", "Before\n\n```dataview\nTABLE birds\n```\n\nAfter", "Before\nAfter"],
    ["code", "```\na == b %% c [[d]]\n```", "a == b %% c [[d]]"],
    ["code in a line", "Use `[[x]]` and `%%y%%` here.", "Use [[x]] and %%y%% here."],
    [
      "a reference",
      "See [the log][l] and ![p][pic].\n\n[l]: https://a.example/1\n[pic]: data:image/png;base64,",
      "See the log and .",
    ],
    ["a line that looks like one", "[1]: https://a.example/1", "[1]: https://a.example/1"],
    ["a heading's id", "## Depth {#depth}\n\nIt fell.", "## Depth\nIt fell."],
    ["raised signs", "约 10<sup>8</sup> 个，36<sup>2</sup> 万，H<sub>2</sub>O", "约 10^8 个，36 万，H2O"],
    [
      "marks of HTML",
      "<u>It</u> <b>rose</b><br>and <del>not</del> fell, Set<uid> too",
      "It rose\nand fell, Set<uid> too",
    ],
    ["hidden HTML", 'It <span style="display:none">SECRET</span>rose.', "It rose."],
    ["a box of HTML", '<div align="center">\n\nIt rose.\n\n</div>', "It rose."],
    ["a table of HTML", "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>", "A: 1 · B: 2"],
    [
      "a highlight of Readwise",
      "- It rose by 3 m. ([View Highlight](https://read.readwise.io/read/1))\n    - Tags: [[lake]] \n- It fell. ([Location 12](https://a.example/2))",
      "- It rose by 3 m.\n- It fell.",
    ],
  ])("%s", (_, source, expected) => expect(shown(source).replace(/ +/g, " ")).toBe(expected));
});

describe("comments are private", () => {
  it.each([
    "A %% SECRET %% B",
    "A\n\n%% SECRET %%\n\nB",
    "A\n%%\nSECRET\n\nSECRET\n%%\nB",
    "A <!-- SECRET --> B",
    "A\n<!--\nSECRET\n\n```\nSECRET\n```\n-->\nB",
    "A %%SECRET%% and %%SECRET%% B",
    "A <!-- SECRET %% --> B %% SECRET <!-- %%",
    "A\n\nB\n\n%%\nSECRET",
    "A\n\nB\n\n<!-- SECRET",
    "> A %% SECRET %%\n> B",
    "- A\n- %% SECRET %% B",
  ])("%j", (source) => {
    const text = shown(source);
    expect(text).not.toContain("SECRET");
    expect(text).toMatch(/A[\s\S]*B/);
  });

  it.each(["It grew by 100%% SHOWN in a year", "a <!-- SHOWN without an end"])(
    "a mark that opens nothing: %s",
    (source) => {
      expect(shown(source)).toContain("SHOWN");
    },
  );

  it("also beside other marks, whatever they are", () => {
    const piece = fc.constantFrom(
      "a",
      "\n",
      " ",
      "`x`",
      "```\n",
      "[[b]]",
      "==c==",
      "^d",
      "> ",
      "- [ ] ",
      "$e$",
      "~~",
      "[^1]",
      "|",
      "<b>",
      "-->",
      "#t ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.array(piece, { maxLength: 12 }), (before, after) => {
        const source = `${before.join("").replace(/`/g, "")}\n\n%% SECRET %%\n\n${after.join("")}`;
        expect(asNoteShows(source)).not.toContain("SECRET");
      }),
    );
  });
});

describe("tables of Markdown", () => {
  it.each<readonly [string, string, string]>([
    [
      "with bars",
      "| Boat | Price |\n| --- | ---: |\n| Raft | 8 |\n| Ferry | 12 |",
      "Boat: Raft · Price: 8\nBoat: Ferry · Price: 12",
    ],
    ["without side bars", "Boat | Price\n--- | ---\nRaft | 8", "Boat: Raft · Price: 8"],
    ["under a paragraph", "It is so:\nBoat | Price\n---|---\nRaft | 8", "It is so:\nBoat: Raft · Price: 8"],
    ["in Chinese", "| 果园 | 产量 |\n|---|---|\n| 西沟 | 41吨 |", "果园：西沟 · 产量：41吨"],
    ["with an empty corner", "| | 成人 | 儿童 |\n|---|---|---|\n| 木船 | 8元 | 4元 |", "木船 · 成人：8元 · 儿童：4元"],
    ["with empty cells", "| Boat | Price | Seats |\n|---|---|---|\n| Raft | | 4 |", "Boat: Raft · Seats: 4"],
    ["with a bar in a cell", "| A | B |\n|---|---|\n| x \\| y | 2 |", "A: x | y · B: 2"],
    ["without a rule", "| Depth | 4 m |\n| Width | 19 m |", "Depth: 4 m\nWidth: 19 m"],
    ["of names alone", "| A | B |\n|---|---|", "A | B"],
    ["and a line with a bar after it", "| A | B |\n|---|---|\n| 1 | 2 |\n\nx | y", "A: 1 · B: 2\nx | y"],
  ])("%s", (_, source, expected) => expect(shown(source)).toBe(expected));

  it("name the row again where it is too long for a line", () => {
    const names = Array.from({ length: 12 }, (_, at) => `Name of column ${at}`);
    const source = `| Boat | ${names.join(" | ")} |\n|${"---|".repeat(13)}\n| Raft | ${names.map((name) => `value of ${name}`).join(" | ")} |`;
    const lines = shown(source).split("\n");
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.every((line) => line.startsWith("Boat: Raft · ") && line.length < 400)).toBe(true);
  });
});

it("facts are read behind the marks", () => {
  expect(parseMarkdown("%% draft %%\n# The [[lake|Lake]]\n\nIt rose.")).toMatchObject({ title: "The Lake" });
});
