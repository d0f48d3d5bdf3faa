import type { ArticleId, Question, RankedSentence, Retrieval, Turn } from "../domain.ts";
import { complete, readAs, shownSubject, subjectOf } from "../questions/complete.ts";
import { type Leaning, leaningOf, namesItsOwn } from "../questions/leaning.ts";
import { readQuery } from "../retrieval/query.ts";
import { type RetrievalDeps, retrieve } from "../retrieval/retrieve.ts";
import { languageOf } from "../text/language.ts";

/** Fitted on follow-ups, and on pairs of questions that have nothing to do with each other, of the development sets. */
const MOST_FOR_A_FOLLOW_UP = 0.98;
const PASSAGE_WEIGHT = 2;
const WORDS_WEIGHT = 1 / 200;
const OWN_NAME = 0.35;
const OTHER_LANGUAGE = 0.4;
const POINTS_BACK = 0.15;

/**
 * Retrieves the question as it was asked and, where there is a turn before, as that turn completes it; the clearly better
 * one wins. What a completed question finds is then read for what was asked just now, so that the old question does not
 * answer the new one.
 */
export async function retrieveInTurn(
  question: Question,
  deps: RetrievalDeps,
  limit: number,
  signal?: AbortSignal,
): Promise<Retrieval> {
  const previous = question.history.findLast(({ claims }) => claims.length > 0);
  const leaning = question.continues === true ? "leans" : leaningOf(question.text, question.language);
  if (previous === undefined || leaning === "alone") return retrieve(question, deps, limit, signal);
  const completed = complete(question.text, previous, (words) => standsInSources(words, previous, deps));
  const found = await retrieve({ ...question, text: completed }, deps, limit, signal);
  if (leaning !== "leans") {
    const alone = await retrieve(question, deps, limit, signal);
    if (!(await carriesOn(question, previous, leaning, alone, found, deps))) return alone;
  }
  const article = found.passages[0]?.article.id;
  if (article === undefined) return found;
  const within = await retrieve({ ...question, scope: [article] }, deps, limit, signal);
  return {
    ...found,
    evidence: Math.max(found.evidence, within.evidence),
    unknownNames: within.unknownNames,
    sentences: inTurns(within.sentences, found.sentences),
    follows: { subject: shownSubject(previous), read: readAs(question.text, completed, previous) },
  };
}

/**
 * Whether a question that does not say so carries on: it does where what it asks stands nearly as well in the articles of
 * the turn before as anywhere, and the rather the less it says itself.
 */
async function carriesOn(
  question: Question,
  previous: Turn,
  leaning: Leaning,
  alone: Retrieval,
  completed: Retrieval,
  deps: RetrievalDeps,
): Promise<boolean> {
  const sources = sourcesOf(previous);
  const nearest = completed.passages[0];
  if (nearest === undefined || !sources.includes(nearest.article.id)) return false;
  const { text, language } = question;
  if (namesSubject(text, previous) || alone.unknownNames.length > 0) return false;
  const query = readQuery(question, deps);
  // Words that no article has, where they could have been met, have nothing to go on with.
  if (nearest.passage.language === language && deps.store.documentFrequency(query.terms).size === 0) return false;
  const there = await retrieve({ ...question, scope: sources }, deps, 1);
  const words = query.weights.values();
  const speaksAgainst =
    best(alone.sentences) -
    best(there.sentences) +
    PASSAGE_WEIGHT * (best(alone.passages) - best(completed.passages)) +
    WORDS_WEIGHT * words.reduce((sum, weight) => sum + weight, 0) +
    (namesItsOwn(text, language, `${previous.read}\n${previous.answer}`) ? OWN_NAME : 0) +
    (languageOf(previous.question) === language ? 0 : OTHER_LANGUAGE) -
    (leaning === "may" ? POINTS_BACK : 0);
  return speaksAgainst < MOST_FOR_A_FOLLOW_UP;
}

const sourcesOf = ({ claims }: Turn): ArticleId[] => [
  ...new Set(claims.flatMap(({ citations }) => citations.map(({ article }) => article.id))),
];

/** It needs nothing of the turn before: it says itself what that was about. */
function namesSubject(text: string, previous: Turn): boolean {
  const subject = subjectOf(previous);
  return subject !== null && text.toLowerCase().includes(subject.toLowerCase());
}

const best = ([first]: readonly { readonly score: number }[]): number => first?.score ?? 0;

/** One of each by turns, the first of the first list leading; a sentence of both stands where it comes first. */
function inTurns(first: readonly RankedSentence[], second: readonly RankedSentence[]): RankedSentence[] {
  const top = Math.max(best(first), best(second));
  const mixed = Array.from({ length: Math.max(first.length, second.length) }, (_, index) => [
    first[index],
    second[index],
  ]).flat();
  return mixed.filter((one) => one !== undefined).map((one, index) => ({ ...one, score: top - index / mixed.length }));
}

function standsInSources(words: string, previous: Turn, { store }: RetrievalDeps): boolean {
  const id = previous.claims[0]?.citations[0]?.article.id;
  return id !== undefined && store.article(id)?.body.toLowerCase().includes(words.toLowerCase()) === true;
}
