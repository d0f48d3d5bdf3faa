import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { playFirstDay } from "./first-day/day.ts";
import { withExcerpts } from "./first-day/excerpts.ts";
import { type FirstDayStage, openFirstDay } from "./first-day/stage.ts";

const ROOT = path.join(import.meta.dirname, "..", "..");
const DOCUMENT = path.join(ROOT, "docs", "FIRST_DAY.md");
const SLOWEST_MS = 120_000;

describe("a first day with the bot", () => {
  let stage: FirstDayStage;
  beforeAll(async () => {
    stage = await openFirstDay();
  }, SLOWEST_MS);
  afterAll(() => stage.stop());

  it(
    "goes as docs/FIRST_DAY.md tells it (npm run transcript writes it), without a mistake on the way",
    async () => {
      expect(await playFirstDay(stage)).toBe(readFileSync(DOCUMENT, "utf8"));
      expect(stage.server.violations).toEqual([]);
    },
    SLOWEST_MS,
  );

  it.each(["README.md", "README.zh.md"])("is quoted as it went in %s (npm run transcript writes it)", (name) => {
    const readme = readFileSync(path.join(ROOT, name), "utf8");
    expect(withExcerpts(readme, readFileSync(DOCUMENT, "utf8"))).toBe(readme);
    expect(readme).toContain("<!-- first day: ");
  });
});
