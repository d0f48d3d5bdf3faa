import { parseArgs } from "node:util";
import { createConsoleLogger } from "../src/adapters/console-logger.ts";
import { systemClock } from "../src/adapters/system-clock.ts";
import { loadConfig } from "../src/config.ts";
import { AppError, explain } from "../src/errors.ts";
import { toPlainText } from "../src/rendering/plain-text.ts";
import { renderAnswer } from "../src/rendering/render.ts";
import { readEnvironment } from "../src/terminal/environment.ts";
import { openLibrary, openModels } from "../src/wiring.ts";

const HELP = `Asks one question and prints the answer with its sources.

  npm run ask -- "嫦娥六号是什么时候着陆的？"
  npm run ask -- "When was smallpox declared eradicated?"
  npm run --silent ask -- --json "…" | jq .kind

  --json   the answer as one JSON object on standard output
  --help   this text
`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "boolean" }, help: { type: "boolean" } },
  });
  const question = positionals.join(" ").trim();
  if (values.help) process.stdout.write(HELP);
  else if (question === "")
    throw new AppError(
      "usage",
      `There is no question. Write it behind --, for example: npm run ask -- "Who discovered helium?"`,
    );
  else {
    const config = loadConfig(readEnvironment());
    const open = openLibrary(config, await openModels(config), createConsoleLogger(process.stderr, systemClock.now));
    const answer = await open.library.ask({ chat: "ask", text: question });
    process.stdout.write(values.json ? `${JSON.stringify(answer)}\n` : `${toPlainText(renderAnswer(answer))}\n`);
    open.close();
  }
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
