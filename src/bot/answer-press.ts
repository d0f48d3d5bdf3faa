import type { Context } from "grammy";
import { beginning } from "../text/shorten.ts";

/** https://core.telegram.org/bots/api#answercallbackquery */
const LONGEST_CHARS = 200;

/**
 * Ends the waiting of whoever pressed a button, with words or without; `alert` words have to be put away by hand. To be
 * done before the work that was asked for. A press too old to be answered is handled all the same.
 */
export async function answerPress(ctx: Context, text: string | null, manner: "toast" | "alert"): Promise<void> {
  const words = text === null ? {} : { text: beginning(text, LONGEST_CHARS), show_alert: manner === "alert" };
  await ctx.answerCallbackQuery(words).catch(() => {});
}
