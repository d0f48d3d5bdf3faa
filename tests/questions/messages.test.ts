import { describe, expect, it } from "vitest";
import { readMessage } from "../../src/questions/read-message.ts";
import { EMPTY_SHELF } from "../../src/questions/shelf.ts";
import { MESSAGES } from "./messages.ts";

const rows = MESSAGES.trim()
  .split("\n")
  .map((line) => line.split("|"))
  .map(([text = "", wanted = ""]) => ({ text, wanted }));

const SHELF = {
  ...EMPTY_SHELF,
  accounts: ["量子位", "架构师之路", "Founder Park", "Harbour Notes"],
  folders: ["work/deals"],
};
const read = (text: string, quotes: "always" | "beside-operators" = "beside-operators") =>
  readMessage(text, { today: "2025-01-09", shelf: SHELF, quotes });

describe("what a message wants", () => {
  it("is tried with 150 messages or more", () => {
    expect(rows.length).toBeGreaterThanOrEqual(150);
  });

  it.each(rows)("$text is: $wanted", ({ text, wanted }) => {
    expect(read(text).intent).toBe(wanted);
  });
});

describe("days of publication filter, others prefer", () => {
  it.each([
    ["上周的文章里谁提到了氦？", "filter"],
    ["12月发表的那篇讲了什么原因？", "filter"],
    ["上周有什么AI新闻？", "filter"],
    ["2024年10月的报道怎么说？", "filter"],
    ["架构师之路上周怎么看缓存？", "filter"],
    ["What news was there last week?", "filter"],
    ["What was reported last week about the probe?", "filter"],
    ["articles from December 2024 on bridges: who designed them?", "filter"],
    ["上周发生了什么？", "filter"],
    ["上个月发的文章里谁提到了氦？", "filter"],
    ["昨天不是有篇讲月壤的吗，一共多重？", "filter"],
    ["In an article from mid-December, who led the round?", "filter"],
    ["2025年的三个预测是什么？", null],
    ["2025年的三个预测那篇文章怎么说？", null],
    ["2024年的三个预测那篇文章怎么说？", "prefer"],
    ["2023年5月时土星有多少颗卫星？", "prefer"],
    ["上周那笔融资是谁投的？", "prefer"],
    ["Who won the 2023 prize?", "prefer"],
    ["What happened to the bridge in 1940 that made it fall?", null],
  ])("%s: %s", (text, mode) => {
    expect(read(text).range?.mode ?? null).toBe(mode);
  });

  it.each(["如今天花病毒保存在哪里？", "What is tungsten used for today?", "秦岭站夏天能住多少人？", "周杰伦是谁？"])(
    "no days are read in: %s",
    (text) => {
      expect(read(text).range).toBeNull();
    },
  );

  it.each(["Cursor 现在的估值是多少？", "最近有什么变化？", "What is the latest on Voyager?"])(
    "newer comes first: %s",
    (text) => {
      expect(read(text).order).toBe("newest");
    },
  );
});

describe("scope by words", () => {
  it.each([
    ["架构师之路怎么看缓存？", ["架构师之路"]],
    ["量子位和架构师之路的文章里谁提到了缓存？", ["量子位", "架构师之路"]],
    ["what does founder park say about pricing?", ["Founder Park"]],
    ["FounderPark的文章怎么看定价？", ["Founder Park"]],
    ["量子位是谁创办的？", []],
    ["Who founded Harbour Notes?", []],
    ["量子位数是多少？", []],
  ])("%s", (text, accounts) => {
    expect(read(text).scope.accounts).toEqual(accounts);
  });
});

describe("operators", () => {
  it("limit accounts, folders, days and exact words, and leave the question", () => {
    const reading = read('account:founderpark folder:deals after:2024-10 before:2024-12 who led "seed round" -crypto');
    expect(reading.texts).toEqual(["who led seed round"]);
    expect(reading.range).toEqual({ from: "2024-10-01", to: "2024-11-30", mode: "filter" });
    expect(reading.scope).toMatchObject({
      accounts: ["Founder Park"],
      folders: ["work/deals"],
      words: ["seed round"],
      without: ["crypto"],
    });
  });

  it("in Chinese, and quoted names", () => {
    expect(read("公众号:量子位 谁领投").scope.accounts).toEqual(["量子位"]);
    expect(read('account:"Founder Park" 谁领投').scope.accounts).toEqual(["Founder Park"]);
  });

  it("alone list what they leave", () => {
    expect(read("account:量子位 after:2024-12")).toMatchObject({ intent: "collection", collection: { ask: "list" } });
  });

  it("quotes and a minus are read after /ask, and in a plain question are its own", () => {
    expect(read('Why is it called "first light"?', "always").scope.words).toEqual(["first light"]);
    const plain = read('Why is it called "first light" -- or not?');
    expect([plain.scope.words, plain.scope.without, plain.texts]).toEqual([
      [],
      [],
      ['Why is it called "first light" -- or not?'],
    ]);
  });

  it("that say no date stay words", () => {
    expect(read("after:lunch what happened?").texts).toEqual(["after:lunch what happened?"]);
  });
});

describe("questions about the collection", () => {
  it.each([
    ["有多少篇讲 Perplexity？", "count", ["Perplexity"]],
    ["列出提到 Cursor 估值的文章", "list", ["Cursor", "估值"]],
    ["架构师之路 12 月写了什么", "list", []],
    ["how many articles mention Character AI?", "count", ["Character AI"]],
    ["哪些公众号提到了钨？", "accounts", ["钨"]],
    ["最近三篇文章是什么？", "newest", []],
    ["“零知识证明”在多少篇文章里出现过？", "count", ["零知识证明"]],
    ["which articles mention NASA and ESA?", "list", ["NASA", "ESA"]],
    ["2024年每个月多少篇？", "by-month", []],
    ["按公众号统计文章数量", "by-account", []],
  ])("%s: %s %s", (text, ask, mentions) => {
    expect(read(text).collection).toMatchObject({ ask, mentions });
  });
});
