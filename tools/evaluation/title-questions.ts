import path from "node:path";
import { loadCorpus } from "../../src/articles/load.ts";
import { wordSegmentsOf } from "../../src/text/segments.ts";
import { createRandom } from "./bootstrap.ts";
import type { Dataset, DatasetQuestion } from "./dataset.ts";
import { fold } from "./fold.ts";

const SHORTEST_TITLE_WORDS = 4;

/**
 * A set made of the articles themselves: every title that only one article (and its reposts) has, its words in another
 * order, as a question whose answer is that article. Seeded, so that two runs ask the same.
 * @throws AppError corpus
 */
export async function titleDataset(articlesDir: string): Promise<Dataset> {
  const loaded = await loadCorpus(articlesDir);
  const articles = loaded.articles.map(({ article }) => article);
  const random = createRandom();
  const byTitle = Map.groupBy(articles, ({ title }) => fold(title));
  const questions = [...byTitle.values()].flatMap((sharing) => {
    const [article] = sharing;
    const groups = new Set(sharing.map(({ id, repostOf }) => repostOf ?? id));
    const words = article === undefined ? [] : wordsOf(article.title);
    if (article === undefined || groups.size > 1 || words.length < SHORTEST_TITLE_WORDS) return [];
    return [questionOf(article.sourcePath, shuffled(words, random).join(" "))];
  });
  return {
    name: `titles of ${path.basename(path.resolve(articlesDir))}`,
    articlesDir,
    beside: null,
    files: articles.map(({ sourcePath }) => sourcePath),
    hash: loaded.corpusHash,
    questions,
    warnings: [],
  };
}

function wordsOf(title: string): string[] {
  return wordSegmentsOf(title).map(({ segment }) => segment);
}

/** Fisher and Yates. */
function shuffled(words: readonly string[], random: () => number): string[] {
  const out = [...words];
  for (let last = out.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [out[last], out[other]] = [out[other] ?? "", out[last] ?? ""];
  }
  return out;
}

function questionOf(sourcePath: string, text: string): DatasetQuestion {
  return {
    id: sourcePath,
    text,
    kind: "title",
    answerable: true,
    answers: [],
    goldFiles: [sourcePath],
    evidence: [],
    quotes: [],
    asOf: null,
    followUpOf: null,
  };
}
