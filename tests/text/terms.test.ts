import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFunctionWord } from "../../src/text/function-words.ts";
import { languageOf } from "../../src/text/language.ts";
import { simplified } from "../../src/text/simplified.ts";
import { distinctTerms, terms } from "../../src/text/terms.ts";

describe("terms", () => {
  it.each([
    ["嫦娥六号", ["嫦娥", "娥六", "六号"]],
    ["氦", ["氦"]],
    ["GPT-4o的价格", ["gpt4o", "gpt", "4o", "的价", "价格"]],
    ["增长２.５％", ["增长", "2.5%"]],
    ["1,234 km", ["1234", "km"]],
    ["running runs", ["run", "run"]],
    ["U.S. law", ["u.s", "u", "s", "law"]],
    ["don't stop.", ["dont", "stop"]],
    ["C++ and 3:15", ["cplusplu", "and", "3:15", "3", "15"]],
    ["2024.3.15", ["2024.3.15", "2024", "3", "15"]],
    ["3,000 万和 3000万", ["3000", "3000万", "万和", "3000", "3000万", "万"]],
    ["the 20th century", ["the", "20th", "centuri"]],
    ["in 2024", ["in", "2024"]],
    ["臺灣的麵包", ["台湾", "湾的", "的面", "面包"]],
    ["！？ …", []],
  ])("of %j", (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  it.each([
    ["iphone15", ["iPhone15", "iPhone 15", "iPhone-15", "ｉＰｈｏｎｅ１５", "iPhone 15 Pro", "iPhone15Pro"]],
    ["ba2490", ["BA2490", "BA 2490", "BA-2490", "国航BA2490航班"]],
    ["gpt4", ["GPT4", "GPT-4", "GPT 4", "gpt_4"]],
    ["gpt4o", ["GPT4o", "GPT-4o", "GPT 4o"]],
    ["gpt3.5", ["GPT-3.5", "GPT 3.5", "GPT-3.5-turbo"]],
    ["4月", ["4月1日", "4 月 1 日", "４月", "四 4月"]],
    ["1日", ["4月1日", "4 月 1 日"]],
    ["csharp", ["C#", "用C#写", "C# 12", "(c#)", "CSharp"]],
    ["fsharp", ["F#"]],
    ["cplusplu", ["C++", "用C++写", "Cplusplus"]],
    ["dotnet", [".NET is free", "the .NET runtime", "用.NET写", "dotnet"]],
  ])("%j is among those of each of %j", (term, texts) => {
    expect(texts.filter((text) => !terms(text).includes(term))).toEqual([]);
  });

  it.each([
    ["C#", "C++"],
    ["C#", "C"],
    ["C++", "C"],
    ["F#", "F"],
    [".NET", "net"],
    ["3M", "M3"],
    ["4G", "GPT-4o"],
    ["4月1日", "14月11日"],
  ])("%j and %j share none", (one, other) => {
    const words = new Set(terms(one).filter((term) => /[^月日]/.test(term)));
    expect(terms(other).filter((term) => words.has(term))).toEqual([]);
  });

  it("names a model the same however its letters and figures are joined", () => {
    const letters = fc.stringMatching(/^[a-z]{2,8}$/).filter((word) => !isFunctionWord(word) && word !== "only");
    const figures = fc.stringMatching(/^[1-9]\d{0,4}[a-z]?$/);
    fc.assert(
      fc.property(letters, figures, fc.constantFrom("", " ", "-"), (name, figure, joint) => {
        expect(terms(`${name}${joint}${figure}`)).toContain(`${name}${figure}`);
      }),
    );
  });

  it("gives no empty term, and none with a blank, whatever comes", () => {
    const hostile = fc.string({ unit: fc.constantFrom(..."a1C#+.-_/:, 月臺台é٣%'’\n"), maxLength: 30 });
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: "binary" })), (text) => {
        expect(terms(text).filter((term) => term === "" || /\s/.test(term))).toEqual([]);
      }),
    );
  });

  it("lists each term once", () => {
    expect(distinctTerms("月球 月球 moon moons")).toEqual(["月球", "moon"]);
  });
});

describe("traditional and simplified characters", () => {
  it.each([
    ["臺灣", "台湾"],
    ["說", "説"],
    ["裏面", "裡面"],
    ["乾隆", "干隆"],
    ["跟著", "跟着"],
    ["寧靜", "宁静"],
    ["爲什麼", "為什麽"],
  ])("%j and %j are one", (one, other) => {
    expect(simplified(one)).toBe(simplified(other));
  });

  it("keep their places, and simplified text stays as it is", () => {
    const character = fc.integer({ min: 0x3400, max: 0x9fff }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.array(character), (characters) => {
        const once = simplified(characters.join(""));
        expect(once.length).toBe(characters.length);
        expect([...once].map((each, at) => each === simplified(characters[at] ?? "")).every(Boolean)).toBe(true);
        expect(simplified(once)).toBe(once);
      }),
    );
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
