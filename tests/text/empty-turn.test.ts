import { describe, expect, it } from "vitest";
import { isEmptyTurn } from "../../src/text/empty-turn.ts";

describe("a turn of a conversation", () => {
  it.each([
    "吴恩达：是的，完全同意。",
    "主持人：好的，谢谢。",
    "**张鹏**：对，没错。",
    "Host: Yes, exactly.",
    "Q: Thank you so much.",
    "嗯，我非常认同你的观点。",
    "Sam: That's right. I completely agree with you.",
    "李开复：",
  ])("that holds nothing: %s", (text) => expect(isEmptyTurn(text)).toBe(true));

  it.each([
    "吴恩达：是的，完全同意，开源会让模型便宜十倍。",
    "主持人：好的，第一个问题给王总。",
    "价格：三元。",
    "Host: Yes, in 2019.",
    "Yes Man is a film.",
    "是的是第二代产品先上市。",
    "对外经济贸易大学",
    "赵州桥：605年。",
  ])("that says something: %s", (text) => expect(isEmptyTurn(text)).toBe(false));

  it("is told in time that grows with its length alone", () => {
    const startedMs = performance.now();
    isEmptyTurn("是的".repeat(20_000));
    isEmptyTurn(`${"对对".repeat(19)}x`);
    expect(performance.now() - startedMs).toBeLessThan(200);
  });
});
