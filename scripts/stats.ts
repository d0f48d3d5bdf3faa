import { parseArgs } from "node:util";
import { createConsoleLogger } from "../src/adapters/console-logger.ts";
import { systemClock } from "../src/adapters/system-clock.ts";
import { statsOf } from "../src/bot/stats.ts";
import { loadConfig } from "../src/config.ts";
import { explain } from "../src/errors.ts";
import { sayIn } from "../src/rendering/say.ts";
import { renderStats, statsAsJson } from "../src/rendering/stats.ts";
import { readEnvironment } from "../src/terminal/environment.ts";
import { indexFacts, openJudge, openState } from "../src/wiring.ts";

const HELP = `Shows how questions, claims and summaries ended, today, in seven days and in all, and what the index holds. No text, no person.

  npm run stats
  npm run --silent stats -- --json
  npm run --silent stats -- --json | jq .week

  --json   the same as one JSON object; names are the program's own
  --help   this text
`;

try {
  const { values } = parseArgs({ options: { json: { type: "boolean" }, help: { type: "boolean" } } });
  if (values.help) process.stdout.write(HELP);
  else show(values.json === true ? "json" : "table");
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}

function show(form: "json" | "table"): void {
  const config = loadConfig(readEnvironment());
  const state = openState(config);
  const judge = openJudge(config, state, createConsoleLogger(process.stderr, systemClock.now));
  const models = {
    chatModel: config.chat?.model ?? null,
    judgeModel: judge?.name ?? null,
    judgeExam: judge?.result ?? null,
  };
  const stats = statsOf(state, systemClock.now(), indexFacts(config), models);
  state.close();
  process.stdout.write(form === "json" ? `${statsAsJson(stats)}\n` : `${renderStats(stats, sayIn("en")).text}\n`);
}
