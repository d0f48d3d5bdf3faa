import { describe, expect, it } from "vitest";
import { outcome } from "./support.ts";

/** What articles of 3 June 2024 say, each with what may and what may not be said of it. */
const TABLE: readonly {
  readonly sentence: string;
  readonly before?: string;
  readonly title?: string;
  readonly says: readonly string[];
  readonly never: readonly string[];
}[] = [
  {
    sentence: "赵州桥由隋代工匠李春主持建造，大约在公元605年前后完工。",
    says: [
      "赵州桥是隋代工匠李春主持修建的，约公元605年完工。",
      "李春在隋朝主持建造了赵州桥。",
      "The Zhaozhou Bridge was built under the Sui-dynasty craftsman Li Chun and finished around 605.",
    ],
    never: [],
  },
  {
    sentence: "它横跨洨河，全长64.4米，主拱净跨37.02米。",
    before: "赵州桥是中国现存最古老的石拱桥。",
    title: "站了一千四百年的赵州桥",
    says: ["赵州桥全长64.4米。", "这座桥主拱的净跨为37.02米。", "The bridge is 64.4 metres long."],
    never: ["它全长37.02米，主拱净跨64.4米。", "桥的全长是37.02米。", "The bridge is 64.4 km long."],
  },
  {
    sentence: "公司2023年营收为120亿元，同比增长15%，净利润30亿元，同比下降8%。",
    says: [
      "公司2023年营收120亿元，增长15%。",
      "2023年公司的净利润是30亿元，比上年下降了8%。",
      "公司营收120亿元，净利润30亿元，净利率约25%。",
      "In 2023 revenue was 12 billion yuan, up 15%.",
      "公司2023年营收为120亿元，净利润30亿元，两者相差90亿元。",
    ],
    never: [
      "公司2023年营收为30亿元。",
      "2023年营收增长8%。",
      "公司2023年营收为120亿美元。",
      "营收同比增长15个百分点。",
      "In 2023 revenue was 12 billion dollars, up 15%.",
      "In 2023 revenue was 120 billion yuan.",
      "营收比净利润多90亿元。",
    ],
  },
  {
    sentence: "据知情人士透露，苹果公司计划于2025年收购一家德国初创企业，但双方的谈判上周已经破裂。",
    says: [
      "据知情人士透露，苹果曾计划2025年收购一家德国初创企业，但谈判已破裂。",
      "Apple reportedly planned to buy a German startup in 2025, but the talks collapsed last week.",
    ],
    never: ["苹果公司收购了一家德国初创企业。", "Apple bought a German startup in 2025."],
  },
  {
    sentence: "张三创办了甲骨科技公司，李四后来担任首席执行官。",
    says: ["张三是甲骨科技公司的创办者。", "甲骨科技公司由张三创办，李四后来任首席执行官。"],
    never: [],
  },
  {
    sentence: "该公司没有公布价格，但确认新产品将于6月上市。",
    says: ["The company did not announce the price but confirmed the product will launch in June."],
    never: [
      "该公司公布了价格。",
      "新产品已于6月上市。",
      "The company announced the price.",
      "The product launched in June.",
    ],
  },
  {
    sentence: "他们去年在北京建成了第一座实验室，今年计划再建三座。",
    says: ["他们计划在2024年再建三座实验室。"],
    never: [
      "他们2022年在北京建成了第一座实验室。",
      "他们今年已建成三座实验室。",
      "他们计划今年再建五座。",
      "In 2021 they completed their first laboratory in Beijing.",
    ],
  },
  {
    sentence: "In 2023 the company sold 1.2 million cars, up 20% from a year earlier, while Toyota sold 10 million.",
    says: [
      "The company sold 1.2 million cars in 2023, a rise of 20%.",
      "The company sold 1,200,000 cars in 2023.",
      "该公司2023年售出120万辆汽车，同比增长20%。",
      "丰田售出1000万辆。",
    ],
    never: ["The company sold 10 million cars in 2023.", "该公司2023年售出1000万辆汽车。"],
  },
  {
    sentence: "The committee did not approve the plan, but it will vote again in March.",
    says: ["The committee did not approve the plan.", "委员会没有批准该计划，但三月将再次投票。"],
    never: ["The committee approved the plan.", "The committee voted again in March.", "委员会批准了该计划。"],
  },
  {
    sentence: "Researchers estimate that the glacier may lose 30 percent of its ice by 2050.",
    says: [
      "The glacier may lose 30% of its ice by 2050, researchers estimate.",
      "研究人员估计，到2050年冰川可能失去30%的冰。",
      "研究者估计，到2050年该冰川可能会失去三成的冰。",
    ],
    never: ["The glacier will lose 30% of its ice by 2050.", "到2050年冰川将失去30%的冰。"],
  },
  {
    sentence: "英伟达（NVIDIA）发布了H100芯片，黄仁勋表示其性能是A100的9倍。",
    says: [
      "NVIDIA发布了H100芯片，性能是A100的9倍。",
      "NVIDIA's Jensen Huang said the H100 is 9 times as fast as the A100.",
    ],
    never: ["The H100 is 8 times as fast as the A100."],
  },
  {
    sentence: "The telescope, built by NASA and ESA for $10 billion, was launched on December 25, 2021.",
    says: [
      "NASA and ESA spent $10 billion on the telescope.",
      "该望远镜由NASA和ESA建造，耗资100亿美元，于2021年12月25日发射。",
      "The telescope was launched on 25 December 2021.",
    ],
    never: [
      "该望远镜耗资10亿美元。",
      "The telescope was launched on 24 December 2021.",
      "The telescope cost 10 billion euros.",
    ],
  },
];

const rows = TABLE.flatMap(({ sentence, before, title, says, never }) =>
  [...says.map((claim) => ({ claim, may: "kept" })), ...never.map((claim) => ({ claim, may: "dropped" }))].map(
    (row) => ({
      ...row,
      sentence,
      before,
      title,
    }),
  ),
);

describe("what may be said of a sentence", () => {
  it.each(rows)("$claim is $may, citing $sentence", ({ claim, may, sentence, before, title }) => {
    const sentences = before === undefined ? [sentence] : [before, sentence];
    const result = outcome(sentences, claim, [sentences.length], { publishedAt: "2024-06-03", title: title ?? "" });
    expect(["verbatim", "matches"].includes(result) ? "kept" : "dropped", result).toBe(may);
  });
});
