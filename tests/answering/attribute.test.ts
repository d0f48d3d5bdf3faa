import { describe, expect, it } from "vitest";
import { outcome } from "../checking/support.ts";

const SENTENCES = [
  "嫦娥六号于6月2日在月球背面南极—艾特肯盆地着陆，采回1.9万克样品。",
  "The probe carried 19,353 observations back and about 40% were new.",
];
const shown = { title: "嫦娥六号在月背着陆", publishedAt: "2024-06-03" };

describe("attribute", () => {
  it.each([
    ["嫦娥六号于6月2日在月球背面南极—艾特肯盆地着陆，采回1.9万克样品。", [1], "verbatim"],
    ["嫦娥六号6月2日在月球背面着陆。", [1], "matches"],
    ["嫦娥六号6月2日在月球背面着陆。", [1, 2], "matches"],
    ["The Chang'e 6 probe landed on the far side of the Moon on June 2, 2024.", [1], "matches"],
    ["嫦娥六号在月球背面着陆，采回19000克样品，其中40%的观测是新的。", [1, 2], "matches"],
    ["嫦娥六号6月3日在月球背面着陆，采回1.9万克样品。", [1], "date"],
    ["嫦娥六号6月2日在月球背面着陆，采回2.9万克样品。", [1], "figure"],
    ["About 41% of the observations were new.", [2], "figure"],
    ["嫦娥六号在月球背面着陆。", [9], "unknown-key"],
    ["嫦娥六号在月球背面着陆。", [1, 7], "unknown-key"],
    ["嫦娥六号在月球背面着陆。", [], "no-citation"],
    ["咖啡豆的价格受天气影响很大。", [1], "unsupported"],
    ["The recipe needs butter and sugar.", [2], "unsupported"],
    ["", [1], "no-citation"],
  ])("%j citing %j: %s", (text, cites, expected) => {
    expect(outcome(SENTENCES, text, cites, shown)).toBe(expected);
  });
});
