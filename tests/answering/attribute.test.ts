import { describe, expect, it } from "vitest";
import { createStaticEmbedder } from "../../src/adapters/static-table/static-embedder.ts";
import { attribute } from "../../src/answering/attribute.ts";
import type { KeyTable } from "../../src/answering/keys.ts";
import type { ArticleCard, ArticleId, Citation, PassageId } from "../../src/domain.ts";

const encoder = createStaticEmbedder();
const article: ArticleCard = {
  id: "a1" as ArticleId,
  title: "嫦娥六号在月背着陆",
  author: null,
  publishedAt: "2024-06-03",
  url: null,
  language: "zh",
  sourcePath: "a.md",
  missing: { paywall: false, picturesUnread: 0 },
  repostOf: null,
};
const cite = (ordinal: number, text: string): Citation => ({
  article,
  passageId: "p1" as PassageId,
  sentence: { ordinal, span: { start: 0, end: text.length }, text },
});
const keys: KeyTable = new Map([
  ["k7f.1", cite(0, "嫦娥六号于6月2日在月球背面南极—艾特肯盆地着陆，采回1.9万克样品。")],
  ["k7f.2", cite(1, "The probe carried 19,353 observations back and about 40% were new.")],
]);
const outcome = (text: string, ...cites: string[]) => {
  const result = attribute({ text, cites }, keys, encoder);
  return result.kind === "kept" ? result.claim.mark : result.dropped.reason;
};

describe("attribute", () => {
  it.each([
    ["嫦娥六号于6月2日在月球背面南极—艾特肯盆地着陆，采回1.9万克样品。", ["k7f.1"], "verbatim"],
    ["嫦娥六号6月2日在月球背面着陆。", ["k7f.1"], "checked"],
    ["The Chang'e 6 probe landed on the far side of the Moon on June 2, 2024.", ["k7f.1"], "checked"],
    ["嫦娥六号在月球背面着陆，采回19000克样品，其中40%的观测是新的。", ["k7f.1", "k7f.2"], "combined"],
    ["嫦娥六号6月3日在月球背面着陆，采回2.9万克样品。", ["k7f.1"], "figure"],
    ["About 41% of the observations were new.", ["k7f.2"], "figure"],
    ["嫦娥六号在月球背面着陆。", ["k7f.9"], "unknown-key"],
    ["嫦娥六号在月球背面着陆。", ["k7f.1", "z9z.1"], "unknown-key"],
    ["嫦娥六号在月球背面着陆。", [], "no-citation"],
    ["咖啡豆的价格受天气影响很大。", ["k7f.1"], "unsupported"],
    ["The recipe needs butter and sugar.", ["k7f.2"], "unsupported"],
    ["", ["k7f.1"], "no-citation"],
  ])("%j citing %j: %s", (text, cites, expected) => {
    expect(outcome(text, ...cites)).toBe(expected);
  });
});
