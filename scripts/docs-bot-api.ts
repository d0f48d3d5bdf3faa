import path from "node:path";
import { explain } from "../src/errors.ts";
import { botApiDocument } from "../tests/telegram-server/rules/document.ts";
import { writeWhole } from "../tools/evaluation/write-file.ts";
import { METHOD_NAMES } from "../tools/telegram-server/methods/all.ts";

const DOCUMENT = path.join(import.meta.dirname, "..", "docs", "BOT_API.md");

try {
  await writeWhole(DOCUMENT, botApiDocument(METHOD_NAMES));
  console.log(`${METHOD_NAMES.length} methods and their rules are in docs/BOT_API.md.`);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
