import { sequentialize } from "@grammyjs/runner";
import type { Context } from "grammy";
import { isAddition } from "./adding/incoming-item.ts";
import { conversationOf, targetOf } from "./chat-target.ts";
import { isStop } from "./features/stop.ts";

/**
 * One conversation's messages wait for each other. Presses of buttons, and what stops an answer, wait for nobody; nor does what
 * is to be added, for what comes together is answered together.
 */
export const inOrder = () =>
  sequentialize<Context>((ctx) => {
    const isFree = ctx.callbackQuery !== undefined || isStop(ctx) || isAddition(ctx.message, ctx.me.id);
    if (isFree) return undefined;
    return ctx.msg === undefined ? ctx.chatId?.toString() : conversationOf(targetOf(ctx));
  });
