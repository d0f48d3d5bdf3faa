import type { Context } from "grammy";
import type { Reading } from "../domain.ts";
import type { ReadRequest } from "../library/library.ts";
import { shownWords } from "../rendering/shown.ts";
import { type Asked, answerQuestion } from "./answer-question.ts";
import { weekOffered } from "./browsing/limit-buttons.ts";
import { keepShown, type ShownAs } from "./browsing/shown.ts";
import { collectionView } from "./browsing/views.ts";
import { targetOf } from "./chat-target.ts";
import type { BotDeps } from "./deps.ts";
import { languageOfPerson, sayTo } from "./language.ts";
import { readLinked } from "./linked-article.ts";
import { readingOf } from "./reading-of.ts";
import type { RunningAnswers } from "./running-answers.ts";
import { scopeOf } from "./scope.ts";
import { sendRich, sendText } from "./send.ts";
import { sendHelp } from "./send-help.ts";
import { sendSummaryOf } from "./summary-of.ts";

/** Reads what a message wants, and gives that: small talk back, help, the collection's own figures, or an answer. */
export async function respond(
  ctx: Context,
  asked: Asked,
  deps: BotDeps,
  answers: RunningAnswers,
  quotes: NonNullable<ReadRequest["quotes"]> = "beside-operators",
): Promise<void> {
  // What is asked of one article is a question to it, whatever it looks like.
  const { article, text } = readLinked(asked.text, deps.additions);
  const isToOne = article !== null || scopeOf(ctx, deps) !== null;
  const reading = isToOne ? null : await readingOf(text, quotes, deps);
  if (reading === null) return answerQuestion(ctx, asked, deps, answers);
  switch (reading.intent) {
    case "small-talk":
      return sendText(ctx.api, targetOf(ctx), sayTo(ctx)(`small-talk-${reading.smallTalk ?? "nod"}`));
    case "help":
      return sendHelp(ctx, deps);
    case "collection":
      return showCollection(ctx, reading, deps);
    case "summary": {
      const language = languageOfPerson(ctx);
      const missing = sayTo(ctx)("summary-not-found", { about: shownWords(asked.text) });
      const wish = { text: reading.texts.join(" "), reading, language, article: "by what it says" } as const;
      return sendSummaryOf(ctx, targetOf(ctx), wish, missing, deps, answers);
    }
    case "two-questions":
      // One after the other, so that the second may lean on the first.
      for (const text of reading.texts) await answerQuestion(ctx, { ...asked, text }, deps, answers);
      return;
    default:
      return answerQuestion(ctx, { ...asked, reading }, deps, answers);
  }
}

async function showCollection(ctx: Context, reading: Reading, { library, state }: BotDeps): Promise<void> {
  const target = targetOf(ctx);
  const { scope, range } = reading;
  const query = reading.collection ?? { ask: "list", limit: null, mentions: [] };
  const language = languageOfPerson(ctx);
  const page = await library.collection({ query, scope, range, ignored: [] }, 0);
  const names = { ...scope, accounts: [...scope.accounts], folders: [...scope.folders] };
  const shown: ShownAs<"collection"> = {
    kind: "collection",
    query: { ...query, mentions: [...query.mentions] },
    scope: { ...names, words: [...scope.words], without: [...scope.without] },
    range,
    ignored: [],
    week: weekOffered(page.understood),
    language,
  };
  const { rich, keyboard } = await collectionView(shown, 0, keepShown(shown, target.chatId, state), library);
  await sendRich(ctx.api, target, rich, keyboard);
}
