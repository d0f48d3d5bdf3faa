import type { Api } from "grammy";
import type { BotCommand } from "grammy/types";
import type { Language } from "../domain.ts";
import { sayIn } from "../rendering/say.ts";

const COMMANDS = ["ask", "summary", "new", "help"] as const;

/** What Telegram offers behind "/": Chinese to those whose Telegram is Chinese, English to the rest. */
export async function setMenu(api: Api): Promise<void> {
  await api.setMyCommands(commandsIn("en"));
  await api.setMyCommands(commandsIn("zh"), { language_code: "zh" });
}

function commandsIn(language: Language): BotCommand[] {
  const say = sayIn(language);
  return COMMANDS.map((command) => ({ command, description: say(`command-${command}`) }));
}
