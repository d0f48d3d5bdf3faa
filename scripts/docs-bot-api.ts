import path from "node:path";
import { METHOD_NAMES } from "../src/bot-api/methods/all.ts";
import { explain } from "../src/errors.ts";
import { writeWhole } from "../src/evaluation/write-file.ts";
import { botApiDocument } from "../tests/bot-api/rules/document.ts";

const DOCUMENT = path.join(import.meta.dirname, "..", "docs", "BOT_API.md");

try {
  await writeWhole(DOCUMENT, botApiDocument(METHOD_NAMES));
  console.log(`${METHOD_NAMES.length} methods and their rules are in docs/BOT_API.md.`);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
