import type { Maker } from "../claim.ts";
import { splice } from "../edit.ts";
import { type Figure, figuresOf } from "../figures.ts";
import { pick, shuffled } from "../random.ts";

/** What each unit is exchanged for: of the same dimension or currency, never equal in value. */
const OTHER: Readonly<Record<string, readonly string[]>> = {
  公里: ["米", "厘米"],
  千米: ["米", "厘米"],
  米: ["公里", "厘米"],
  厘米: ["米", "毫米"],
  毫米: ["厘米", "米"],
  纳米: ["微米", "毫米"],
  微米: ["毫米"],
  平方公里: ["平方米"],
  平方米: ["平方公里"],
  公斤: ["克", "吨"],
  千克: ["克", "吨"],
  克: ["公斤", "毫克"],
  毫克: ["克"],
  吨: ["公斤", "克"],
  个小时: ["分钟", "天"],
  小时: ["分钟", "天"],
  分钟: ["小时", "秒"],
  秒: ["分钟", "小时"],
  天: ["小时", "个月"],
  个月: ["天", "年"],
  年: ["个月", "天"],
  周: ["个月", "天"],
  美元: ["欧元", "日元"],
  欧元: ["美元"],
  日元: ["美元"],
  英镑: ["日元"],
  港元: ["美元"],
  元: ["美元", "欧元"],
  亩: ["公顷"],
  公顷: ["亩"],
  km: ["m", "cm"],
  kilometres: ["metres"],
  kilometers: ["meters"],
  metres: ["kilometres"],
  meters: ["kilometers"],
  m: ["km", "cm"],
  cm: ["m"],
  mm: ["m"],
  millimetres: ["metres"],
  miles: ["feet"],
  feet: ["miles"],
  inches: ["feet"],
  kg: ["g"],
  kilograms: ["grams"],
  grams: ["kilograms"],
  g: ["kg"],
  tonnes: ["kilograms"],
  tons: ["pounds"],
  pounds: ["ounces"],
  ounces: ["pounds"],
  hours: ["minutes", "days"],
  minutes: ["hours", "seconds"],
  seconds: ["minutes"],
  days: ["hours", "months"],
  weeks: ["months"],
  months: ["days", "years"],
  years: ["months", "days"],
};
const OTHER_MAGNITUDE: Readonly<Record<string, readonly string[]>> = {
  万: ["亿"],
  亿: ["万"],
  百万: ["亿"],
  千万: ["亿"],
  万亿: ["亿"],
  million: ["billion"],
  billion: ["million"],
  thousand: ["million"],
  trillion: ["billion"],
};

/** 公里 becomes 米, 万 becomes 亿, million becomes billion; the new amount stands nowhere in the sentences. */
export const unitChanged: Maker = (base, random) => {
  for (const figure of shuffled(figuresOf(base.text), random)) {
    const changed = otherAmount(figure, base.text, pick([OTHER, OTHER_MAGNITUDE], random) ?? OTHER, random);
    if (changed === null || blankless(base.context).includes(blankless(changed))) continue;
    return { text: splice(base.text, figure, changed) };
  }
  return null;
};

function otherAmount(figure: Figure, text: string, table: typeof OTHER, random: () => number): string | null {
  const old = text.slice(figure.start, figure.end);
  const word = table === OTHER ? figure.unit : figure.magnitude;
  // Nothing is nothing in every unit.
  if (/^[^\d]*0[^\d.]*$/.test(old)) return null;
  if (figure.unit === "年" && /^[前后来代]/.test(text.slice(figure.end))) return null;
  const fresh = pick(table[word] ?? [], random);
  const at = old.lastIndexOf(word);
  return fresh === null || word === "" ? null : splice(old, { start: at, end: at + word.length }, fresh);
}

const blankless = (text: string): string => text.normalize("NFKC").replace(/[\s,]/g, "");
