import type { Api } from "grammy";
import type { BotCommand } from "grammy/types";
import type { Language } from "../domain.ts";
import { textsFor } from "../rendering/texts.ts";

/** What Telegram offers behind "/": Chinese to those whose Telegram is Chinese, English to the rest. */
export async function setMenu(api: Api): Promise<void> {
  await api.setMyCommands(commandsIn("en"));
  await api.setMyCommands(commandsIn("zh"), { language_code: "zh" });
}

function commandsIn(language: Language): BotCommand[] {
  return Object.entries(textsFor(language).commands).map(([command, description]) => ({ command, description }));
}
