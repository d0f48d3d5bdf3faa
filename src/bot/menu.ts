import type { Api } from "grammy";
import type { BotCommand, BotCommandScopeChat } from "grammy/types";
import type { Language } from "../domain.ts";
import { sayIn } from "../rendering/say.ts";

const COMMANDS = ["ask", "summary", "timeline", "digest", "articles", "find", "new", "export", "stop", "help"] as const;

/** Behind "/" in the owner's own chat only. */
const OWNER_COMMANDS = [...COMMANDS, "gaps", "stats", "allow", "deny"] as const;

/** All commands that are understood; /start is Telegram's own button. */
export const ALL_COMMANDS: readonly string[] = ["start", ...OWNER_COMMANDS];

/** What Telegram offers behind "/": Chinese to those whose Telegram is Chinese, English to the rest. */
export async function setMenu(api: Api): Promise<void> {
  await api.setMyCommands(commandsIn("en", COMMANDS));
  await api.setMyCommands(commandsIn("zh", COMMANDS), { language_code: "zh" });
}

/** Telegram refuses this before the owner has written to the bot. */
export async function setOwnerMenu(api: Api, owner: number): Promise<void> {
  await api.setMyCommands(commandsIn("en", OWNER_COMMANDS), { scope: chatOf(owner) });
  await api.setMyCommands(commandsIn("zh", OWNER_COMMANDS), { scope: chatOf(owner), language_code: "zh" });
}

/** Best effort: who is owner no more may have blocked the bot. */
export async function clearOwnerMenu(api: Api, owner: number): Promise<void> {
  await api.deleteMyCommands({ scope: chatOf(owner) }).catch(() => {});
  await api.deleteMyCommands({ scope: chatOf(owner), language_code: "zh" }).catch(() => {});
}

const chatOf = (owner: number): BotCommandScopeChat => ({ type: "chat", chat_id: owner });

function commandsIn(language: Language, commands: readonly string[]): BotCommand[] {
  const say = sayIn(language);
  return commands.map((command) => ({ command, description: say(`command-${command}`) }));
}
