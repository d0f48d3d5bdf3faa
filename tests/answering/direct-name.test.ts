import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameAtVerb } from "../../src/answering/name-at-verb.ts";
import { nameInPlace } from "../../src/answering/name-in-place.ts";

describe("the name in the place of the question word", () => {
  it.each([
    ["馆长退休后,由谁接任?", "2016年,馆长退休,由王长华接任第3任馆长。", "王长华"],
    ["这部作品是由谁执导的?", "作品于1972年上映,由高畑勋执导。", "高畑勋"],
    ["这座大桥位于哪个城市?", "这座大桥位于珠海,全长55公里。", "珠海"],
    ["她在哪里出生?", "她1930年在宁波出生,后来去了北京。", "宁波"],
    ["乐队的主唱是谁?", "乐队的主唱是安蒂,鼓手是他弟弟。", "安蒂"],
    ["灭国战争是由谁主导的?", "战争是由他主导的。", null],
    ["决赛在哪里举行?", "决赛在2011年8月29日举行。", null],
    ["大桥有多长?", "大桥全长55公里。", null],
    ["由谁接任?", "接任的人由大会选出。", null],
  ])("%s | %s → %s", (question, sentence, name) => {
    expect(nameInPlace(question, sentence)?.text ?? null).toBe(name);
  });
});

describe("the name at the verb of the question", () => {
  it.each([
    ["Who led the team in sacks?", "Kawann Short led the team in sacks with 11.", "Kawann Short"],
    ["Who invented the marine chronometer?", "The marine chronometer was invented by John Harrison.", "John Harrison"],
    ["Who was the old bridge designed by?", "The bridge was designed by Leonhard Seyfarth.", "Leonhard Seyfarth"],
    ["Who led the team in sacks?", "They led the team in sacks.", null],
    ["Who led the team in sacks?", "Short led his life quietly.", null],
    ["Who led the Bears?", "The Bears led the league.", null],
    ["Who is she?", "She is Marie Curie.", null],
  ])("%s | %s → %s", (question, sentence, name) => {
    expect(nameAtVerb(question, sentence)?.text ?? null).toBe(name);
  });
});

it("is always a piece of the sentence and never of the question", () => {
  const words = fc.array(
    fc.constantFrom("由", "谁", "Who", "led", "by", "王长华", "接任", "Ann Lee", "team", "在哪里", ",", " "),
  );
  fc.assert(
    fc.property(words, words, (asked, said) => {
      const [question, sentence] = [asked.join(""), said.join("")];
      for (const found of [nameInPlace(question, sentence), nameAtVerb(question, sentence)]) {
        if (found === null) continue;
        expect(sentence).toContain(found.text);
        expect(question).not.toContain(found.text);
      }
    }),
  );
});
