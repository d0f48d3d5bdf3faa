import { Composer, type Context } from "grammy";
import type { Message } from "grammy/types";
import { createBatches } from "../adding/batches.ts";
import { indexAndReply } from "../adding/index-and-reply.ts";
import { isAddition, keepPiece, type Piece, type Shelf, withoutAlbumPictures } from "../adding/piece.ts";
import { mayAdd } from "../adding/who.ts";
import type { Additions } from "../additions.ts";
import { withoutMention } from "../addressed.ts";
import { answerQuestion } from "../answer-question.ts";
import type { BotDeps } from "../deps.ts";
import { sayTo } from "../language.ts";
import { placeOf } from "../place.ts";
import type { RunningAnswers } from "../running-answers.ts";
import { sendText } from "../send.ts";

/** What was sent, kept or not; a failure is told once for all. */
type Sent = Promise<Piece | { readonly kind: "failed"; readonly error: unknown }>;

/** Documents and forwarded posts become articles; what comes together is answered together. */
export function add(deps: BotDeps, answers: RunningAnswers, togetherMs?: number): Composer<Context> {
  const composer = new Composer<Context>();
  const { additions } = deps;
  if (additions === undefined) return composer;
  const batches = createBatches<Sent>(togetherMs);
  composer
    .on("message")
    .filter((ctx) => isAddition(ctx.message, ctx.me.id))
    .use(async (ctx) => {
      if (!mayAdd(ctx.from.id, deps)) return sendText(ctx.api, placeOf(ctx), sayTo(ctx)("may-not-add"));
      // Kept at once, so that it outlives a crash while others are waited for.
      const sent = await batches.join(
        `${ctx.chat.id} ${ctx.from.id}`,
        keep(ctx.message, ctx, { additions, state: deps.state }),
      );
      if (sent === null) return;
      await reply(ctx, await Promise.all(sent), additions, deps);
      const question = sent.length === 1 ? questionIn(ctx.message, ctx) : "";
      if (question !== "") await answerQuestion(ctx, { text: question }, deps, answers);
    });
  return composer;
}

const keep = (message: Message, ctx: Context, shelf: Shelf): Sent =>
  keepPiece(message, ctx.api, shelf).catch((error: unknown) => ({ kind: "failed", error }));

async function reply(ctx: Context, sent: readonly Awaited<Sent>[], additions: Additions, deps: BotDeps): Promise<void> {
  const pieces = withoutAlbumPictures(sent.filter((each) => each.kind !== "failed"));
  const kept = pieces.filter((piece) => piece.kind === "kept");
  const refused = pieces.filter((piece) => piece.kind === "refused");
  if (pieces.length > 0) await indexAndReply(ctx, kept, refused, additions, deps);
  for (const each of sent) if (each.kind === "failed") throw each.error;
}

/** What a person writes under a file of their own is asked of it, once it is there. */
function questionIn(message: Message, ctx: Context): string {
  if (message.forward_origin !== undefined || message.caption === undefined) return "";
  return withoutMention(message, ctx.me);
}
