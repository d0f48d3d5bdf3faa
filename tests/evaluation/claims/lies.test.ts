import { describe, expect, it } from "vitest";
import type { Maker } from "../../../tools/evaluation/claims/claim.ts";
import { causeSwapped } from "../../../tools/evaluation/claims/lies/cause.ts";
import { dateChanged } from "../../../tools/evaluation/claims/lies/date.ts";
import { digitChanged } from "../../../tools/evaluation/claims/lies/digit.ts";
import { hedgeDropped } from "../../../tools/evaluation/claims/lies/hedge.ts";
import { nameFromPassage, namesSwapped } from "../../../tools/evaluation/claims/lies/name.ts";
import { negationAdded, negationDropped } from "../../../tools/evaluation/claims/lies/negation.ts";
import { planAsDone } from "../../../tools/evaluation/claims/lies/plan.ts";
import { quoteStretched } from "../../../tools/evaluation/claims/lies/stretch.ts";
import { figureFromPassage, figuresSwapped } from "../../../tools/evaluation/claims/lies/swap-figures.ts";
import { unitChanged } from "../../../tools/evaluation/claims/lies/unit.ts";
import { allMade } from "./support.ts";

type Case = readonly [text: string, lie: string];

function check(name: string, make: Maker, breaks: readonly Case[], declines: readonly string[]) {
  describe(name, () => {
    it.each(breaks)("breaks %j", (text, lie) => expect(allMade(make, text)).toContain(lie));
    if (declines.length > 0) it.each(declines)("declines %j", (text) => expect(allMade(make, text)).toEqual([]));
  });
}

check(
  "figures swapped",
  figuresSwapped,
  [
    ["小船载重3吨，大船的载重达到了9吨。", "小船载重9吨，大船的载重达到了3吨。"],
    [
      "The ferry took 40 minutes where the road takes 15 minutes.",
      "The ferry took 15 minutes where the road takes 40 minutes.",
    ],
  ],
  ["桥宽3到9米。", "有些船载重3吨，有些船载重了9吨。", "船长20米，载重达到了9吨。", "灯塔高9米，从前也是9米高。"],
);
check(
  "unit changed",
  unitChanged,
  [
    ["灯塔高20米。", "灯塔高20厘米。"],
    ["村里有3万人。", "村里有3亿人。"],
    ["The road is 12 miles long.", "The road is 12 feet long."],
  ],
  ["灯塔又高又白。", "灯塔建成30年前后换过灯。"],
);
check(
  "negation dropped",
  negationDropped,
  [
    ["那年冬天河面没有结冰。", "那年冬天河面有结冰。"],
    ["渡口的船不再收钱。", "渡口的船仍然收钱。"],
    ["The lamp did not burn that winter.", "The lamp did burn that winter."],
  ],
  [
    "谁也没有想到河会结冰。",
    "如果河面没有结冰，船就走。",
    "渡口不得不关了。",
    "They were not only late.",
    "他没有船，也没有桨。",
    "The lamp is never not lit.",
  ],
);
check(
  "negation added",
  negationAdded,
  [
    ["老渡口是镇上最早的码头。", "老渡口不是镇上最早的码头。"],
    ["The lamp was built in the village.", "The lamp was not built in the village."],
  ],
  ["他还是走了。", "老渡口不是码头。", "If the lamp was lit in time, ships came."],
);
check(
  "hedge dropped",
  hedgeDropped,
  [
    ["据说灯塔里住着一位老人。", "灯塔里住着一位老人。"],
    ["灯塔可能毁于大火。", "灯塔毁于大火。"],
    ["The keeper reportedly slept through the storm.", "The keeper slept through the storm."],
  ],
  ["据说灯塔大约建于明代。", "灯塔不可能毁于大火。", "这种可能性很小。", "The keeper reportedly may have slept."],
);
check(
  "plan told as done",
  planAsDone,
  [
    ["镇上计划在河口建一座桥。", "镇上已经在河口建一座桥。"],
    ["The town plans to build a bridge.", "The town has managed to build a bridge."],
  ],
  ["这项计划在河口很有名。", "如果有钱，镇上计划在河口建桥。", "镇上计划建桥，明年将开工。"],
);
check(
  "names swapped",
  namesSwapped,
  [
    ["英国把一盏灯送给了法国的渔村。", "法国把一盏灯送给了英国的渔村。"],
    ["In winter Mary Bell paid for what John Stone built.", "In winter John Stone paid for what Mary Bell built."],
  ],
  ["英国和法国都有灯塔。", "英国与法国合作建灯塔。", "英国有一座灯塔。"],
);
check(
  "cause and effect swapped",
  causeSwapped,
  [["由于河面结了冰，渡船停了三天。", "由于渡船停了三天，河面结了冰。"]],
  ["河面结了冰，渡船停了三天。"],
);
check(
  "quote stretched",
  quoteStretched,
  [
    ["如果河面结了冰，镇上的渡船将停航三天。", "镇上的渡船将停航三天。"],
    ["If the river freezes, the ferry will stop for three days.", "The ferry will stop for three days."],
  ],
  ["如果河面结了冰，镇上的渡船可能停航三天。", "渡船停航三天。"],
);

