import { loadCorpus } from "../../../src/articles/load.ts";
import { type PassageSize, splitPassages } from "../../../src/articles/split.ts";
import type { Article, Passage } from "../../../src/domain.ts";
import type { BuildOptions } from "../../../src/indexing/build-index.ts";

export type IndexRecipe = Pick<BuildOptions, "load" | "split">;

/** Other ways to make the index; sizes are in Chinese characters' worth of text. */
export const INDEXES: Readonly<Record<string, IndexRecipe>> = {
  "without cleaning": { load: (folder, options) => loadCorpus(folder, { ...options, cleaning: "off" }) },
  "without titles": { load: withoutTitles },
  "passages of 160": sized({ least: 60, target: 160, most: 250 }),
  "passages of 240": sized({ least: 90, target: 240, most: 375 }),
  "passages of 480": sized({ least: 180, target: 480, most: 750 }),
  "passages of 800": sized({ least: 300, target: 800, most: 1250 }),
  "overlapping by a sentence": { split: (article) => overlapping(splitPassages(article), article) },
};

function sized(size: PassageSize): IndexRecipe {
  return { split: (article) => splitPassages(article, size) };
}

async function withoutTitles(...[folder, options]: Parameters<typeof loadCorpus>): ReturnType<typeof loadCorpus> {
  const corpus = await loadCorpus(folder, options);
  return {
    ...corpus,
    articles: corpus.articles.map((one) => ({ ...one, article: { ...one.article, title: "" } })),
  };
}

/** Each passage begins with the last sentence of the one before it. */
function overlapping(passages: readonly Passage[], { body }: Article): Passage[] {
  return passages.map((passage, index) => {
    const before = passages[index - 1]?.sentences.at(-1);
    if (before === undefined) return passage;
    const span = { start: before.span.start, end: passage.span.end };
    const sentences = [before, ...passage.sentences].map((sentence, ordinal) => ({ ...sentence, ordinal }));
    return { ...passage, span, text: body.slice(span.start, span.end), sentences };
  });
}
