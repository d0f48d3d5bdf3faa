import { expect, it } from "vitest";
import { allPatterns } from "./all-patterns.ts";
import { UNITS } from "./hostile-lines.ts";
import { slowPatterns } from "./patterns.ts";

it("no pattern takes longer than in proportion to the text, whatever stands there", () => {
  expect(slowPatterns(allPatterns(), { chars: 2_000, ms: 1, units: UNITS })).toEqual([]);
});
