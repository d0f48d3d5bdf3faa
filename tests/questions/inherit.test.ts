import { describe, expect, it } from "vitest";
import type { Turn } from "../../src/domain.ts";
import { withInherited } from "../../src/questions/inherit.ts";
import { readMessage } from "../../src/questions/read-message.ts";

const options = {
  today: "2025-01-09",
  shelf: { accounts: ["灯塔周刊", "Harbour Notes"], folders: [], newest: "2025-01-09" },
};
const turn = (question: string): Turn => ({ question, answer: "", read: question, claims: [] });

/** The days and accounts of the last of several questions in a row. */
function readLast(...questions: readonly string[]) {
  const last = questions.at(-1) ?? "";
  const { range, scope } = withInherited(readMessage(last, options), questions.slice(0, -1).map(turn), options);
  const days = range === null ? "" : `${range.from}..${range.to} ${range.mode}`;
  return [days, ...scope.accounts].join(" ").trim();
}

describe("what a follow-up keeps of the turn before", () => {
  it.each([
    [["上周灯塔周刊发的文章说了什么价格？", "上上周呢？"], "2024-12-23..2024-12-29 filter 灯塔周刊"],
    [["上周灯塔周刊发的文章说了什么价格？", "为什么？"], "2024-12-30..2025-01-05 filter 灯塔周刊"],
    [["上周灯塔周刊发的文章说了什么价格？", "上上周呢？", "为什么？"], "2024-12-23..2024-12-29 filter 灯塔周刊"],
    [["上周灯塔周刊发的文章说了什么价格？", "Harbour Notes呢？"], "2024-12-30..2025-01-05 filter Harbour Notes"],
    [["上周灯塔周刊发的文章说了什么价格？", "灯塔是哪一年建成的？"], ""],
    [["上周灯塔周刊发的文章说了什么价格？", "灯塔是哪一年建成的？", "谁造的？"], ""],
    [["2024年灯塔的价格是多少？", "2023年呢？"], "2023-01-01..2023-12-31 prefer"],
    [["What did the posts of last week say about lamps?", "Why?"], "2024-12-30..2025-01-05 filter"],
    [["上上周呢？"], "2024-12-23..2024-12-29 prefer"],
  ])("%j", (questions, expected) => expect(readLast(...questions)).toBe(expected));
});
