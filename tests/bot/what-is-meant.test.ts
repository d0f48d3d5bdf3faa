import type { MessageOrigin } from "grammy/types";
import { describe, expect, it } from "vitest";
import { linksIn } from "../../src/text/links.ts";
import { FakeAdditions } from "./support/fake-additions.ts";
import { card, LIGHTHOUSE } from "./support/fake-library.ts";
import { button, GROUP, OWNER, STRANGER, stage } from "./support/stage.ts";

const BO: MessageOrigin = {
  type: "user",
  date: 1_715_432_820,
  sender_user: { id: 7, is_bot: false, first_name: "Bo" },
};
const CLAIM = "听说青石桥去年修缮花了七十二万元。";
const POST = `The ferry at Hollow Point\n${"It carries two hundred people a day. ".repeat(4)}`;

async function scene() {
  const additions = new FakeAdditions();
  const set = await stage({ additions, access: { ownerId: OWNER, allowedUsers: [STRANGER] } });
  return { additions, ...set, asked: () => set.library.asked.map(({ text }) => text) };
}

describe("a forwarded message", () => {
  it.each([
    ["青石桥修缮花了多少钱？", "a question"],
    ["谁知道桥有几个孔吗", "a question without its mark"],
    ["Is this true?", "an English one"],
    [`${"Somebody told me about the bridge at Orn. ".repeat(4)}Can that be right?`, "a longer text that ends as one"],
    ["Bridge closed today", "a line"],
  ])("%s (%s) is kept only when that is wanted", async (text) => {
    const { server, additions, hears, asked } = await scene();
    server.sendText(text, { forwardOrigin: BO });
    const [prompt] = await hears(OWNER, 1);
    const [shown, answer, keep] = /\p{Script=Han}/u.test(text)
      ? ["这条要我回答，还是收录为文章？", "回答", "收录"]
      : ["Shall I answer this, or keep it as an article?", "Answer it", "Keep"];
    expect(prompt?.text).toBe(shown);
    expect(additions.kept).toEqual([]);
    server.pressButton(OWNER, prompt?.message_id ?? 0, button(prompt, answer ?? ""));
    await hears(OWNER, 3);
    expect(asked()).toEqual([text]);
    server.pressButton(OWNER, prompt?.message_id ?? 0, button(prompt, keep ?? ""));
    expect((await hears(OWNER, 4))[3]?.text).toMatch(/^Added/);
    expect(additions.kept).toHaveLength(1);
  });

  it("several lines are asked about once, and kept together, after a restart too", async () => {
    const { server, additions, hears, restart } = await scene();
    for (const text of ["桥修好了吗？", "还没有", "明天去看看"])
      server.sendText(text, { forwardOrigin: BO, languageCode: "zh" });
    const [prompt] = await hears(OWNER, 1);
    expect(prompt?.text).toBe("要把这些收录为文章吗？");
    await restart();
    server.pressButton(OWNER, prompt?.message_id ?? 0, button(prompt, "收录"));
    await hears(OWNER, 2);
    expect(additions.kept).toHaveLength(3);
  });

  it.each([
    ["a post", POST],
    ["a long post that ends as a question", `${POST.repeat(4)}What do you think?`],
  ])("%s becomes an article at once", async (_, text) => {
    const { server, additions, hears } = await scene();
    server.sendText(text, { forwardOrigin: BO });
    expect((await hears(OWNER, 1))[0]?.text).toMatch(/^Added/);
    expect(additions.kept).toHaveLength(1);
  });

  it("a bare link is a link", async () => {
    const { server, additions, hears } = await scene();
    additions.known.set("https://mp.weixin.qq.com/s/QwErTy12345", card("boatyard"));
    server.sendText("https://mp.weixin.qq.com/s/QwErTy12345", { forwardOrigin: BO });
    expect((await hears(OWNER, 1))[0]?.text).toBe("This article is already here: “Title of boatyard”.");
    server.sendText("https://example.org/unknown", { forwardOrigin: BO });
    expect((await hears(OWNER, 2))[1]?.text).toMatch(/^I do not open links/);
    expect(additions.kept).toEqual([]);
  });

  it("is a question to who may not add", async () => {
    const additions = new FakeAdditions();
    const { server, library, hears } = await stage({ additions, access: { ownerId: OWNER, allowedUsers: "everyone" } });
    server.sendText("Is this true?", { forwardOrigin: BO, from: STRANGER });
    await hears(STRANGER, 1);
    expect(library.asked.map(({ text }) => text)).toEqual(["Is this true?"]);
  });
});

