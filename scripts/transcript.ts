import path from "node:path";
import { explain } from "../src/errors.ts";
import { writeWhole } from "../src/evaluation/write-file.ts";
import { playFirstDay } from "../tests/bot/first-day/day.ts";
import { openFirstDay } from "../tests/bot/first-day/stage.ts";

const DOCUMENT = path.join(import.meta.dirname, "..", "docs", "FIRST_DAY.md");

try {
  const stage = await openFirstDay();
  try {
    await writeWhole(DOCUMENT, await playFirstDay(stage));
  } finally {
    await stage.stop();
  }
  console.log("The transcript of a first day is in docs/FIRST_DAY.md.");
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
