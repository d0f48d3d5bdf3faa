import { expect, it } from "vitest";
import { askedValue } from "../../src/text/asked-value.ts";

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
