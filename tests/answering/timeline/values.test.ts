import { describe, expect, it } from "vitest";
import { ATTRIBUTES, asksForChange, topicOf } from "../../../src/answering/timeline/topic.ts";
import { valuesIn } from "../../../src/answering/timeline/values.ts";
import type { ArticleId, PassageId } from "../../../src/domain.ts";

function valuesOf(text: string, name: string, publishedAt = "2024-12-20") {
  const attribute = ATTRIBUTES.find((one) => one.name === name);
  if (attribute === undefined) throw new Error(`no attribute ${name}`);
  const article = {
    id: "a" as ArticleId,
    title: "t",
    author: null,
    publishedAt,
    url: null,
    language: "zh" as const,
    sourcePath: "a.md",
    missing: { paywall: false, picturesUnread: 0 },
    repostOf: null,
  };
  const sentence = { ordinal: 0, span: { start: 0, end: text.length }, text };
  const cite = () => ({ article, passageId: "a#0" as PassageId, sentence });
  return valuesIn(sentence, attribute, () => true, cite).map(
    (one) => `${one.asOf} ${one.text}${one.isRumour ? "?" : ""}`,
  );
}

describe("a value with its day", () => {
  it.each([
    ["上个月，公司以 52 亿美金的估值完成了 2 亿美金的融资。", "valuation", ["2024-11 52 亿美金"]],
    ["上个月，公司以 52 亿美金的估值完成了 2 亿美金的融资。", "funding", ["2024-11 2 亿美金"]],
    ["公司融资 5000 万美金，估值 5 亿美金。", "valuation", ["2024-12-20 5 亿美金"]],
    ["2023 年 6 月估值为 15 亿美金。", "valuation", ["2023-06 15 亿美金"]],
    ["估值从 5 亿美金涨到 15 亿美金。", "valuation", ["2024-12-20 15 亿美金"]],
    ["据传估值将达到 40 亿美金。", "valuation", ["2024-12-20 40 亿美金?"]],
    ["估值 30 亿美元（约 217 亿人民币）。", "valuation", ["2024-12-20 30 亿美元"]],
    ["计划 2026 年上市，估值 30 亿美元。", "valuation", ["2024-12-20 30 亿美元?"]],
    ["去年有 3000 万用户。", "users", ["2023 3000 万"]],
    ["他是第 12 位员工。", "staff", []],
    ["公司拿到 2.37 亿美金估值 15 亿。", "valuation", ["2024-12-20 15 亿"]],
    ["公司融资 2.37 亿美金，估值 15 亿。", "funding", ["2024-12-20 2.37 亿美金"]],
    ["公司以 15 亿美金估值融资 2.37 亿。", "valuation", ["2024-12-20 15 亿美金"]],
    ["去年3月估值为 5 亿美金。", "valuation", ["2023-03 5 亿美金"]],
    ["去年 3 月，公司估值为 5 亿美金。", "valuation", ["2023-03 5 亿美金"]],
    ["去年/3月，公司估值为 5 亿美金。", "valuation", ["2023-03 5 亿美金"]],
    ["去年估值 5 亿美金，3月估值为 8 亿美金。", "valuation", ["2023 5 亿美金", "2024-03 8 亿美金"]],
    ["去年10月估值 5 亿美金，今年 3 月估值为 8 亿美金。", "valuation", ["2023-10 5 亿美金", "2024-03 8 亿美金"]],
    ["去年10月估值 5 亿美金，11月估值为 8 亿美金。", "valuation", ["2023-10 5 亿美金", "2023-11 8 亿美金"]],
    ["It raised $237 million at a valuation of $1.5 billion.", "valuation", ["2024-12-20 $1.5 billion"]],
    ["团队有 228 人。", "staff", ["2024-12-20 228 人"]],
    ["The company was valued at $1.5 billion in June 2023.", "valuation", ["2023-06 $1.5 billion"]],
    ["It has 30 million users.", "users", ["2024-12-20 30 million"]],
    ["It is reportedly worth $9 billion.", "valuation", ["2024-12-20 $9 billion?"]],
    ["The weather was fine in 2023.", "valuation", []],
  ])("%s (%s)", (text, attribute, values) => expect(valuesOf(text, attribute)).toEqual(values));

  it.each([
    ["Cursor 的估值是怎么变化的？", "Cursor", ["valuation"]],
    ["Oura现在估值多少？", "Oura", ["valuation"]],
    ["Notion到现在有多少用户了？", "Notion", ["users"]],
    ["How has the valuation of Perplexity changed over time?", "Perplexity", ["valuation"]],
    ["土星的卫星", "土星", ["amount"]],
  ])("%s is about %s", (text, entity, attributes) => {
    const topic = topicOf(text);
    expect([topic?.entity, topic?.attributes.map(({ name }) => name)]).toEqual([entity, attributes]);
  });

  it.each(["", "？", "是多少"])("nothing is asked of by %j", (text) => expect(topicOf(text)).toBeNull());

  it.each([
    ["估值怎么变的", true],
    ["用户数的变化", true],
    ["how did it change over time", true],
    ["谁投的？", false],
  ])("%s asks for a change: %s", (text, holds) => expect(asksForChange(text)).toBe(holds));
});
