import { describe, expect, it } from "vitest";
import { figuresIn } from "../../src/answering/figures.ts";

describe("figuresIn", () => {
  it.each([
    ["1.5万人", "15,000 people", "15000"],
    ["三成用户", "30% of users", "30%"],
    ["百分之四十", "40 per cent", "40%"],
    ["２０２４年", "in 2024", "2024"],
    ["一万五千元", "15000 yuan", "15000"],
    ["3.2亿", "320 million", "320000000"],
    ["二〇二四年", "2024", "2024"],
    ["十二月", "Dec 20", "12"],
    ["7B 模型", "7 billion parameters", "7000000000"],
    ["5‰", "0.5%", "0.5%"],
  ])("%j and %j share %s", (left, right, figure) => {
    expect([...figuresIn(left)]).toContain(figure);
    expect([...figuresIn(right)]).toContain(figure);
  });

  it.each([["第一个问题"], ["一个人"], ["这两位作者"], ["公司成立了"]])("%j holds none", (text) => {
    expect([...figuresIn(text)]).toEqual([]);
  });
});
