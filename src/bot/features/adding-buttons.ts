import { Composer, type Context, type NextFunction } from "grammy";
import type { Additions } from "../../adding/additions.ts";
import type { Say } from "../../rendering/say.ts";
import { type AddingButton, readAddingButton } from "../adding/buttons.ts";
import type { Post } from "../adding/forwarded-post.ts";
import { keepPost } from "../adding/incoming-item.ts";
import { indexAndReply } from "../adding/index-and-reply.ts";
import { isOwner, mayAdd } from "../adding/permissions.ts";
import { type Undone, undoAdding } from "../adding/undo.ts";
import { answerPress } from "../answer-press.ts";
import { answerQuestion } from "../answer-question.ts";
import { targetOf, targetOfButton } from "../chat-target.ts";
import type { BotDeps } from "../deps.ts";
import { sayTo } from "../language.ts";
import type { RunningAnswers } from "../running-answers.ts";
import { sendText } from "../send.ts";
import { withTyping } from "../typing.ts";

/** The buttons under the news of an added article. They work after a restart. */
export function addingButtons(deps: BotDeps, answers: RunningAnswers): Composer<Context> {
  const composer = new Composer<Context>();
  const { additions } = deps;
  if (additions === undefined) return composer;
  composer.on("callback_query:data", async (ctx, next: NextFunction) => {
    const button = ctx.chat === undefined ? null : readAddingButton(ctx.callbackQuery.data, ctx.chat.id, deps.state);
    if (button === null) return next();
    const refusal = refusalFor(button, ctx.from.id, deps);
    await answerPress(ctx, refusal === null ? null : sayTo(ctx)(refusal), "alert");
    if (refusal === null) await press(ctx, button, additions, deps, answers);
  });
  return composer;
}

/** Key of what to say to who may not press this; null for who may. */
function refusalFor(button: AddingButton, userId: number, deps: BotDeps): "may-not-undo" | "may-not-add" | null {
  if (button.kind === "undo-adding" && button.by !== userId && !isOwner(userId, deps)) return "may-not-undo";
  if ((button.kind === "index-added" || button.kind === "keep-posts") && !mayAdd(userId, deps)) return "may-not-add";
  return null;
}

async function press(
  ctx: Context,
  button: AddingButton,
  additions: Additions,
  deps: BotDeps,
  answers: RunningAnswers,
): Promise<void> {
  switch (button.kind) {
    case "undo-adding":
      return undo(ctx, button, additions, deps);
    case "index-added":
      return indexAndReply(ctx, button.kept, [], additions, deps);
    case "keep-posts":
      return keepPosts(ctx, button.posts, additions, deps);
    case "ask-suggested":
      await sendText(ctx.api, targetOf(ctx), sayTo(ctx)("asked", { question: button.question }));
      return answerQuestion(ctx, { text: button.question }, deps, answers);
  }
}

async function keepPosts(ctx: Context, posts: readonly Post[], additions: Additions, deps: BotDeps): Promise<void> {
  const kept = await Promise.all(posts.map((post) => keepPost(post, null, { additions, state: deps.state })));
  await indexAndReply(ctx, kept, [], additions, deps);
}

async function undo(
  ctx: Context,
  button: AddingButton & { readonly kind: "undo-adding" },
  additions: Additions,
  { state }: BotDeps,
): Promise<void> {
  const target = targetOfButton(ctx);
  const undone = await withTyping(ctx.api, target, () => undoAdding(button, additions, state));
  await sendText(ctx.api, target, newsOf(undone, sayTo(ctx)));
  await ctx.editMessageReplyMarkup().catch(() => {});
}

function newsOf({ removed, sentAgain, outcome }: Undone, say: Say): string {
  const listed = (titles: readonly string[]) => titles.join(say("title-separator"));
  const lines = outcome === "removed" ? [say("undone", { title: listed(removed) })] : [];
  if (sentAgain.length > 0) lines.push(say("undo-sent-again", { title: listed(sentAgain) }));
  return lines.length === 0 ? say("undone-before") : lines.join("\n");
}
