import { sequentialize } from "@grammyjs/runner";
import type { Context } from "grammy";
import { isStop } from "./features/stop.ts";

/** One chat's messages wait for each other; presses of buttons, and what stops an answer, wait for nobody. */
export const inOrder = () =>
  sequentialize<Context>((ctx) =>
    ctx.callbackQuery !== undefined || isStop(ctx) ? undefined : ctx.chatId?.toString(),
  );
