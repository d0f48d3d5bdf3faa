import type { Language } from "../domain.ts";
import { dot } from "../dot.ts";
import type { Calibration, Embedder, SentenceEncoder } from "../ports.ts";
import { languageOf } from "../text/language.ts";
import { type Embedded, embeddedText } from "./embed-passages.ts";
import type { IndexedArticle } from "./snapshot-io.ts";

const QUESTIONS = 32;
const PASSAGES = 200;
/** Fewer pairs say nothing about a model. */
const LEAST_PAIRS = 50;

interface Sample {
  readonly article: string;
  readonly language: Language;
  readonly sentence: string;
  readonly vector: Float32Array;
  readonly known: Float32Array;
}

/**
 * Models disagree on what a cosine means: multilingual-e5 gives unrelated texts 0.8, the built-in table 0. Learned from
 * the articles: sentences as questions against passages of other articles, by both; mean and spread of the one are
 * laid over those of the other. null where the articles are too few or all alike. @throws AppError model-*
 */
export async function calibrate(
  articles: readonly IndexedArticle[],
  vectors: Embedded["vectors"],
  embedder: Embedder,
  referenceEncoder: Pick<SentenceEncoder, "encode">,
): Promise<Calibration | null> {
  const passages = spread(samples(articles, vectors, referenceEncoder), PASSAGES);
  const centreOf = (wanted: Language) =>
    meanOf(passages.filter(({ language }) => language === wanted).map(({ vector }) => vector));
  const centres = { zh: centreOf("zh"), en: centreOf("en") };
  const foreign: number[] = [];
  const known: number[] = [];
  for (const asked of spread(passages, QUESTIONS)) {
    const question = await embedder.embedQuery(asked.sentence);
    const knownQuestion = referenceEncoder.encode(asked.sentence);
    if (question === null || knownQuestion === null) continue;
    const common = { zh: dot(centres.zh, question), en: dot(centres.en, question) };
    for (const passage of passages.filter(({ article }) => article !== asked.article)) {
      foreign.push(dot(question, passage.vector) - common[passage.language]);
      known.push(dot(knownQuestion, passage.known));
    }
  }
  const [from, to] = [distribution(foreign), distribution(known)];
  if (foreign.length < LEAST_PAIRS || from.spread === 0) return null;
  const scale = to.spread / from.spread;
  return { centres: { zh: rounded(centres.zh), en: rounded(centres.en) }, scale, shift: to.mean - scale * from.mean };
}

function samples(
  articles: readonly IndexedArticle[],
  vectors: Embedded["vectors"],
  referenceEncoder: Pick<SentenceEncoder, "encode">,
): Sample[] {
  const vectorOf = new Map(vectors.map(({ id, vector }) => [id, vector]));
  const all = articles.flatMap(({ article, passages }) => passages.map(({ passage }) => ({ article, passage })));
  return spread(all, 2 * PASSAGES).flatMap(({ article, passage }) => {
    const vector = vectorOf.get(passage.id);
    const known = referenceEncoder.encode(embeddedText(article, passage));
    const sentence = passage.sentences[0]?.text;
    if (vector === undefined || known === null || sentence === undefined) return [];
    return [{ article: article.id, language: languageOf(passage.text), sentence, vector, known }];
  });
}

/** At most `count` of the items, evenly from first to last. */
function spread<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, items.length / count);
  return Array.from({ length: Math.min(count, items.length) }, (_, i) => items[Math.floor(i * step)] as T);
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors)
    for (const [i, value] of vector.entries()) mean[i] = (mean[i] ?? 0) + value / vectors.length;
  return mean;
}

function rounded(vector: Float32Array): number[] {
  return Array.from(vector, (value) => Number(value.toFixed(5)));
}

function distribution(values: readonly number[]): { readonly mean: number; readonly spread: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, spread: Math.sqrt(variance) };
}
