import path from "node:path";
import { VARIABLES } from "../src/config-variables.ts";
import { explain } from "../src/errors.ts";
import { writeWhole } from "../tools/evaluation/write-file.ts";
import { configurationDocument, environmentExample } from "./configuration-texts.ts";

const ROOT = path.join(import.meta.dirname, "..");

try {
  await writeWhole(path.join(ROOT, "docs", "configuration.md"), configurationDocument());
  await writeWhole(path.join(ROOT, ".env.example"), environmentExample());
  console.log(`${Object.keys(VARIABLES).length} variables are in docs/configuration.md and .env.example.`);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
