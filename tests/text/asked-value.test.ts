import { describe, expect, it } from "vitest";
import { askedValue, strictForm } from "../../src/text/asked-value.ts";

it.each([
  ["嫦娥六号是什么时候着陆的？", "嫦娥六号于２０２４年６月２日着陆。", true],
  ["那是哪一年？", "大桥在这一年通车。", false],
  ["In which year was the cable laid?", "The cable was laid in 1858.", true],
  ["When did it open?", "It opened in May to large crowds.", true],
  ["When did it open?", "It opened to large crowds.", false],
  ["一共有多少颗卫星？", "土星现有274颗卫星。", true],
  ["有几座桥？", "河上建了三座桥。", true],
  ["How many people worked there?", "Twelve people worked there.", true],
  ["How many people worked there?", "Many people worked there.", false],
  ["它卖多少钱？", "这款戒指卖299美元。", true],
  ["它卖多少钱？", "这款戒指能用7天。", false],
  ["充一次电能用多久？", "充一次电能用7天。", true],
  ["充一次电能用多久？", "它重12克。", false],
  ["How much did they pay for it?", "They paid $4.5 million.", true],
  ["How much did they pay for it?", "They bought 12 of them.", false],
  ["占百分之几？", "占全部的三分之一。", true],
  ["When did it open after 1990?", "Nothing happened in 1990.", false],
])("%s is answered by a value in: %s (%s)", (question, sentence, holds) => {
  expect(askedValue(question)?.(sentence)).toBe(holds);
});

it.each(["为什么没有坝？", "Who invented it?", "它是怎样工作的？"])("%s asks for no value", (question) => {
  expect(askedValue(question)).toBeNull();
});

describe("the strict form of an answer", () => {
  it.each([
    ["百炼智能一年营收多少？", "百炼智能一年营收三亿元。", true],
    ["百炼智能一年营收多少？", "百炼智能一年服务 300 家客户。", false],
    ["这家公司有多少员工？", "公司现在有 200 多名员工。", true],
    ["这家公司有多少员工？", "公司成立于 2019 年，员工很年轻。", false],
    ["他是哪所大学毕业的？", "他毕业于清华大学。", true],
    ["他是哪所大学毕业的？", "他在 2012 年毕业。", false],
    ["How many people work there?", "It has 40 people.", true],
    ["How many people work there?", "It opened in 1999.", false],
    ["花 100 万元买的东西后来卖了多少钱？", "买的时候花了 100 万元。", false],
  ])("%s “%s” %s", (question, text, holds) => expect(strictForm(question)?.(text)).toBe(holds));

  it.each(["赵州桥是谁主持建造的？", "When was it opened?", "土星有多少颗卫星？"])(
    "is asked by no kind: %s",
    (question) => expect(strictForm(question)).toBeNull(),
  );
});
