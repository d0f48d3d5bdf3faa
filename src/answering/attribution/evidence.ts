import type { Citation, PassageId, RetrievedPassage } from "../../domain.ts";
import type { PassageStore, SentenceEncoder } from "../../ports.ts";
import { inverseDocumentFrequency } from "../../retrieval/lexical-share.ts";
import { terms } from "../../text/terms.ts";
import { type Analysed, analyse } from "./analysed.ts";
import { type NamePairs, namePairs } from "./name-pairs.ts";
import { type NameMention, namesIn } from "./names.ts";
import type { TermWeight } from "./neighbourhood.ts";

/** What the checks may look at besides the claim: the passages shown, the question, and how rare words are. */
export interface AttributionContext {
  readonly encoder: SentenceEncoder;
  readonly question: Analysed;
  readonly weigh: TermWeight;
  readonly passages: ReadonlyMap<PassageId, RetrievedPassage>;
  /** Texts are read once a request. */
  readonly read: (text: string) => Analysed;
  readonly names: (text: Analysed) => readonly NameMention[];
  readonly pairs: NamePairs;
  /** Chinese words of a text, and each with its neighbour. */
  readonly words: (text: string) => readonly string[];
  readonly vector: (text: string) => Float32Array | null;
}

/** Share of rarity that is known of a word in a corpus of nothing: all words count alike. */
const LEAST_WEIGHT = 0.15;

export function attributionContext(
  passages: readonly RetrievedPassage[],
  question: string,
  store: Pick<PassageStore, "facts" | "documentFrequency">,
  encoder: SentenceEncoder,
): AttributionContext {
  const read = remembered(analyse);
  const weigh = termWeights(store);
  const asked = analyse(question);
  const shown = passages.flatMap(({ passage, article }) => [
    passage.text.normalize("NFKC"),
    article.title.normalize("NFKC"),
  ]);
  const pairs = namePairs([...shown, asked.text]);
  const knowledge = { pairs, capitalised: capitalisedWords([...shown, asked.text]), rarity: rarityOf(weigh) };
  const named = new WeakMap<Analysed, readonly NameMention[]>();
  const names = (text: Analysed) => {
    const known = named.get(text) ?? namesIn(text, knowledge);
    named.set(text, known);
    return known;
  };
  return {
    encoder,
    question: asked,
    weigh,
    names,
    pairs,
    words: remembered(hanWords),
    vector: remembered((text) => encoder.encode(text)),
    passages: new Map(passages.map((found) => [found.passage.id, found])),
    read,
  };
}

function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (known.has(text)) return known.get(text) as T;
    const fresh = make(text);
    known.set(text, fresh);
    return fresh;
  };
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

function hanWords(text: string): string[] {
  const words = [...segmenter.segment(text)]
    .map(({ segment }) => segment)
    .filter((word) => /\p{Script=Han}/u.test(word));
  return [
    ...new Set([...words.filter((word) => word.length > 1), ...words.slice(1).map((word, i) => `${words[i]}${word}`)]),
  ];
}

/** Rarity in the corpus, 0.15 (in every other passage) to 1 (in none); asked of the store in small steps and kept. */
function termWeights(store: Pick<PassageStore, "facts" | "documentFrequency">): TermWeight {
  const { passages } = store.facts();
  const rarest = inverseDocumentFrequency(Math.max(passages, 1), 0);
  const known = new Map<string, number>();
  return (term) => {
    const weight = known.get(term);
    if (weight !== undefined) return weight;
    const withTerm = store.documentFrequency([term]).get(term) ?? 0;
    const fresh = Math.max(
      LEAST_WEIGHT,
      [...term].length === 1 ? 0 : inverseDocumentFrequency(passages, withTerm) / rarest,
    );
    known.set(term, fresh);
    return fresh;
  };
}

/** Latin words with a capital where no sentence begins. */
function capitalisedWords(texts: readonly string[]): Set<string> {
  const words = texts.flatMap((text) =>
    [...text.matchAll(/(?<=[\p{L}\d,;] )\p{Lu}[\p{L}\d'’-]*/gu)].map(([word]) => word),
  );
  return new Set(words.map((word) => word.toLowerCase().replace(/['’]s$/, "")));
}

/** A word is as rare as its rarest term. */
function rarityOf(weigh: TermWeight): (word: string) => number {
  return (word) => Math.max(0, ...terms(word).map(weigh));
}

/** One cited sentence with what surrounds it. */
export interface Evidence {
  readonly citation: Citation;
  readonly sentence: Analysed;
  readonly title: Analysed;
  /** Sentences of its passage before it, nearest first, and those behind it. */
  readonly before: readonly Analysed[];
  readonly after: readonly Analysed[];
  readonly heading: Analysed | null;
  /** `YYYY-MM-DD` */
  readonly articleDay: string | null;
}

export function evidenceOf(citation: Citation, context: AttributionContext): Evidence {
  const { article, sentence, passageId } = citation;
  const found = context.passages.get(passageId);
  const sentences = found?.passage.sentences ?? [];
  const heading = found?.passage.heading ?? null;
  return {
    citation,
    sentence: context.read(sentence.text),
    title: context.read(article.title),
    before: sentences
      .filter(({ ordinal }) => ordinal < sentence.ordinal)
      .reverse()
      .map(({ text }) => context.read(text)),
    after: sentences.filter(({ ordinal }) => ordinal > sentence.ordinal).map(({ text }) => context.read(text)),
    heading: heading === null ? null : context.read(heading),
    articleDay: article.publishedAt?.slice(0, 10) ?? null,
  };
}
