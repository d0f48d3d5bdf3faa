import { Composer, type Context, type Filter, InlineKeyboard } from "grammy";
import type { Message } from "grammy/types";
import type { Additions } from "../../adding/additions.ts";
import { createBatches } from "../adding/batches.ts";
import { type AddingButton, keepAddingButton } from "../adding/buttons.ts";
import type { Post } from "../adding/forwarded-post.ts";
import {
  type IncomingItem,
  isAddition,
  keepItem,
  type StoredFiles,
  withoutAlbumPictures,
} from "../adding/incoming-item.ts";
import { indexAndReply } from "../adding/index-and-reply.ts";
import { forgetPending, itemKeptBefore, keepPending } from "../adding/pending.ts";
import { mayAdd } from "../adding/permissions.ts";
import { isUnclear } from "../adding/unclear-forward.ts";
import { startsWithCommand, withoutMention } from "../addressed.ts";
import { answerQuestion } from "../answer-question.ts";
import { targetOf } from "../chat-target.ts";
import type { BotDeps } from "../deps.ts";
import { sayTo } from "../language.ts";
import { oncePer } from "../once-per.ts";
import type { RunningAnswers } from "../running-answers.ts";
import { sendText } from "../send.ts";

/** A message and what it brought, kept or not; a failure is reported once for all. */
interface Sent {
  readonly message: Message;
  readonly item: Promise<Kept>;
}
type Kept = IncomingItem | { readonly kind: "failed"; readonly error: unknown };

/** Telegram keeps what was not taken from it as long: https://core.telegram.org/bots/api#getting-updates */
const UPDATES_KEPT_MS = 86_400_000;

/** Documents and forwarded posts become articles; what comes together is answered together. */
export function add(deps: BotDeps, answers: RunningAnswers, togetherMs?: number): Composer<Context> {
  const composer = new Composer<Context>();
  const { additions } = deps;
  if (additions === undefined) return composer;
  const batches = createBatches<Sent>(togetherMs);
  const isFirst = oncePer(UPDATES_KEPT_MS, deps.clock);
  composer
    .on("message")
    .filter((ctx) => isAddition(ctx.message, ctx.me.id))
    .use(async (ctx, next) => {
      if (!mayAdd(ctx.from.id, deps)) {
        if (isUnclear(ctx.message)) return answerQuestion(ctx, { text: wordsOf(ctx.message) }, deps, answers);
        return sendText(ctx.api, targetOf(ctx), sayTo(ctx)("may-not-add"));
      }
      // After a kill the same message may come from Telegram and from the state.
      if (!isFirst(`${ctx.chat.id} ${ctx.message.message_id}`)) return;
      // Kept at once, so that it outlives a crash while others are waited for.
      const item = keep(ctx, { additions, state: deps.state });
      const sent = await batches.join(`${ctx.chat.id} ${ctx.from.id}`, { message: ctx.message, item });
      if (sent === null) return;
      await reply(ctx, sent, additions, deps);
      if (startsWithCommand(ctx.message)) return next();
      const question = sent.length === 1 ? questionIn(ctx.message, ctx) : "";
      if (question !== "") await answerQuestion(ctx, { text: question }, deps, answers);
    });
  return composer;
}

const keep = (ctx: Filter<Context, "message">, storedFiles: StoredFiles): Promise<Kept> =>
  keepOnce(ctx, storedFiles).catch((error: unknown) => ({ kind: "failed", error }));

async function keepOnce(
  { message, update, api }: Filter<Context, "message">,
  storedFiles: StoredFiles,
): Promise<IncomingItem> {
  const before = itemKeptBefore(message, storedFiles.state);
  if (before !== null) return before;
  keepPending(message, update, null, storedFiles.state);
  const item = await keepItem(message, api, storedFiles);
  keepPending(message, update, item, storedFiles.state);
  return item;
}

async function reply(ctx: Context, sent: readonly Sent[], additions: Additions, deps: BotDeps): Promise<void> {
  const all = await Promise.all(sent.map(({ item }) => item));
  const items = withoutAlbumPictures(all.filter((each) => each.kind !== "failed"));
  const kept = items.filter((item) => item.kind === "kept");
  const refused = items.filter((item) => item.kind === "refused");
  const unclear = items.filter((item) => item.kind === "unclear").map(({ post }) => post);
  try {
    if (kept.length + refused.length > 0) await indexAndReply(ctx, kept, refused, additions, deps);
    if (unclear.length > 0) await askWhatToDo(ctx, unclear, deps);
  } finally {
    forgetPending(
      sent.map(({ message }) => message),
      deps.state,
    );
  }
  for (const each of all) if (each.kind === "failed") throw each.error;
}

/** A question kept as an article would later be cited as a source. */
async function askWhatToDo(ctx: Context, posts: readonly Post[], { state }: BotDeps): Promise<void> {
  const target = targetOf(ctx);
  const say = sayTo(ctx);
  const buttonFor = (button: AddingButton) => keepAddingButton(button, target.chatId, state);
  const keyboard = new InlineKeyboard();
  const [post] = posts;
  if (post !== undefined && posts.length === 1)
    keyboard.text(say("forwarded-answer"), buttonFor({ kind: "ask-suggested", question: post.text }));
  keyboard.text(say("forwarded-keep"), buttonFor({ kind: "keep-posts", posts: [...posts] }));
  await sendText(ctx.api, target, say("forwarded-unclear", { count: posts.length }), keyboard);
}

const wordsOf = (message: Message): string => (message.text ?? message.caption ?? "").trim();

/** A caption under a person's own file is treated as a question about it, once it is indexed. */
function questionIn(message: Message, ctx: Context): string {
  if (message.forward_origin !== undefined || message.caption === undefined) return "";
  return withoutMention(message, ctx.me);
}
