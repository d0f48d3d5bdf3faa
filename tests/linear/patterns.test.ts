import { expect, it } from "vitest";
import { allPatterns } from "./all-patterns.ts";
import { slowPatterns } from "./patterns.ts";

/** What patterns most often repeat; the long test has many more. */
const UNITS = [..." \n1a.,-中あ(", "a ", "1,", "中a", "a.", "\n "];

it("no pattern takes longer than in proportion to the text", () => {
  const patterns = allPatterns();
  expect(patterns.length).toBeGreaterThan(1_000);
  expect(slowPatterns(patterns, { chars: 1_000, ms: 0.4, units: UNITS })).toEqual([]);
});
