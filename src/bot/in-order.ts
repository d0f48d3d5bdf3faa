import { sequentialize } from "@grammyjs/runner";
import type { Context } from "grammy";

/** One chat's messages wait for each other; presses of buttons wait for nobody. */
export const inOrder = () =>
  sequentialize<Context>((ctx) => (ctx.callbackQuery === undefined ? ctx.chatId?.toString() : undefined));
