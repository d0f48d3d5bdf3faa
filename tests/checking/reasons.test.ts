import { describe, expect, it } from "vitest";
import { outcome } from "./support.ts";

const SALES = "2023年公司售出120万辆汽车，营收500亿元，同比增长15%。";
const RUMOUR = "据传，这家公司可能收购北风科技。";
const PLAN = "铁路部门计划在2026年开通新线。";

describe("the reason a claim falls", () => {
  it.each([
    [SALES, "公司售出121万辆汽车。", "figure"],
    [SALES, "营收500亿美元。", "unit"],
    [SALES, "2022年公司售出120万辆汽车。", "date"],
    [SALES, "2023年公司售出120万辆汽车，营收同比增长15个百分点。", "figure"],
    [RUMOUR, "这家公司收购北风科技。", "hedge"],
    [PLAN, "铁路部门2026年开通了新线。", "plan"],
    [PLAN, "铁路部门没有计划在2026年开通新线。", "negation"],
    ["The mayor denied that the bridge was unsafe.", "The bridge was unsafe.", "negation"],
    [SALES, "咖啡豆的价格受天气影响很大。", "unsupported"],
  ])("%s | %s: %s", (sentence, claim, reason) => {
    expect(outcome([sentence], claim)).toBe(reason);
  });
});

describe("marks", () => {
  const two = ["港口去年处理了300万个集装箱。", "其中三成来自东南亚。"];
  it.each([
    ["港口去年处理了300万个集装箱", [1], "verbatim"],
    ["港口去年处理了300万个集装箱。", [1, 2], "verbatim"],
    ["2023年港口处理了300万个集装箱。", [1, 2], "matches"],
    ["港口去年处理了300万个集装箱，其中30%来自东南亚。", [1, 2], "matches"],
  ])("%s citing %j: %s", (claim, cites, mark) => {
    expect(outcome(two, claim, cites)).toBe(mark);
  });
});
