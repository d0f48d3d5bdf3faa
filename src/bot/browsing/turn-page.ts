import type { Context } from "grammy";
import { splitRichText } from "../../rendering/split.ts";
import { targetOfButton } from "../chat-target.ts";
import { isOutOfReach, isUnwanted, mayHaveArrived } from "../delivery.ts";
import { editRich } from "../edit.ts";
import { sendRich } from "../send.ts";
import type { View } from "./views.ts";

const MESSAGES_REMEMBERED = 500;

export type TurnPage = (ctx: Context, view: View) => Promise<void>;

/** Puts a view in the place of what the pressed button stands under; anew below it where that cannot be changed any more. */
export function pageTurner(): TurnPage {
  const isShown = shownLately();
  return async (ctx, view) => {
    // Pages are made to fit; one that does not is better cut than not shown.
    const rich = splitRichText(view.rich)[0] ?? { text: "…", entities: [] };
    const { chatId, replyTo } = targetOfButton(ctx);
    if (isShown(ctx, rich.text) || replyTo === null) return;
    try {
      await editRich(ctx.api, { chatId, messageId: replyTo }, rich, view.keyboard);
    } catch (error) {
      if (isUnwanted(error) || mayHaveArrived(error)) return;
      if (!isOutOfReach(error)) throw error;
      await sendRich(ctx.api, targetOfButton(ctx), view.rich, view.keyboard);
    }
  };
}

/** Whether a message shows that text, by what was put there lately, else by what came with the press: people tap twice. */
function shownLately(): (ctx: Context, text: string) => boolean {
  const lately = new Map<string, string>();
  return (ctx, text) => {
    const message = `${ctx.chat?.id} ${ctx.msg?.message_id}`;
    const shown = lately.get(message) ?? ctx.msg?.text;
    lately.delete(message);
    lately.set(message, text);
    const [oldest] = lately.keys();
    if (lately.size > MESSAGES_REMEMBERED && oldest !== undefined) lately.delete(oldest);
    return shown === text;
  };
}
