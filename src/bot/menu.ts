import type { Api } from "grammy";
import type { BotCommand } from "grammy/types";
import type { Language } from "../domain.ts";
import { sayIn } from "../rendering/say.ts";

const COMMANDS = ["ask", "summary", "new", "stop", "help"] as const;
const OWNER_COMMANDS = [...COMMANDS, "gaps", "allow", "deny"] as const;

/** What Telegram offers behind "/": Chinese to those whose Telegram is Chinese, English to the rest. */
export async function setMenu(api: Api): Promise<void> {
  await api.setMyCommands(commandsIn("en", COMMANDS));
  await api.setMyCommands(commandsIn("zh", COMMANDS), { language_code: "zh" });
}

/** The owner's own chat offers the owner's commands as well. Telegram refuses before the owner has written to the bot. */
export async function setOwnerMenu(api: Api, owner: number): Promise<void> {
  const scope = { type: "chat", chat_id: owner } as const;
  await api.setMyCommands(commandsIn("en", OWNER_COMMANDS), { scope }).catch(() => {});
  await api.setMyCommands(commandsIn("zh", OWNER_COMMANDS), { scope, language_code: "zh" }).catch(() => {});
}

function commandsIn(language: Language, commands: readonly string[]): BotCommand[] {
  const say = sayIn(language);
  return commands.map((command) => ({ command, description: say(`command-${command}`) }));
}
