import { describe, expect, it } from "vitest";
import { outcome, type Shown } from "./support.ts";

const KEPT = new Set(["verbatim", "matches"]);

interface Case extends Shown {
  readonly sentences: readonly string[];
  readonly claim: string;
  readonly cites?: readonly number[];
}

/** Claims as models word them: true, but in few of the sentence's own words. All texts are of articles of 3 June 2024. */
const TRUE: readonly Case[] = [
  { sentences: ["1967年小说发表于杂志，次年获得雨果奖。"], claim: "这部小说1968年拿下雨果奖。" },
  { sentences: ["在1973年，机构由她创办。", "次年杂志创刊。"], claim: "杂志于1974年创刊。", cites: [2] },
  { sentences: ["1908年他首次把氦液化，三年后发现了超导。"], claim: "他1908年把氦液化，1911年发现了超导。" },
  { sentences: ["2004年他们撕下了石墨烯，2010年获得诺贝尔奖。"], claim: "他们2004年撕下石墨烯，六年后获得诺贝尔奖。" },
  { sentences: ["五年前，探测器首次在月球背面着陆。"], claim: "2019年，探测器首次在月球背面着陆。" },
  {
    sentences: ["A decade after the 1973 crisis, the firms opened plants."],
    claim: "The firms opened plants in 1983.",
  },
  { sentences: ["She ran 4:07.64 in Monaco last July."], claim: "In July 2023 she ran 4:07.64 in Monaco." },
  { sentences: ["The student ran a mile in 3 min 59.4 sec."], claim: "The student ran the mile in 3:59.4." },
  { sentences: ["Between its two towers lie 2,023 m."], claim: "Its two towers stand 2.023 km apart." },
  { sentences: ["炼一吨铝大约要用1.3万到1.5万度电。"], claim: "炼一吨铝约耗电13000至15000千瓦时。" },
  {
    sentences: ["Franklin died at the age of 37."],
    claim: "富兰克林去世时37岁。",
    title: "富兰克林（Franklin）与双螺旋",
  },
  { sentences: ["A signal takes about 22.5 hours to arrive."], claim: "A signal needs 22 and a half hours to arrive." },
  { sentences: ["据统计，全球约有2.49亿例疟疾。"], claim: "全球的疟疾约为2亿4900万例。" },
  { sentences: ["工业革命前约为百万分之280，现在已超过百万分之420。"], claim: "工业革命前约为280 ppm，现在超过420。" },
  { sentences: ["The price per 1,000 tokens is 0.002 dollars."], claim: "A thousand tokens cost 0.2 cents." },
  { sentences: ["全程收费是4.7元。"], claim: "17号线全程收费4.7元。", title: "17号线的票价" },
  {
    sentences: ["They trained in Florida."],
    claim: "The Apollo 1 crew trained in Florida.",
    title: "The crew of Apollo 1",
  },
  { sentences: ["编号由专家把地图分成三份。"], claim: "专家将地图分成了三份。" },
  { sentences: ["The chip may have been hit by a particle."], claim: "The chip could have been struck by a particle." },
  { sentences: ["It was proposed by Kibble of the U.K. in 1975."], claim: "Kibble of the UK came up with it in 1975." },
  { sentences: ["质谱（Mass Spectrometry）把分子分开，再称出质量。"], claim: "质谱把分子分开，再称出质量。" },
];

/** The same kinds of wording, but wrong in one thing. */
const FALSE: readonly (Case & { readonly reason: string })[] = [
  { sentences: ["1967年小说发表于杂志，次年获得雨果奖。"], claim: "这部小说1969年拿下雨果奖。", reason: "date" },
  {
    sentences: ["She ran 4:07.64 in Monaco last July."],
    claim: "In July 2022 she ran 4:07.64 in Monaco.",
    reason: "date",
  },
  {
    sentences: ["The student ran a mile in 3 min 59.4 sec."],
    claim: "The student ran the mile in 3:58.4.",
    reason: "figure",
  },
  { sentences: ["Between its two towers lie 2,023 m."], claim: "Its two towers stand 2,023 km apart.", reason: "unit" },
  { sentences: ["价格为每分钟0.006美元。"], claim: "价格是每小时0.006美元。", reason: "unit" },
  { sentences: ["The fee is $5 per day."], claim: "The fee is $5 per week.", reason: "unit" },
  { sentences: ["平台在过去1年增长很快。"], claim: "平台在过去1天增长很快。", reason: "unit" },
  { sentences: ["制作1小时的动画要10人，一个小时的动画很长。"], claim: "制作1分钟的动画要10人。", reason: "unit" },
  { sentences: ["第三季度手机销量同比下滑0.3%。"], claim: "第三季度手机销量同比上涨0.3%。", reason: "opposite" },
  {
    sentences: ["The applications declined in the 1950s."],
    claim: "The applications rose in the 1950s.",
    reason: "opposite",
  },
  { sentences: ["He looked over his left shoulder."], claim: "He looked over his right shoulder.", reason: "opposite" },
  { sentences: ["灯泡如今大多已被取代。"], claim: "灯泡如今全部已被取代。", reason: "overstated" },
  {
    sentences: ["Some people spoke of a natural limit."],
    claim: "Everyone spoke of a natural limit.",
    reason: "overstated",
  },
  {
    sentences: ["They are said to have walked into the pub and told everybody."],
    claim: "They walked into the pub and told everybody.",
    reason: "hedge",
  },
  {
    sentences: ["It is conjectured that hormones weaken the response."],
    claim: "Hormones weaken the response.",
    reason: "hedge",
  },
  {
    sentences: ["项目计划在2022年开始发射，最终将有3236颗卫星。"],
    claim: "项目已在2022年开始发射，最终将有3236颗卫星。",
    reason: "plan",
  },
  {
    sentences: ["It stands upright and is in radio contact."],
    claim: "It stands upright but is not in radio contact.",
    reason: "negation",
  },
  { sentences: ["无人质疑她的数据。"], claim: "有人质疑她的数据。", reason: "negation" },
];

describe("freely worded claims", () => {
  it.each(TRUE)("$claim is kept", ({ sentences, claim, cites, ...shown }) => {
    const result = outcome(sentences, claim, cites, shown);
    expect(KEPT.has(result), result).toBe(true);
  });

  it.each(FALSE)("$claim falls: $reason", ({ sentences, claim, cites, reason, ...shown }) => {
    expect(outcome(sentences, claim, cites, shown)).toBe(reason);
  });
});

describe("what is cited", () => {
  const sentences = ["港口去年处理了300万个集装箱。", "其中三成来自东南亚。", "天气很好，适合散步。"];

  it("leaves out a sentence that supports no part of the claim", () => {
    expect(outcome(sentences, "港口去年处理了300万个集装箱，其中30%来自东南亚。", [1, 2, 3])).toBe("matches");
  });

  it("hears the negation of every cited sentence", () => {
    const probe = ["五年前，探测器首次在月球背面软着陆。", "它没有采样返回的任务。"];
    expect(outcome(probe, "探测器首次在月球背面软着陆，也有采样返回的任务。", [1, 2])).toBe("negation");
  });
});
