import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "../../src/language/analysed.ts";

const read = (text: string) =>
  analyse(text).figures.map(
    ({ value, unit, weight }) => `${value} ${unit?.name ?? "-"}${weight === "loose" ? "?" : ""}`,
  );

describe("figures of a text", () => {
  it.each([
    ["1.5万人", "15,000 people", "15000 person"],
    ["三成用户", "30% of users", "0.3 share"],
    ["百分之四十", "40 per cent", "0.4 share"],
    ["一万五千元", "15000 yuan", "15000 CNY"],
    ["3.2亿美元", "$320 million", "320000000 USD"],
    ["７Ｂ 参数", "7 billion parameters", "7000000000 -"],
    ["5‰", "0.5%", "0.005 share"],
    ["百分之百", "100%", "1 share"],
    ["三成五", "35 per cent", "0.35 share"],
    ["百万分之280", "280 parts per million", "0.00028 share"],
    ["十亿分之五十", "50 parts per billion", "5e-8 share"],
    ["1.5万度电", "15,000 kilowatt-hours", "15000 watt-hour"],
    ["三分之二", "two thirds", `${2 / 3} share`],
    ["3到5公里", "3 to 5 km", "3 length"],
    ["涨了3个百分点", "up 3 percentage points", "3 points"],
    ["第三代", "the third generation", "3 ordinal?"],
    ["三家公司", "three companies", "3 firm?"],
  ])("%j and %j both hold %s", (left, right, figure) => {
    expect(read(left)).toContain(figure);
    expect(read(right)).toContain(figure);
  });

  it.each([
    ["第一个问题"],
    ["一个人"],
    ["这两位作者"],
    ["公司成立了"],
    ["十分强大的百度"],
    ["使用GPT-4o和H100"],
    ["2024年12月20日"],
    ["Dec 20, 2024"],
  ])("%j holds none that must match", (text) => {
    expect(read(text).filter((figure) => !figure.endsWith("?"))).toEqual([]);
  });

  it("never throws, and every figure lies inside its text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."0123456789.,%万亿年月日一二三十百千点分之 abk$to-") }),
        (source) => {
          const { text, figures, dates } = analyse(source);
          for (const { start, end } of [...figures, ...dates])
            expect(start >= 0 && end <= text.length && start < end).toBe(true);
        },
      ),
    );
  });
});
