import { describe, expect, it } from "vitest";
import type { Maker } from "../../../tools/evaluation/claims/claim.ts";
import { oneClause } from "../../../tools/evaluation/claims/truths/clause.ts";
import { dateFormat } from "../../../tools/evaluation/claims/truths/date-format.ts";
import { numberFormat } from "../../../tools/evaluation/claims/truths/number-format.ts";
import { paraphrase } from "../../../tools/evaluation/claims/truths/paraphrase.ts";
import { pronoun } from "../../../tools/evaluation/claims/truths/pronoun.ts";
import { reckoned } from "../../../tools/evaluation/claims/truths/reckoned.ts";
import { relativeDate } from "../../../tools/evaluation/claims/truths/relative-date.ts";
import { spacing } from "../../../tools/evaluation/claims/truths/spacing.ts";
import { translatedName } from "../../../tools/evaluation/claims/truths/translated-name.ts";
import { allMade } from "./support.ts";

describe("true claims with harmless differences", () => {
  it.each<[Maker, string, string]>([
    [spacing, "灯塔用了LED灯，很亮。", "灯塔用了 LED 灯，很亮。"],
    [numberFormat, "村里有3万人。", "村里有30,000人。"],
    [numberFormat, "村里有15000人。", "村里有1.5万人。"],
    [numberFormat, "村里有15000人。", "村里有15,000人。"],
    [numberFormat, "村里有15000人。", "村里有１５０００人。"],
    [numberFormat, "三月里30%的船停航。", "三月里三成的船停航。"],
    [numberFormat, "三月里35%的船停航。", "三月里百分之35的船停航。"],
    [numberFormat, "It cost 2 million dollars.", "It cost 2,000,000 dollars."],
    [numberFormat, "It took 40% of the oil.", "It took 40 percent of the oil."],
    [dateFormat, "灯塔于1931年4月9日点亮。", "灯塔于1931-04-09点亮。"],
    [dateFormat, "It was lit on 9 April 1931.", "It was lit on April 9, 1931."],
    [relativeDate, "昨天灯塔点亮了。", "2024年6月2日灯塔点亮了。"],
    [relativeDate, "去年灯塔点亮了。", "2023年灯塔点亮了。"],
    [relativeDate, "上周五灯塔点亮了。", "2024年5月31日灯塔点亮了。"],
    [relativeDate, "The lamp was lit yesterday.", "The lamp was lit on 2 June 2024."],
    [pronoun, "嫦娥六号在月球背面着陆。", "它在月球背面着陆。"],
    [translatedName, "土卫六（Titan）比水星还大。", "土卫六比水星还大。"],
    [reckoned, "东塔高12米，西塔高20米。", "东塔高12米，西塔高20米，12米与20米相差8米。"],
    [reckoned, "东塔高12米，西塔高20米。", "东塔高12米，西塔高20米，12米与20米合计32米。"],
    [oneClause, "老渡口坐落在镇子东边的河湾里，每天有两班船往返。", "老渡口坐落在镇子东边的河湾里。"],
    [paraphrase, "1931年，老渡口点亮了第一盏灯。", "老渡口点亮了第一盏灯（1931年）。"],
  ])("%o: %j as %j", (make, text, expected) => expect(allMade(make, text)).toContain(expected));

  it.each<[Maker, string]>([
    [numberFormat, "村里有3万多人。"],
    [relativeDate, "昨天的灯塔已经旧了。"],
    [relativeDate, "他说：「昨天灯塔点亮了」。"],
    [pronoun, "嫦娥六号返回器在草原上着陆。"],
    [reckoned, "东塔高12米，西塔重20吨。"],
    [oneClause, "老渡口坐落在镇子东边的河湾里，但没有船。"],
    [oneClause, "在镇子东边的河湾里有一座渡口，每天有两班船往返。"],
  ])("%o declines %j", (make, text) => expect(allMade(make, text)).toEqual([]));

  it("takes a translated name only from a pair of the article", () => {
    expect(allMade(translatedName, "英伟达送来了灯。", ["英伟达（NVIDIA）也送来了油。"])).toEqual(["NVIDIA送来了灯。"]);
    expect(allMade(translatedName, "英伟达送来了灯。", ["微软也送来了油。"])).toEqual([]);
  });
});
