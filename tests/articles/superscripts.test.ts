import { describe, expect, it } from "vitest";
import { readRaisedDigits, superscript } from "../../src/articles/superscripts.ts";

describe("a raised sign", () => {
  it.each<readonly [string, string, string, string]>([
    // exponents
    ["约有 10", "8", " 个细菌", "^8"],
    ["2×10", "-3", " 克", "^-3"],
    ["about 10", "3", " litres", "^3"],
    ["1.5 × 10", "−19", " J", "^-19"],
    ["2", "10", " = 1024", "^10"],
    ["5", "2", " + 12", "^2"],
    ["3 × 7", "2", " is", "^2"],
    ["E = mc", "2", " hung", "²"],
    ["面积 35 km", "2", "，", "²"],
    ["9.8 m/s", "2", "", "²"],
    ["每秒 5 m·s", "-1", "", "⁻¹"],
    ["R", "2", " = 0.9", "²"],
    ["40 平方米即 40 米", "2", "", "²"],
    ["(a+b)", "2", "", "^2"],
    ["x", "n", "", "^n"],
    // notes
    ["接待游客 36", "2", " 万人次", ""],
    ["建于 1921", "3", " 年", ""],
    ["in 2010", "4", " it", ""],
    ["to 125", "2", " crowns", ""],
    ["said Holt", "2", ".", ""],
    ["of the EU", "2", " and", ""],
    ["It rained.", "12", " Then", ""],
    ["人口", "1", "增长", ""],
    ["人口", "[12]", "", ""],
    ["人口", "注1", "", ""],
    ["the weir", "*", "", ""],
    ["the weir", "1,2", "", ""],
    ["", "1", " 数字来自年报", ""],
    ["他说的话（见上）", "2", "", ""],
    // parts of words
    ["the 21", "st", " century", "st"],
    ["Footnote", "TM", "", "TM"],
    ["M", "me", " Holt", "me"],
    ["Ca", "2+", " ions", "2+"],
    ["the ", "14", "C date", "¹⁴"],
  ])("%j %j %j says %j", (before, raised, after, expected) => {
    expect(superscript(before, raised, after)).toBe(expected);
  });
});

it.each([
  ["每升 10⁸ 个", "每升 10^8 个"],
  ["游客 36² 万", "游客 36 万"],
  ["面积 35 m²", "面积 35 m²"],
  ["2×10⁻³ 克", "2×10^-3 克"],
  ["2¹³⁶²⁷⁹⁸⁴¹-1", "2^136279841-1"],
])("raised digits of a text: %s", (text, expected) => expect(readRaisedDigits(text)).toBe(expected));
