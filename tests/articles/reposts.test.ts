import { describe, expect, it } from "vitest";
import { signatureOf } from "../../src/articles/near-duplicates.ts";
import { saysNothingNew } from "../../src/articles/own-words.ts";
import { findReposts } from "../../src/articles/reposts.ts";

const LIST =
  "各位菜友早上好，欢迎收看每日菜价。今日白菜每斤2.1元，萝卜每斤3.4元。进场蔬菜共412吨，由老周值班。请按划定的区域停放车辆，保持通道畅通，如有疑问请到东门服务台咨询。";
const SHIFT =
  "The night shift at Marl Sound began on time and the lamp was lit. The keeper wrote three lines into the book, and the boat of Ada Holt came in at six. Nothing else was seen from the tower until the morning.";

describe("a text that nearly repeats another is one of its own", () => {
  it.each<readonly [string, string, string, string]>([
    ["for a figure", LIST, "2.1元", "1.8元"],
    ["for a figure in Chinese", "每年出酱油九十二吨，装进木桶。", "九十二吨", "十八吨"],
    ["for one small figure in Chinese", "坊里有三口大缸，都在院子里。", "三口", "五口"],
    ["for a date", "报名截至11月15日，请尽快。", "11月15日", "11月22日"],
    ["for a number word", SHIFT, "three lines", "eleven lines"],
    ["for a name", SHIFT, "Ada Holt", "Mona Wick"],
    ["for a Latin name in Chinese", "今天的主讲是 Holt，题目不变。", "Holt", "Wick"],
    ["for many new words", LIST, "如有疑问请到东门服务台咨询", "冷库昨夜跳闸，南坡的芹菜大半冻坏，摊主们正在想办法"],
  ])("%s", (_, source, was, is) => {
    expect(source).toContain(was);
    expect(saysNothingNew(source.replace(was, is), source)).toBe(false);
  });

  it.each<readonly [string, string, string, string]>([
    ["a word more", SHIFT, "on time", "again on time"],
    ["a sentence less", SHIFT, " Nothing else was seen from the tower until the morning.", ""],
    ["width and blanks", LIST, "2.1元", "２.１ 元"],
    ["another link", `${LIST} https://a.example/1`, "a.example/1", "b.example/2?x=77"],
    ["a particle", LIST, "早上好", "早上好呀"],
  ])("and not for %s", (_, source, was, is) => {
    expect(source).toContain(was);
    expect(saysNothingNew(source.replace(was, is), source)).toBe(true);
  });
});

it("finds the repost of a text from a template that is not the first of them", () => {
  const bodies = [LIST, LIST.replace("2.1", "1.9"), LIST.replace("2.1", "1.8"), `${LIST.replace("2.1", "1.9")}呀`];
  const texts = bodies.map((body) => ({ body, signature: signatureOf(body) }));
  expect(findReposts(texts, [null, 0, 0, 0])).toEqual([null, null, null, 1]);
});
