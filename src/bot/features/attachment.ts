import { Composer, type Context } from "grammy";
import type { Message } from "grammy/types";
import { startsWithCommand, withoutCommand, withoutMention } from "../addressed.ts";
import { targetOf } from "../chat-target.ts";
import type { BotDeps } from "../deps.ts";
import { sayTo } from "../language.ts";
import { oncePer } from "../once-per.ts";
import { respond } from "../respond.ts";
import type { RunningAnswers } from "../running-answers.ts";
import { sendText } from "../send.ts";

const ALBUM_MS = 60_000;

/** Messages without text: a caption is treated as a question; otherwise the person is told that it cannot be read. */
export function attachment(deps: BotDeps, answers: RunningAnswers): Composer<Context> {
  const composer = new Composer<Context>();
  const isFirstOfAlbum = oncePer(ALBUM_MS, deps.clock);
  composer
    .on([
      "message:file",
      "message:contact",
      "message:location",
      "message:venue",
      "message:poll",
      "message:dice",
      "message:game",
      "message:story",
      "message:paid_media",
      "message:checklist",
    ])
    .use(async (ctx) => {
      const { message } = ctx;
      const album = message.media_group_id;
      const isFirst = album === undefined || isFirstOfAlbum(`${ctx.chat.id} ${album}`);
      const text = questionUnder(message, ctx);
      const say = sayTo(ctx);
      if (text !== "") await respond(ctx, { text, note: say("attachment-unread") }, deps, answers);
      else if (isFirst) await sendText(ctx.api, targetOf(ctx), say(`unread-${kindOf(message)}`));
    });
  return composer;
}

function questionUnder(message: Message, ctx: Context): string {
  const text = withoutMention(message, ctx.me);
  return startsWithCommand(message) ? withoutCommand(text) : text;
}

/** Ends a key `unread-…`. */
function kindOf(message: Message): "picture" | "voice" | "video" | "sticker" | "other" {
  if (message.photo !== undefined) return "picture";
  if (message.voice !== undefined || message.audio !== undefined) return "voice";
  if (message.video !== undefined || message.video_note !== undefined || message.animation !== undefined)
    return "video";
  return message.sticker !== undefined || message.dice !== undefined ? "sticker" : "other";
}
