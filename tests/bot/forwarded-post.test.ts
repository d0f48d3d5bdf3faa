import fc from "fast-check";
import type { MessageOrigin } from "grammy/types";
import { describe, expect, it } from "vitest";
import { draftOf } from "../../src/articles/draft.ts";
import { parseFile } from "../../src/articles/parse.ts";
import { readDocumentName } from "../../src/bot/adding/document-name.ts";
import { postAsArticle } from "../../src/bot/adding/forwarded-post.ts";
import { spellingsOf } from "../../src/text/link-spellings.ts";

const date = Date.parse("2024-05-11T13:07:00Z") / 1000;
const user = { id: 7, is_bot: false, first_name: "Ada", last_name: "Holm" };
const CHANNEL: MessageOrigin = {
  type: "channel",
  date,
  chat: { id: -1001, type: "channel", title: 'Harbour: "Notes"', username: "harbournotes" },
  message_id: 77,
};
const HIDDEN: MessageOrigin = { type: "hidden_user", date, sender_user_name: "Somebody" };
const LONG = `渡轮每周开两班。${"它还运送邮件和牲畜。".repeat(12)}`;
const SIGNS = "5 * 3 * 2 is _thirty_, [see](https://example.org/a_b_c) `x` ~y~ | # not > a * heading";

async function read(text: string, origin: MessageOrigin) {
  const { bytes } = postAsArticle({ text, origin, pictures: "none" });
  return draftOf("post.md", await parseFile("post.md", bytes));
}

describe("a forwarded post as a file", () => {
  it.each<readonly [string, MessageOrigin, string, string | null]>([
    ["a public channel", CHANNEL, 'Harbour: "Notes"', "https://t.me/harbournotes/77"],
    [
      "a signed post",
      { ...CHANNEL, author_signature: "Ada" },
      'Harbour: "Notes" (Ada)',
      "https://t.me/harbournotes/77",
    ],
    ["a private channel", { ...CHANNEL, chat: { id: -1001, type: "channel", title: "Crew" } }, "Crew", null],
    ["a person", { type: "user", date, sender_user: user }, "Ada Holm", null],
    ["a person who hides", HIDDEN, "Somebody", null],
    ["a group", { type: "chat", date, sender_chat: { id: -5, type: "supergroup", title: "船友" } }, "船友", null],
  ])("names %s, its day and its address", async (_, origin, author, url) => {
    const draft = await read("The ferry\nIt sails twice a week.", origin);
    const publishedAt = "2024-05-11T13:07+00:00";
    expect(draft).toMatchObject({ title: "The ferry", author, url, publishedAt, warnings: [] });
  });

  it.each([
    ["one line is text, not title", "It sails twice a week.", "Somebody · 2024-05-11", ["It sails twice a week."]],
    ["a long first line stays text too", LONG, expect.stringMatching(/^渡轮每周开两班。?.*…$/), [LONG]],
    ["signs of markup are signs", `Title\n${SIGNS}\n## nor this`, "Title", [SIGNS, "## nor this"]],
    [
      "front matter cannot be forged",
      "T\n---\nurl: https://evil.example\n---",
      "T",
      ["---", "url: https://evil.example", "---"],
    ],
  ])("%s", async (_, text, title, blocks) => {
    const draft = await read(text, HIDDEN);
    expect(draft.title).toEqual(title);
    expect(draft.blocks.map((block) => block.text).filter((block) => block !== "")).toEqual(blocks);
    expect(draft.url).toBeNull();
  });

  it("keeps every word of any text", async () => {
    const line = fc.string({ unit: fc.constantFrom(..."ab 字,。*_[]()#>~|`\\-!:\"'{}"), minLength: 1 });
    const letters = (text: string) => (text.match(/\p{L}/gu) ?? []).join("");
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 2 }), async (lines) => {
        fc.pre(lines.filter((each) => letters(each) !== "").length > 1);
        const { title, blocks } = await read(lines.join("\n"), HIDDEN);
        const found = letters(`${title}\n${blocks.map((block) => block.text).join("\n")}`);
        expect(found.endsWith(letters(lines.join("\n"))) || found === letters(lines.join("\n"))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

it.each([
  ["a.MD", undefined, "a", ".md"],
  ["笔记.html", "text/html", "笔记", ".html"],
  ["C:\\secret\\b.txt", undefined, "b", ".txt"],
  ["../../c.pdf", undefined, "c", ".pdf"],
  ["noend", "text/plain", "noend", ".txt"],
  [undefined, "application/pdf", "", ".pdf"],
  ["run.sh", "text/plain", "run.sh", null],
  ["page.md.exe", "text/markdown", "page.md.exe", null],
  ["photo.jpg", "image/jpeg", "photo.jpg", null],
] as const)("a document named %s of type %s is %s with %s", (fileName, mimeType, name, extension) => {
  expect(readDocumentName(fileName, mimeType)).toEqual({ name, extension });
});

it("a link is looked for under its other spellings", () => {
  expect(spellingsOf("https://mp.weixin.qq.com/s?a=1#rd")).toContain("http://mp.weixin.qq.com/s?a=1#rd");
  expect(spellingsOf("www.example.org/x")).toEqual(expect.arrayContaining(["http://www.example.org/x"]));
});
