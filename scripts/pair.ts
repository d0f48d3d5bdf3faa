import path from "node:path";
import { openStateStore } from "../src/adapters/sqlite/state-store.ts";
import { systemClock } from "../src/adapters/system-clock.ts";
import { newPairingCode } from "../src/bot/pairing.ts";
import { loadConfig } from "../src/config.ts";
import { AppError, explain } from "../src/errors.ts";
import { readEnvironment } from "../src/terminal/environment.ts";

const HELP = `Prints a pairing code, valid for one hour: who sends it to the bot in Telegram becomes its owner. The bot may be running.

  npm run pair
`;

try {
  if (process.argv.includes("--help")) process.stdout.write(HELP);
  else pair();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}

function pair(): void {
  const config = loadConfig(readEnvironment());
  if (config.access.ownerId !== null)
    throw new AppError("usage", `OWNER_ID=${config.access.ownerId} names the owner. Remove it to pair instead.`);
  const state = openStateStore(path.join(config.dataDir, "state.db"), systemClock);
  process.stdout.write(`Send this to your bot within an hour: ${newPairingCode(state, systemClock)}\n`);
  state.close();
}
