import { readFile } from "node:fs/promises";
import path from "node:path";
import { explain } from "../src/errors.ts";
import { playFirstDay } from "../tests/bot/first-day/day.ts";
import { withExcerpts } from "../tests/bot/first-day/excerpts.ts";
import { openFirstDay } from "../tests/bot/first-day/stage.ts";
import { writeWhole } from "../tools/evaluation/write-file.ts";

const ROOT = path.join(import.meta.dirname, "..");

try {
  const stage = await openFirstDay();
  try {
    const day = await playFirstDay(stage);
    await writeWhole(path.join(ROOT, "docs", "FIRST_DAY.md"), day);
    for (const name of ["README.md", "README.zh.md"]) {
      const file = path.join(ROOT, name);
      await writeWhole(file, withExcerpts(await readFile(file, "utf8"), day));
    }
  } finally {
    await stage.stop();
  }
  console.log("The transcript of a first day is in docs/FIRST_DAY.md; the READMEs show parts of it.");
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
