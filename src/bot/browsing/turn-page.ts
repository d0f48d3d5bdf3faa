import { type Context, GrammyError } from "grammy";
import { splitRichText } from "../../rendering/split.ts";
import { isUnwanted, mayHaveArrived } from "../delivery.ts";
import { placeOfButton } from "../place.ts";
import { sendRich } from "../send.ts";
import type { View } from "./views.ts";

/** Puts the view in the place of what the pressed button stands under; anew below it where that is too old to be changed. */
export async function turnPage(ctx: Context, { rich, keyboard }: View): Promise<void> {
  // Pages are made to fit; a page that does not is better cut than not shown.
  const { text, entities } = splitRichText(rich)[0] ?? { text: "…", entities: [] };
  try {
    await ctx.editMessageText(text, {
      entities: [...entities],
      reply_markup: keyboard,
      link_preview_options: { is_disabled: true },
    });
  } catch (error) {
    // Two taps on one button, or an index that has not changed.
    if (isComplaint(error, /not modified/i) || isUnwanted(error) || mayHaveArrived(error)) return;
    if (!isComplaint(error, /can't be edited|not found/i)) throw error;
    await sendRich(ctx.api, placeOfButton(ctx), rich, keyboard);
  }
}

function isComplaint(error: unknown, about: RegExp): boolean {
  return error instanceof GrammyError && error.error_code === 400 && about.test(error.description);
}
