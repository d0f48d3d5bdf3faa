import { expect, it } from "vitest";
import { tableCell } from "../../src/answering/table-cell.ts";
import type { Claim } from "../../src/domain.ts";

const claims = (...rows: readonly string[]): Claim[] =>
  rows.map((text) => ({ text, citations: [{ sentence: { text } }] }) as unknown as Claim);
const ZH = claims(
  "果园：东坡果园 · 面积：120亩 · 产量：36吨",
  "果园：西沟果园 · 面积：85亩 · 产量：41吨",
  "今年四个果园的收成差别很大。",
);
const EN = claims(
  "Route: Aldby – Holm · Boat: red · First boat: 4:55",
  "Route: Holm – Veen · Boat: blue · First boat: 8:30",
);

it.each<readonly [string, readonly Claim[], string | null]>([
  ["西沟果园的产量是多少？", ZH, "41吨"],
  ["西沟果园面积多大？", ZH, "85亩"],
  ["果园的产量是多少？", ZH, null],
  ["西沟果园的面积和产量？", ZH, null],
  ["西沟果园什么时候采摘？", ZH, null],
  ["When does the first boat from Aldby - Holm leave?", EN, "4:55"],
  ["Which boat goes on Holm – Veen?", EN, "blue"],
  ["东坡果园和西沟果园的产量？", ZH, null],
  ["快艇的价格？", claims("快艇 · 价格：8元", "大快艇 · 价格：9元"), "8元"],
  ["大快艇的价格？", claims("快艇 · 价格：8元", "大快艇 · 价格：9元"), "9元"],
])("%s", (question, rows, expected) => expect(tableCell(question, rows)?.text ?? null).toBe(expected));
