import { type Context, InlineKeyboard } from "grammy";
import type { Language, Overview, Reading } from "../domain.ts";
import { renderOverview, renderSummary } from "../rendering/render.ts";
import { sayIn } from "../rendering/say.ts";
import { shownTitle } from "../rendering/shown.ts";
import { dataOf, keepShown } from "./browsing/shown.ts";
import type { ChatTarget } from "./chat-target.ts";
import type { BotDeps } from "./deps.ts";
import { overviewButtons, summaryButtons } from "./kept-buttons.ts";
import type { RunningAnswers } from "./running-answers.ts";
import { sendRich, sendText } from "./send.ts";
import { stoppable } from "./stoppable.ts";

/** Words that mean more than one article. */
const SEVERAL = /动态|进展|新闻|大事|各[家篇]|哪些|近况|综述|\b(?:news|articles|developments?|overview|events)\b/iu;

interface Wish {
  readonly text: string;
  readonly reading: Reading | null;
  readonly language: Language;
  /** Of the words alone, or of the article they find best. */
  readonly article: "by its title" | "by what it says";
}

/**
 * A summary of what the words mean: days, accounts and subjects of several articles, else of the one article; the other
 * reading stands behind a button.
 */
export async function sendSummaryOf(
  ctx: Context,
  target: ChatTarget,
  wish: Wish,
  missing: string,
  deps: BotDeps,
  answers: RunningAnswers,
): Promise<void> {
  const { text, reading } = wish;
  const isLimited =
    reading !== null &&
    (reading.range !== null || reading.scope.accounts.length > 0 || reading.scope.folders.length > 0);
  if (isLimited || SEVERAL.test(text)) {
    if (await sendOverview(ctx, target, text, reading, deps, answers)) return;
  }
  const about = wish.article === "by its title" ? text : await nearestArticle(text, deps);
  const { language } = wish;
  const ended =
    about === null
      ? { result: null }
      : await stoppable(ctx, target, answers, (signal) => deps.library.summarize({ about, language, signal }));
  if (ended === null) return;
  const found = ended.result;
  if (found !== null) {
    const buttons = summaryButtons(found, target, deps.state);
    if (text !== "") buttons.row(overviewButton(text, language, target, deps));
    return sendRich(ctx.api, target, renderSummary(found), buttons);
  }
  if (!isLimited && (await sendOverview(ctx, target, text, reading, deps, answers))) return;
  await sendText(ctx.api, target, missing);
}

/** Whether something was told, if only that it was stopped. */
export async function sendOverview(
  ctx: Context,
  target: ChatTarget,
  text: string,
  reading: Reading | null,
  { library, state }: BotDeps,
  answers: RunningAnswers,
): Promise<boolean> {
  const request = reading === null ? { text } : { text, reading };
  const ended = await stoppable(ctx, target, answers, (signal) => library.overview({ ...request, signal }));
  if (ended === null) return true;
  const found = ended.result;
  if (found === null) return false;
  await sendRich(ctx.api, target, renderOverview(found), keyboardOf(found, target, state));
  return true;
}

/** Its sources, and the summary of the first article alone. */
export function keyboardOf(found: Overview, target: ChatTarget, state: BotDeps["state"]): InlineKeyboard {
  const keyboard = overviewButtons(found, target, state);
  const best = found.claims[0]?.citations[0]?.article;
  if (best === undefined) return keyboard;
  const key = keepShown({ kind: "card", articleId: best.id, language: found.language }, target.chatId, state);
  const label = sayIn(found.language)("only-this-article", { title: shownTitle(best.title) });
  return keyboard.row(InlineKeyboard.text(label, dataOf(key, { kind: "summarise" })));
}

function overviewButton(question: string, language: Language, { chatId }: ChatTarget, { state }: BotDeps) {
  const key = keepShown({ kind: "followed", question, language }, chatId, state);
  return InlineKeyboard.text(sayIn(language)("overview-button"), dataOf(key, { kind: "overview" }));
}

async function nearestArticle(text: string, { library }: BotDeps) {
  const [nearest] = await library.closest({ text, limit: 1 });
  const article = nearest?.citations[0]?.article;
  return article === undefined ? null : { id: article.repostOf ?? article.id };
}
