import { type Context, GrammyError } from "grammy";
import { splitRichText } from "../../rendering/split.ts";
import { isUnwanted, mayHaveArrived } from "../delivery.ts";
import { placeOfButton } from "../place.ts";
import { sendRich } from "../send.ts";
import type { View } from "./views.ts";

const MESSAGES_REMEMBERED = 500;

export type TurnPage = (ctx: Context, view: View) => Promise<void>;

/** Puts a view in the place of what the pressed button stands under; anew below it where that cannot be changed any more. */
export function pageTurner(): TurnPage {
  const isShown = shownLately();
  return async (ctx, view) => {
    // Pages are made to fit; one that does not is better cut than not shown.
    const { text, entities } = splitRichText(view.rich)[0] ?? { text: "…", entities: [] };
    if (isShown(ctx, text)) return;
    try {
      await ctx.editMessageText(text, {
        entities: [...entities],
        reply_markup: view.keyboard,
        link_preview_options: { is_disabled: true },
      });
    } catch (error) {
      if (isComplaint(error, /not modified/i) || isUnwanted(error) || mayHaveArrived(error)) return;
      if (!isComplaint(error, /can't be edited|not found/i)) throw error;
      await sendRich(ctx.api, placeOfButton(ctx), view.rich, view.keyboard);
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

function isComplaint(error: unknown, about: RegExp): boolean {
  return error instanceof GrammyError && error.error_code === 400 && about.test(error.description);
}
