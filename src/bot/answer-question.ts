import type { Context } from "grammy";
import type { Answer, ArticleId } from "../domain.ts";
import { renderAnswer } from "../rendering/render.ts";
import { sayIn } from "../rendering/say.ts";
import { renderScoped } from "../rendering/scoped.ts";
import { languageOf } from "../text/language.ts";
import type { BotDeps } from "./deps.ts";
import { answerButtons } from "./kept-buttons.ts";
import { liveAnswer } from "./live-answer.ts";
import { conversationOf, placeOf } from "./place.ts";
import type { RunningAnswers } from "./running-answers.ts";
import { askAllButton, leaveScope, scopeOf } from "./scope.ts";
import { sendRich, sendText } from "./send.ts";
import { withTyping } from "./typing.ts";

/** From a person's question to the delivered answer. @throws AppError model-*, no-index */
export async function answerQuestion(
  ctx: Context,
  text: string,
  deps: BotDeps,
  answers: RunningAnswers,
): Promise<void> {
  const { library, state } = deps;
  const place = placeOf(ctx);
  const scope = scopeOf(ctx, deps);
  const only = scope === null ? null : (library.article(scope)?.card ?? null);
  if (scope !== null && only === null) return tellScopeGone(ctx, text, scope, deps);
  const say = sayIn(languageOf(text));
  const live = liveAnswer(ctx.api, place, ctx.update.update_id, languageOf(text));
  const write = (signal: AbortSignal): Promise<Answer | "stopped"> =>
    library
      .ask({ chat: conversationOf(place), text, scope, onClaims: (claims) => live.show(claims), signal })
      .catch((error: unknown) => {
        if (signal.aborted) return "stopped";
        throw error;
      });
  const answer = await withTyping(ctx.api, place, () => answers.run(place.chatId, ctx.from?.id ?? 0, write)).finally(
    () => live.end(),
  );
  if (answer === "stopped") return sendText(ctx.api, place, say("stopped"));
  if (only !== null) leaveScope(ctx, only.id, deps);
  const rich = only === null ? renderAnswer(answer) : renderScoped(renderAnswer(answer), only, say);
  await sendRich(ctx.api, place, rich, answerButtons({ question: text, answer, only }, place, state));
}

/** Nothing is searched instead without being asked. */
async function tellScopeGone(ctx: Context, text: string, scope: ArticleId, deps: BotDeps): Promise<void> {
  leaveScope(ctx, scope, deps);
  const place = placeOf(ctx);
  const say = sayIn(languageOf(text));
  await sendText(ctx.api, place, say("scope-gone"), askAllButton(scope, text, place, deps.state));
}
