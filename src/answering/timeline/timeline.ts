import type { ArticleCard, ArticleId, Citation, Passage, Timeline, TimelineValue } from "../../domain.ts";
import type { PassageStore } from "../../ports.ts";
import { yieldToEventLoop } from "../../retrieval/run-exclusive.ts";
import { fold } from "../../text/fold.ts";
import { languageOf } from "../../text/language.ts";
import { distinctTerms } from "../../text/terms.ts";
import { type Attribute, type Topic, topicOf } from "./topic.ts";
import { type DatedValue, valuesIn } from "./values.ts";

/** Reading every sentence of more passages would hold up other chats. */
const MOST_PASSAGES = 400;
const MOST_VALUES = 12;
const NAME = /[A-Z][\w.+&'’-]+/g;
const NO_NAMES = new Set(["AI", "ARR", "App", "API", "CEO", "GMV", "MAU", "DAU", "SaaS", "IPO", "Pre"]);

/**
 * What the articles say of one property of one thing, each value with the day it is of. Told apart by pattern: a figure of
 * the right kind near the property's word, in a clause about the thing. null where the words name nothing, or fewer than
 * `least` values stand.
 */
export async function timelineOf(
  text: string,
  store: PassageStore,
  least = 1,
  signal?: AbortSignal,
): Promise<Timeline | null> {
  const topic = topicOf(text);
  if (topic === null) return null;
  const passages = await passagesOn(topic, store, signal);
  const [best] = topic.attributes
    .map((attribute) => ({ attribute, values: merged(passages.flatMap((found) => valuesOf(found, topic, attribute))) }))
    .sort((a, b) => b.values.length - a.values.length);
  if (best === undefined || best.values.length < least) return null;
  return {
    language: languageOf(text),
    entity: topic.entity,
    attribute: best.attribute.name,
    values: best.values.slice(-MOST_VALUES),
  };
}

interface Found {
  readonly title: string;
  readonly passage: Passage;
  readonly cite: (ordinal: number) => Citation;
}

/** The nearest of those that name the entity, from the word index: to read every text would take longer than the question. */
async function passagesOn({ entity }: Topic, store: PassageStore, signal: AbortSignal | undefined): Promise<Found[]> {
  const name = fold(entity);
  const hits = store.searchTerms(distinctTerms(entity), MOST_PASSAGES);
  await yieldToEventLoop(signal);
  const cards = new Map<ArticleId, ArticleCard | null>();
  return store.passages(hits.map(({ id }) => id)).flatMap((passage): Found[] => {
    if (!fold(passage.text).includes(name)) return [];
    const known = cards.get(passage.articleId);
    const card = known === undefined ? store.card(passage.articleId) : known;
    cards.set(passage.articleId, card);
    return card === null || card.repostOf !== null ? [] : [foundIn(passage, card)];
  });
}

const foundIn = (passage: Passage, card: ArticleCard): Found => ({
  title: card.title,
  passage,
  cite: (ordinal) => {
    const sentence = passage.sentences[ordinal];
    if (sentence === undefined) throw new Error("a sentence of another passage was cited");
    return { article: card, passageId: passage.id, sentence };
  },
});

function valuesOf({ title, passage, cite }: Found, { entity }: Topic, attribute: Attribute): DatedValue[] {
  const name = fold(entity);
  return passage.sentences.flatMap((sentence, index) => {
    if (sentence.text.search(attribute.words) < 0) return [];
    const before = passage.sentences[index - 1]?.text ?? "";
    const known = [sentence.text, before].some((text) => fold(text).includes(name));
    if (!known) return [];
    // A clause with another name in it is of that one; one with none goes on with what was spoken of.
    const isAbout = (clause: string) =>
      fold(clause).includes(name) ||
      (othersIn(clause).length === 0 && lastNamed(`${before} ${sentence.text.split(clause)[0] ?? ""}`, title, name));
    return valuesIn(sentence, attribute, isAbout, () => cite(index));
  });
}

/** Who gave the money is not who it is about: 由 X 领投, "led by X". */
const BY_WHOM = /[由被][^，,。；;]{1,40}?(?:领投|跟投|投资|牵头)|\b(?:led|backed|joined) by [^,.;]{1,60}/giu;

const othersIn = (text: string): string[] =>
  (text.replace(BY_WHOM, "").match(NAME) ?? []).filter((name) => !NO_NAMES.has(name));

/** Whether the entity is the last name before; where none stands, the title's. */
function lastNamed(text: string, title: string, name: string): boolean {
  const last = othersIn(text).at(-1);
  if (last === undefined) return fold(text).includes(name) || fold(title).includes(name);
  return name.includes(fold(last)) || fold(text.slice(text.lastIndexOf(last))).includes(name);
}

/** In the order of their days, each value once, at its first day, with the sources of all. */
function merged(values: readonly DatedValue[]): TimelineValue[] {
  const same = Map.groupBy(values, ({ amount, unit }) => `${amount.toPrecision(3)} ${unit}`);
  return [...same.values()]
    .flatMap((group): TimelineValue[] => {
      const [first] = group.toSorted(byDay);
      if (first === undefined) return [];
      const { asOf, text, amount, unit } = first;
      const citations = [
        ...new Map(group.toSorted(byDay).map(({ citation }) => [citation.article.id, citation])).values(),
      ];
      return [{ asOf, text, amount, unit, isRumour: group.every(({ isRumour }) => isRumour), citations }];
    })
    .sort(byDay);
}

/** A year without a month comes after the months named in that year. */
const byDay = (a: { readonly asOf: string }, b: { readonly asOf: string }): number =>
  end(a.asOf).localeCompare(end(b.asOf));
const end = (day: string): string => `${day}${"-99".repeat(Math.max(0, 3 - day.split("-").length))}`;