describe("what a question is about", () => {
  it.each([
    ["@footnote_bot 是真的吗？", `是真的吗？ … ${CLAIM}`],
    ["@footnote_bot Is this true?", `Is this true? … ${CLAIM}`],
    ["/ask 这个靠谱吗", `这个靠谱吗 … ${CLAIM}`],
    ["@footnote_bot", CLAIM],
    ["@footnote_bot When was the lighthouse at Orn built?", "When was the lighthouse at Orn built?"],
  ])("%s under a person's message", async (text, meant) => {
    const { server, hears, asked } = await scene();
    const { message_id: replyTo } = server.sendText(CLAIM, { chat: GROUP });
    server.sendText(text, { chat: GROUP, replyTo });
    await hears(GROUP, 1);
    expect(asked()).toEqual([meant]);
  });

  it("is the part that was quoted, of anybody's message", async () => {
    const { server, hears, asked } = await scene();
    server.sendText("When was the lamp lit?");
    const [answer] = await hears(OWNER, 1);
    const quote = { text: "lit in 1931", position: 13, is_manual: true } as const;
    const content = { text: "By whom?", quote };
    server.sendOther(content, answer === undefined ? {} : { replyTo: answer.message_id });
    await hears(OWNER, 2);
    expect(asked()[1]).toBe("By whom? … lit in 1931");
  });

  it.each([
    ["青石桥 https://example.org/lighthouse 是什么时候建的？", "青石桥 是什么时候建的？", LIGHTHOUSE.id, false],
    ["https://example.org/lighthouse讲了什么？", "讲了什么？", LIGHTHOUSE.id, false],
    ["What does https://example.org/none say about boats?", "What does say about boats?", null, true],
    ["What is said about boats?", "What is said about boats?", null, false],
  ])("a link in it says which article: %s", async (text, words, scope, isUnread) => {
    const { server, library, additions, hears } = await scene();
    additions.known.set("https://example.org/lighthouse", LIGHTHOUSE);
    server.sendText(text);
    const [answer] = await hears(OWNER, 1);
    expect(library.asked).toEqual([expect.objectContaining({ text: words, scope })]);
    expect(answer?.text?.includes("did not open the link")).toBe(isUnread);
  });
});

describe("a question that is edited", () => {
  it("is answered anew, and only where its words changed", async () => {
    const { server, hears, asked } = await scene();
    const { message_id } = server.sendText("When was the lamp lid?");
    await hears(OWNER, 1);
    server.editText(OWNER, message_id, "When was the lamp lid?");
    server.editText(OWNER, message_id, "When was the lamp lit?");
    await hears(OWNER, 2);
    expect(asked()).toEqual(["When was the lamp lid?", "When was the lamp lit?"]);
  });

  it("is answered in a group once it calls the bot", async () => {
    const { server, hears, asked } = await scene();
    const { message_id } = server.sendText("When was the lamp lit?", { chat: GROUP });
    server.editText(GROUP, message_id, "@footnote_bot When was the lamp lit?");
    await hears(GROUP, 1);
    expect(asked()).toEqual(["When was the lamp lit?"]);
  });
});

describe("a command", () => {
  it.each([
    "／ask 灯是何时点亮的？",
    "、ask 灯是何时点亮的？",
    "/Ask 灯是何时点亮的？",
    "／ａｓｋ　灯是何时点亮的？",
    "／ask灯是何时点亮的？",
  ])("%s is /ask", async (text) => {
    const { server, hears, asked } = await scene();
    server.sendText(text);
    await hears(OWNER, 1);
    expect(asked()).toEqual(["灯是何时点亮的？"]);
  });

  it.each(["／unknown words", "、askance is a word"])("%s is none", async (text) => {
    const { server, hears, asked } = await scene();
    server.sendText(text);
    await hears(OWNER, 1);
    expect(asked()).toEqual([text]);
  });

  it("is one under a picture", async () => {
    const { server, library, hears, asked } = await scene();
    const picture = { name: "a.jpg", mimeType: "image/jpeg", bytes: Buffer.from("x") };
    server.sendPhoto(picture, { caption: "/ask When was the lamp lit?" });
    expect((await hears(OWNER, 1))[0]?.text).toContain("The lamp was lit in 1931.");
    expect(asked()).toEqual(["When was the lamp lit?"]);
    server.sendPhoto(picture, { caption: "/summary the lighthouse" });
    await hears(OWNER, 2);
    expect(library.summarized.map(({ about }) => about)).toEqual(["the lighthouse"]);
  });

  it("is one under a document, once that is added", async () => {
    const { server, hears, asked } = await scene();
    const file = { name: "a.md", mimeType: "", bytes: Buffer.from("# T\n\nText.") };
    server.sendDocument(file, { caption: "/ask When was the lamp lit?" });
    const [news, answer] = await hears(OWNER, 2);
    expect([news?.text, answer?.text]).toEqual([
      expect.stringMatching(/^Added/),
      expect.stringContaining("The lamp was lit in 1931."),
    ]);
    expect(asked()).toEqual(["When was the lamp lit?"]);
  });
});

it.each([
  ["见 https://a.example/x。然后", ["https://a.example/x"]],
  ["(https://a.example/x_(y)), and www.b.example/?q=1&r=2!", ["https://a.example/x_(y", "www.b.example/?q=1&r=2"]],
  ["no link: a.b", []],
])("the links of %s", (text, links) => {
  expect(linksIn(text)).toEqual(links);
});
