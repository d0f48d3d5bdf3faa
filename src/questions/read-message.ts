import type { CollectionQuery, DateRange, Intent, Reading, Scope } from "../domain.ts";
import { languageOf } from "../text/language.ts";
import { shortenQuestion } from "../text/long-question.ts";
import { periodsIn } from "./dates/periods-in.ts";
import { changeIn } from "./intents/change.ts";
import { collectionIn } from "./intents/collection.ts";
import { isHelp } from "./intents/help.ts";
import { smallTalkIn } from "./intents/small-talk.ts";
import { isSummary } from "./intents/summary.ts";
import { questionsIn } from "./intents/two-questions.ts";
import { mentionsIn } from "./mentions.ts";
import { readOperators } from "./operators.ts";
import { isOfThisArticle, scopeIn } from "./scope.ts";
import type { Shelf } from "./shelf.ts";
import { timeIn } from "./time.ts";

export interface ReadingOptions {
  /** The day that "last week" counts from, `YYYY-MM-DD`. */
  readonly today: string;
  readonly shelf: Shelf;
  /** After /ask, quotes and a minus are operators by themselves. */
  readonly quotes?: "always" | "beside-operators";
}

/** A person's message by rules: what is wanted, of which articles, of which days. */
export function readMessage(message: string, options: ReadingOptions): Reading {
  const { today, shelf, quotes = "beside-operators" } = options;
  const words = shortenQuestion(message.replace(/\s+/g, " ").trim());
  const operated = readOperators(words, shelf, today, quotes);
  const { text } = operated;
  const anyNamed = joined(scopeIn(text, shelf, "any"), operated.scope);
  const collection = collectionOf(text, anyNamed, today);
  const scope = collection === null ? joined(scopeIn(text, shelf, "worded"), operated.scope) : anyNamed;
  const time = timeIn(text, today, isPublished(collection, scope));
  const intent = intentOf(text, collection, operated.isOperated);
  const parts = intent === "two-questions" ? questionsIn(text) : null;
  return {
    intent,
    texts: parts ?? [text],
    language: languageOf(text === "" ? words : text),
    asOf: today,
    range: both(operated.range, time.range),
    order: time.order,
    scope,
    ofThisArticle: isOfThisArticle(text),
    collection: intent === "collection" ? collection : null,
    change: intent === "change" ? changeIn(text) : null,
    smallTalk: intent === "small-talk" ? smallTalkIn(text) : null,
  };
}

function intentOf(text: string, collection: CollectionQuery | null, isOperated: boolean): Intent {
  if (text === "" && isOperated) return "collection";
  if (smallTalkIn(text) !== null) return "small-talk";
  if (changeIn(text) !== null) return "change";
  if (isHelp(text)) return "help";
  if (questionsIn(text) !== null) return "two-questions";
  if (isSummary(text)) return "summary";
  return collection === null ? "question" : "collection";
}

/** Where only operators were given, what they leave is listed. */
function collectionOf(text: string, scope: Scope, today: string): CollectionQuery | null {
  if (text === "") return { ask: "list", limit: null, mentions: [] };
  const query = collectionIn(text, scope.accounts.length > 0);
  if (query === null) return null;
  const dated = periodsIn(text, today);
  const spelled = dated.periods.map(({ start, end }) => dated.text.slice(start, end));
  return { ...query, mentions: mentionsIn(text, scope, spelled) };
}

/** Days beside an account, or of articles that are counted, are days of publication. */
function isPublished(collection: CollectionQuery | null, scope: Scope): boolean {
  return collection !== null || scope.accounts.length > 0;
}

function joined(worded: Scope, operated: Scope): Scope {
  return {
    ...worded,
    accounts: [...new Set([...worded.accounts, ...operated.accounts])],
    folders: [...new Set([...worded.folders, ...operated.folders])],
    words: operated.words,
    without: operated.without,
  };
}

const both = (operated: DateRange | null, worded: DateRange | null): DateRange | null => operated ?? worded;
