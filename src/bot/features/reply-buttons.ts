import { sequentialize } from "@grammyjs/runner";
import { Composer, type Context } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import type { StoredReply, Vote } from "../../domain.ts";
import { replyAsFile } from "../../rendering/take-away.ts";
import { answerPress } from "../answer-press.ts";
import { targetOf, targetOfButton } from "../chat-target.ts";
import type { BotDeps } from "../deps.ts";
import { sayTo } from "../language.ts";
import { pressed, REPLY_DATA, type ReplyAction, readAction, replyRows, withReplyRows } from "../reply-buttons.ts";
import { sendFile } from "../send-file.ts";

/** The buttons under a reply that take it away or judge it. They hold nothing but its number, so they outlive a restart. */
export function replyButtons({ state }: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  const own = composer.callbackQuery(REPLY_DATA);
  // Of two people who press at once the later keyboard must not be overtaken by the earlier one.
  own.use(sequentialize<Context>((ctx) => `${ctx.chat?.id} ${ctx.msg?.message_id}`));
  own.use(async (ctx) => {
    const [, id = "", words = ""] = REPLY_DATA.exec(ctx.callbackQuery.data) ?? [];
    const stored = ctx.chat === undefined ? null : state.reply(String(ctx.chat.id), Number(id));
    const action = stored === null ? null : readAction(words, stored.reply);
    if (stored === null || action === null) return answerPress(ctx, sayTo(ctx)("reply-gone"), "toast");
    await (action === "save" ? save(ctx, stored) : vote(ctx, action, stored, state));
  });
  return composer;
}

async function save(ctx: Context, stored: StoredReply): Promise<void> {
  await answerPress(ctx, null, "toast");
  await sendFile(ctx.api, targetOfButton(ctx), replyAsFile(stored));
}

async function vote(
  ctx: Context,
  action: Exclude<ReplyAction, "save">,
  { id, reply }: StoredReply,
  state: BotDeps["state"],
): Promise<void> {
  const userId = ctx.from?.id ?? 0;
  const rows = () => replyRows(id, reply, state.ballot(id, userId), targetOf(ctx));
  const before = rows();
  const cast = pressed(action, state.ballot(id, userId).own);
  state.vote(id, userId, cast);
  await answerPress(ctx, thanks(cast, ctx), "toast");
  // Not compared with the pressed message's own, which is older than an edit that was just made.
  if (JSON.stringify(rows()) !== JSON.stringify(before)) await showRows(ctx, rows());
}

/** Too old a message comes without its keyboard, and one may be deleted meanwhile: the vote counts all the same. */
async function showRows(ctx: Context, rows: readonly InlineKeyboardButton[][]): Promise<void> {
  const keyboard = ctx.callbackQuery?.message?.reply_markup?.inline_keyboard;
  if (keyboard === undefined) return;
  await ctx
    .editMessageReplyMarkup({ reply_markup: { inline_keyboard: withReplyRows(keyboard, rows) } })
    .catch(() => {});
}

function thanks(cast: Vote | null, ctx: Context): string {
  const say = sayTo(ctx);
  if (cast === null) return say("vote-withdrawn");
  if (cast.kind === "up") return say("vote-up");
  return cast.reason === null ? say("vote-down") : say("vote-noted", { reason: say(`vote-${cast.reason}`) });
}
