import { describe, expect, it } from "vitest";
import { languageOf } from "../../src/text/language.ts";
import { distinctTerms, terms } from "../../src/text/terms.ts";

describe("terms", () => {
  it.each([
    ["嫦娥六号", ["嫦娥", "娥六", "六号"]],
    ["氦", ["氦"]],
    ["GPT-4o的价格", ["gpt-4o", "gpt", "4o", "的价", "价格"]],
    ["增长２.５％", ["增长", "2.5%"]],
    ["1,234 km", ["1234", "km"]],
    ["running runs", ["run", "run"]],
    ["U.S. law", ["u.s", "u", "s", "law"]],
    ["don't stop.", ["dont", "stop"]],
    ["C++ and 3:15", ["c++", "c", "and", "3:15", "3", "15"]],
    ["！？ …", []],
  ])("of %j", (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  it("lists each term once", () => {
    expect(distinctTerms("月球 月球 moon moons")).toEqual(["月球", "moon"]);
  });
});

describe("languageOf", () => {
  it.each([
    ["OpenAI 发布 GPT-4o", "zh"],
    ["The word 月 means moon, as any reader of the calendar knows well", "en"],
    ["2024", "en"],
    ["", "en"],
  ] as const)("%j is %s", (text, expected) => {
    expect(languageOf(text)).toBe(expected);
  });
});
