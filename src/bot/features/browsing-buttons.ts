import { Composer, type Context } from "grammy";
import type { ArticleId, Ignored } from "../../domain.ts";
import { sayIn } from "../../rendering/say.ts";
import { answerPress } from "../answer-press.ts";
import { answerQuestion } from "../answer-question.ts";
import { keepShown, type Press, readPress, type Shown, type ShownAs } from "../browsing/shown.ts";
import { pageTurner, type TurnPage } from "../browsing/turn-page.ts";
import { articlesView, cardView, collectionView, foundView, placesView, type View } from "../browsing/views.ts";
import { targetOfButton } from "../chat-target.ts";
import type { BotDeps } from "../deps.ts";
import { sayTo } from "../language.ts";
import type { RunningAnswers } from "../running-answers.ts";
import { askAlone, leaveScope } from "../scope.ts";
import { sendRich, sendText } from "../send.ts";
import { sendFile } from "../send-file.ts";
import { summarise } from "../summarise.ts";
import { sendOverview } from "../summary-of.ts";

/** The buttons of lists, of what was found, of an article's card and of answers from one article. They outlive a restart. */
export function browsingButtons(deps: BotDeps, answers: RunningAnswers): Composer<Context> {
  const composer = new Composer<Context>();
  const turnPage = pageTurner();
  composer.on("callback_query:data", async (ctx, next) => {
    const press = ctx.chat === undefined ? null : readPress(ctx.callbackQuery.data, ctx.chat.id, deps.state);
    if (press === null || ctx.msg === undefined) return next();
    await answerPress(ctx, press === "unknown" ? sayTo(ctx)("list-gone") : null, "alert");
    if (press !== "unknown") await act(ctx, press, turnPage, deps, answers);
  });
  return composer;
}

async function act(
  ctx: Context,
  press: Press,
  turnPage: TurnPage,
  deps: BotDeps,
  answers: RunningAnswers,
): Promise<void> {
  const { shown, action } = press;
  switch (action.kind) {
    case "page":
      return showView(ctx, shown, await pageView(press, action.page, deps), turnPage);
    case "article":
      return open(ctx, shown, action.id, deps);
    case "ask-all":
      return askAll(ctx, shown, deps, answers);
    case "ask-new":
      return shown.kind === "followed"
        ? answerQuestion(ctx, { text: shown.question, alone: true }, deps, answers)
        : undefined;
    case "overview":
      if (shown.kind === "followed") await sendOverview(ctx, targetOfButton(ctx), shown.question, null, deps, answers);
      return;
    case "any-time":
    case "any-source":
    case "that-week":
      return withOtherLimits(ctx, press, action.kind, turnPage, deps, answers);
    default:
      if ("articleId" in shown) return withArticle(ctx, shown, action.kind, deps, answers);
  }
}

async function pageView({ shown, key }: Press, page: number, { library }: BotDeps): Promise<View | null> {
  if (shown.kind === "articles") return articlesView(shown, page, key, library);
  if (shown.kind === "found") return foundView(shown, page, key, library);
  if (shown.kind === "collection") return collectionView(shown, page, key, library);
  return shown.kind === "places" ? placesView(shown, page, key, library) : null;
}

/** A number of a list: the article's card, or all that was found in it. */
async function open(ctx: Context, shown: Shown, articleId: ArticleId, deps: BotDeps): Promise<void> {
  const { language } = shown;
  const keep = (opened: Shown) => keepShown(opened, targetOfButton(ctx).chatId, deps.state);
  if (shown.kind === "found") {
    const places: ShownAs<"places"> = { kind: "places", words: shown.words, articleId, language };
    return showView(ctx, shown, await placesView(places, 0, keep(places), deps.library), sendBelow);
  }
  const card: ShownAs<"card"> = { kind: "card", articleId, language };
  return showView(ctx, shown, cardView(card, keep(card), deps.library), sendBelow);
}

/** null: the article, or the words in it, have left the index. */
async function showView(
  ctx: Context,
  { language }: Shown,
  view: View | null,
  put: (ctx: Context, view: View) => Promise<void>,
): Promise<void> {
  await (view === null ? sendText(ctx.api, targetOfButton(ctx), sayIn(language)("source-gone")) : put(ctx, view));
}

const sendBelow = (ctx: Context, { rich, keyboard }: View) => sendRich(ctx.api, targetOfButton(ctx), rich, keyboard);

async function withArticle(
  ctx: Context,
  { articleId, language }: Shown & { readonly articleId: ArticleId },
  action: "summarise" | "ask-alone" | "file",
  deps: BotDeps,
  answers: RunningAnswers,
): Promise<void> {
  const target = targetOfButton(ctx);
  const file = deps.library.article(articleId);
  if (file === null) return sendText(ctx.api, target, sayIn(language)("source-gone"));
  if (action === "ask-alone") return askAlone(ctx, file.card, language, deps);
  if (action === "file") return sendFile(ctx.api, target, file);
  const request = { about: { id: articleId }, language };
  await summarise(ctx, target, request, sayIn(language)("source-gone"), deps, answers);
}

/** The prompt is taken back; under an answer, the same question goes to all articles. */
async function askAll(ctx: Context, shown: Shown, deps: BotDeps, answers: RunningAnswers): Promise<void> {
  if (shown.kind === "scope-prompt") {
    leaveScope(ctx, shown.articleId, deps);
    await ctx.editMessageText(sayIn(shown.language)("scope-left")).catch(() => {});
  }
  if (shown.kind === "scoped-answer") await answerQuestion(ctx, { text: shown.question }, deps, answers);
}

/** Without the days or the sources that were read into it, or of the week of the newest article. */
async function withOtherLimits(
  ctx: Context,
  { shown }: Press,
  action: "any-time" | "any-source" | "that-week",
  turnPage: TurnPage,
  deps: BotDeps,
  answers: RunningAnswers,
): Promise<void> {
  if (shown.kind !== "limited-answer" && shown.kind !== "collection") return;
  const week = action === "that-week" ? shown.week : null;
  const more: readonly Ignored[] = action === "any-time" ? ["range"] : action === "any-source" ? ["scope"] : [];
  const ignored = [...new Set([...shown.ignored, ...more])];
  if (shown.kind === "limited-answer")
    return answerQuestion(ctx, { text: shown.question, ignored, range: week }, deps, answers);
  const changed: ShownAs<"collection"> = { ...shown, ignored, range: week ?? shown.range };
  const key = keepShown(changed, targetOfButton(ctx).chatId, deps.state);
  await turnPage(ctx, await collectionView(changed, 0, key, deps.library));
}
