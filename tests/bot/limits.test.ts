import type { Message } from "grammy/types";
import { describe, expect, it } from "vitest";
import type { Understanding } from "../../src/domain.ts";
import type { CollectionRequest } from "../../src/library/library.ts";
import { sayIn } from "../../src/rendering/say.ts";
import { FakeLibrary, SIMPLE } from "./support/fake-library.ts";
import { button, OWNER, stage } from "./support/stage.ts";

const say = sayIn("en");
const LIMITED: Understanding = {
  range: { from: "2024-12-01", to: "2024-12-31", mode: "filter", articles: 98, used: true },
  scope: { accounts: ["Harbour Notes"], folders: [], title: null, words: ["lamp"], without: ["oil"] },
  isScopeEmpty: false,
  newest: null,
};
const NONE: Understanding = { range: null, scope: null, isScopeEmpty: false, newest: null };

const labels = (message: Message | undefined) =>
  (message?.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);

function library(understood: Understanding) {
  const fake = new FakeLibrary();
  fake.answer = async ({ ignored = [], range }) => ({
    ...SIMPLE,
    understood: {
      ...understood,
      range:
        range == null ? (ignored.includes("range") ? null : understood.range) : { ...range, articles: 4, used: true },
      scope: ignored.includes("scope") ? null : understood.scope,
      newest: range == null ? understood.newest : null,
    },
  });
  return fake;
}

describe("what a question was limited to", () => {
  it("stands above the answer, and one tap each takes it back, after a restart too", async () => {
    const on = await stage({ library: library(LIMITED) });
    on.server.sendText("When was the lamp lit?");
    const [first] = await on.hears(OWNER, 1);
    expect(first?.text?.split("\n\n").slice(0, 2)).toEqual([
      "Only: Harbour Notes, “lamp”, not “oil”",
      "Range: 2024-12-01 – 12-31, 98 articles",
    ]);
    await on.restart();
    on.server.pressButton(OWNER, first?.message_id ?? 0, button(first, say("any-time")));
    const second = (await on.hears(OWNER, 2))[1];
    expect(second?.text).toContain("Only: Harbour Notes");
    expect(second?.text).not.toContain("Range:");
    on.server.pressButton(OWNER, second?.message_id ?? 0, button(second, say("any-source")));
    const third = (await on.hears(OWNER, 3))[2];
    expect(third?.text).not.toMatch(/Only:|Range:/);
    expect(on.library.asked.map(({ text, ignored }) => [text, ignored])).toEqual([
      ["When was the lamp lit?", undefined],
      ["When was the lamp lit?", ["range"]],
      ["When was the lamp lit?", ["range", "scope"]],
    ]);
  });

  it("in an archive that ends long before, the newest day is told and its week offered", async () => {
    const range = { from: "2025-05-19", to: "2025-05-25", mode: "filter", articles: 0, used: false } as const;
    const on = await stage({ library: library({ ...NONE, range, newest: "2025-01-09" }) });
    on.server.sendText("What news was there last week?");
    const [first] = await on.hears(OWNER, 1);
    expect(first?.text).toContain("No articles from 2025-05-19 – 05-25");
    expect(first?.text).toContain("Newest article: 2025-01-09");
    on.server.pressButton(OWNER, first?.message_id ?? 0, button(first, "See 2025-01-03 – 01-09"));
    const second = (await on.hears(OWNER, 2))[1];
    expect(second?.text).toContain("Range: 2025-01-03 – 01-09, 4 articles");
    expect(on.library.asked[1]?.range).toEqual({ from: "2025-01-03", to: "2025-01-09", mode: "filter" });
  });

  it("is silent where nothing was limited", async () => {
    const on = await stage({ library: library(NONE) });
    on.server.sendText("When was the lamp lit?");
    const [reply] = await on.hears(OWNER, 1);
    expect(reply?.text).toMatch(/^The lamp was lit/);
    expect(labels(reply)).not.toContain(say("any-time"));
  });
});

describe("a message that is no question to the texts", () => {
  it("about the collection is counted, with buttons that open articles and take limits back", async () => {
    const requests: CollectionRequest[] = [];
    const fake = new FakeLibrary();
    const { collection } = fake;
    fake.collection = async (request) => {
      requests.push(request);
      const page = await collection.call(fake, request);
      return { ...page, understood: request.ignored.includes("range") ? NONE : { ...NONE, range: LIMITED.range } };
    };
    const on = await stage({ library: fake });
    on.server.sendText("How many articles mention the lamp in December 2024?");
    const [list] = await on.hears(OWNER, 1);
    expect(list?.text).toMatch(
      /^Range: 2024-12-01 – 12-31, 98 articles\n\n1 article mentions “lamp”\n\n1\. Title of lighthouse/,
    );
    expect(on.library.asked).toEqual([]);
    on.server.pressButton(OWNER, list?.message_id ?? 0, button(list, say("any-time")));
    await on.until(() => on.said(OWNER)[0]?.text?.startsWith("1 article"));
    expect(requests.at(-1)?.ignored).toEqual(["range"]);
    on.server.pressButton(OWNER, list?.message_id ?? 0, button(on.said(OWNER)[0], "1"));
    expect((await on.hears(OWNER, 2))[1]?.text).toContain("Title of lighthouse");
  });

  it.each(["What can you do?", "怎么用？"])("about the bot is helped: %s", async (text) => {
    const on = await stage();
    on.server.sendText(text);
    const [reply] = await on.hears(OWNER, 1);
    expect(reply?.text).toContain("/find");
    expect(on.library.asked).toEqual([]);
  });
});
