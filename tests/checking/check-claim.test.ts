import { describe, expect, it } from "vitest";
import { outcome } from "./support.ts";

describe("signs", () => {
  it.each([
    ["2023年利润增长率为-12%。", "2023年利润增长率为12%。", "figure"],
    ["浓度为7‰。", "浓度为7%。", "figure"],
    ["气温是-5°C。", "气温是5°C。", "figure"],
    ["The growth was -12%.", "The growth was 12%.", "figure"],
    ["它宽5″。", "它宽5′。", "unit"],
    ["气温降到-5度。", "气温降到零下5度。", "matches"],
  ])("%s told as %s: %s", (sentence, claim, expected) => {
    expect(outcome([sentence], claim)).toBe(expected);
  });
});

describe("verbatim", () => {
  it.each([
    ["利润率是-12%。", "利润率是-12%", "verbatim"],
    ["利润率是－12％。", "利润率是-12%。", "verbatim"],
    ["The bridge opened in 1933; it is 65 m long.", "It is 65 m long.", "verbatim"],
    ["据传桥会关闭；它长65米。", "它长65米。", "matches"],
    ["The prize is not given to the dead.", "The prize is given to the dead.", "negation"],
  ])("%s told as %s: %s", (sentence, claim, expected) => {
    expect(outcome([sentence], claim)).toBe(expected);
  });
});

describe("an invented clause", () => {
  const FERRY = "The Brackwater ferry carries 240 passengers and crosses the bay in 25 minutes.";
  const PORT = "去年港口更换了吊机，装卸效率提高15%。";
  it.each([
    [FERRY, "The Brackwater ferry sank.", ["unsupported"]],
    [FERRY, "The Brackwater ferry carries 240 passengers, which critics called a fraud.", ["unsupported"]],
    [FERRY, "The ferry carries 240 passengers, see https://example.com/ferry", ["link", "unsupported"]],
    [PORT, "去年港口更换了吊机，装卸效率提高15%，吞吐量跃居全省首位。", ["unsupported"]],
    [PORT, "由于工人短缺，去年港口更换了吊机，装卸效率提高15%。", ["unsupported"]],
    [PORT, "去年港口换了吊机，装卸效率提高了15%。", ["matches"]],
  ])("%s told as %s", (sentence, claim, expected) => {
    expect(expected).toContain(outcome([sentence], claim));
  });
});

describe("another thing of the same name", () => {
  it.each([
    ["救援队伍用北斗一号的终端发出了消息。", "救援队伍用北斗二号的终端发出了消息。", "figure"],
    ["His son took H4 aboard the Deptford in 1761.", "His son took H3 aboard the Deptford in 1761.", "name"],
    ["The iPhone 15 went on sale in 2023.", "The iPhone 16 went on sale in 2023.", "figure"],
    ["The iPhone 15 went on sale in 2023.", "The iPhone15 went on sale in 2023.", "matches"],
    ["Rescue teams used BeiDou-1 terminals.", "救援队伍用的是北斗一号的终端。", "matches"],
  ])("%s told as %s: %s", (sentence, claim, expected) => {
    expect(outcome([sentence], claim)).toBe(expected);
  });
});

describe("figures that changed places", () => {
  it.each([
    ["主体工程里桥梁长22.9公里，隧道长6.7公里。", "主体工程里桥梁长6.7公里，隧道长22.9公里。"],
    ["The bridge is 64 m long and 9 m wide.", "The bridge is 9 m long and 64 m wide."],
  ])("%s told as %s", (sentence, claim) => {
    expect(outcome([sentence], claim)).toBe("misplaced-figure");
  });
});

/** Lies of the sentence's own words: no rule about words can tell them, only reading can. */
describe("what words cannot tell", () => {
  it.each([
    ["张三创办了甲骨科技公司，李四后来担任首席执行官。", "李四创办了甲骨科技公司。"],
    ["Dexcom led a $75 million investment in Oura.", "Oura led a $75 million investment in Dexcom."],
  ])("%s told as %s matches, and no more is promised", (sentence, claim) => {
    expect(outcome([sentence], claim)).toBe("matches");
  });
});