describe("digit changed", () => {
  it.each([
    ["灯塔高27米。", /^灯塔高(?!27)\d\d米。$/],
    ["It took 1,250 men.", /^It took (?!1,250)\d,\d{3} men\.$/],
  ])("breaks %j", (text, form) => {
    const lies = allMade(digitChanged, text);
    expect(lies.length).toBeGreaterThan(5);
    for (const lie of lies) expect(lie).toMatch(form);
  });

  it.each(["他在2024年5月3日来过。", "第3期说的是GPT4。", "灯塔又高又白。"])(
    "leaves dates and names of %j alone",
    (text) => expect(allMade(digitChanged, text)).toEqual([]),
  );

  it("gives no figure that stands there or follows from two that do", () => {
    for (const lie of allMade(digitChanged, "东塔高12米，西塔高15米。"))
      expect(lie).not.toMatch(/高(?:27|3)米|东塔高15|西塔高12/);
  });
});

describe("date changed", () => {
  it("changes year, month or day to one that stands nowhere", () => {
    const lies = allMade(dateChanged, "灯塔于1931年4月9日点亮。");
    expect(lies.length).toBeGreaterThan(10);
    for (const lie of lies)
      expect(lie).toMatch(
        /^灯塔于(?:(?!1931|2024)\d{4}年4月9日|1931年(?!4月|6月)\d+月9日|1931年4月(?!9日|3日)\d+日)点亮。$/,
      );
  });

  it.each(["The lamp was lit on 9 April 1931.", "The lamp was lit on April 9, 1931."])("reads %j", (text) => {
    const lies = allMade(dateChanged, text);
    expect(lies.some((lie) => /1931/.test(lie) && /April/.test(lie))).toBe(true);
    expect(lies.some((lie) => !/1931/.test(lie))).toBe(true);
    expect(lies.some((lie) => !/April/.test(lie))).toBe(true);
  });

  it("declines where years are written in characters", () =>
    expect(allMade(dateChanged, "二〇二四年，灯塔在1931年的旧址上重建。")).toEqual([]));
});

describe("what comes from another sentence of the passage", () => {
  it("a figure of the same unit", () =>
    expect(allMade(figureFromPassage, "东塔高12米。", ["西塔高80米。", "桥长9公里。"])).toEqual(["东塔高80米。"]));
  it("no figure that the sentence has too", () =>
    expect(allMade(figureFromPassage, "东塔高12米。", ["西塔高12米。"])).toEqual([]));
  it("a name of the same kind", () =>
    expect(allMade(nameFromPassage, "英国送来了灯。", ["法国送来了油。", "谷歌画了地图。"])).toEqual([
      "法国送来了灯。",
    ]));
  it("no other name of the same thing", () =>
    expect(allMade(nameFromPassage, "OpenLamp送来了灯。", ["OpenLampLab（OpenLamp）送来了油。"])).toEqual([]));
});
