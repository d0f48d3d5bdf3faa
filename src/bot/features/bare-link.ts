import { Composer, type Context, InlineKeyboard } from "grammy";
import { keepAddingButton } from "../adding/buttons.ts";
import { withoutMention } from "../addressed.ts";
import type { BotDeps } from "../deps.ts";
import { sayTo } from "../language.ts";
import { placeOf } from "../place.ts";
import { sendText } from "../send.ts";

const BARE_LINK = /^(?:https?:\/\/|www\.)\S+$/i;

/** A message that is nothing but a link is no question: it is told what to send, or that the article is there already. */
export function bareLink({ additions, state }: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  if (additions === undefined) return composer;
  composer
    .on("message:text")
    .filter((ctx) => BARE_LINK.test(withoutMention(ctx.message, ctx.me)))
    .use(async (ctx) => {
      const say = sayTo(ctx);
      const place = placeOf(ctx);
      const link = withoutMention(ctx.message, ctx.me);
      const found = spellingsOf(link).flatMap((url) => additions.findByUrl(url) ?? [])[0];
      if (found === undefined) return sendText(ctx.api, place, say("link-alone"));
      const button = { kind: "summarise" as const, articleId: found.id, title: found.title };
      const keyboard = new InlineKeyboard().text(say("summarise-it"), keepAddingButton(button, place.chatId, state));
      await sendText(ctx.api, place, say("link-known", { title: found.title }), keyboard);
    });
  return composer;
}

/** The same page under the spellings that exporters and address bars give it. */
export function spellingsOf(link: string): readonly string[] {
  const full = /^www\./i.test(link) ? `https://${link}` : link;
  const plain = full.replace(/#.*$/, "");
  const other = /^https:/i.test(plain) ? plain.replace(/^https:/i, "http:") : plain.replace(/^http:/i, "https:");
  return [...new Set([full, plain, other, `${plain}#rd`, `${other}#rd`])];
}
