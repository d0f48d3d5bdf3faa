import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { periodsIn } from "../../src/questions/dates/periods-in.ts";
import { CHINESE, ENGLISH } from "./date-expressions.ts";

const TODAY = "2025-01-09";

const rowsOf = (table: string) =>
  table
    .trim()
    .split("\n")
    .map((line) => {
      const [text = "", from = "", to = "", today = TODAY] = line.split("|");
      return { text, from: from === "" ? null : from, to: to === "" ? null : to, today };
    });

const daysIn = (text: string, today: string) => periodsIn(text, today).periods.map(({ from, to }) => ({ from, to }));

describe("dates in questions", () => {
  it("are tried with 200 expressions or more", () => {
    expect(rowsOf(CHINESE).length + rowsOf(ENGLISH).length).toBeGreaterThanOrEqual(200);
  });

  it.each([...rowsOf(CHINESE), ...rowsOf(ENGLISH)])("$text on $today: $from to $to", ({ text, from, to, today }) => {
    expect(daysIn(text, today)).toEqual(from === null && to === null ? [] : [{ from, to }]);
  });

  it.each(rowsOf(CHINESE).slice(0, 40))("within a sentence: $text", ({ text, from, to, today }) => {
    expect(daysIn(`请问${text}量子芯片有什么进展？`, today)).toEqual([{ from, to }]);
  });

  it("holds for any text: ends in order, places within the text", () => {
    const piece = fc.constantFrom(
      ..."上 周 个 月 年 日 号 前 后 到 至 3 12 2024 年 底 初 去年 今年 last week in May Q3 - and to before since the 31 February".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom("", " "), (pieces, blank) => {
        const { text, periods } = periodsIn(pieces.join(blank), TODAY);
        for (const { from, to, start, end } of periods) {
          expect(0 <= start && start < end && end <= text.length).toBe(true);
          if (from !== null && to !== null) expect(from <= to).toBe(true);
        }
      }),
    );
  });
});
