import { parseArgs } from "node:util";
import { systemClock } from "../src/adapters/system-clock.ts";
import { issueCode } from "../src/bot/pairing.ts";
import { loadConfig } from "../src/config.ts";
import { AppError, explain } from "../src/errors.ts";
import { pairingLines } from "../src/terminal/access-lines.ts";
import { readEnvironment } from "../src/terminal/environment.ts";
import { openState } from "../src/wiring.ts";

const HELP = `Prints a pairing code, valid for an hour and once: who sends it to the bot in a private chat becomes its owner.
The bot may be running meanwhile. A code printed before is void from then on.

  npm run pair

  --help   this text
`;

async function pair(): Promise<void> {
  const config = loadConfig(readEnvironment());
  const { ownerId } = config.access;
  if (ownerId !== null)
    throw new AppError("usage", `OWNER_ID names the owner already (${ownerId}). Remove it from .env to pair instead.`);
  const state = openState(config);
  try {
    const lines = pairingLines(await issueCode(state, systemClock), null);
    const owner = state.owner();
    const warning = owner === null ? [] : [`The owner until then is ${owner}; who sends the code takes their place.`];
    process.stdout.write(`${[...lines, ...warning].join("\n")}\n`);
  } finally {
    state.close();
  }
}

try {
  const { values } = parseArgs({ options: { help: { type: "boolean" } } });
  if (values.help) process.stdout.write(HELP);
  else await pair();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
