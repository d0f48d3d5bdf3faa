import type { Base, Maker, SourceArticle } from "../../../tools/evaluation/claims/claim.ts";
import { randomOf } from "../../../tools/evaluation/claims/random.ts";
import { anArticle, passagesOf } from "../../support/articles.ts";

/** An article of the given paragraphs, one passage each. */
export function aSource(
  paragraphs: readonly string[],
  title = "Title",
  publishedAt: string | null = "2024-06-03",
): SourceArticle {
  const body = paragraphs.join("\n");
  const language = /\p{Script=Han}/u.test(body) ? "zh" : "en";
  const article = anArticle({ id: title, title, publishedAt, language, body });
  const { body: _, ...card } = article;
  const passages = passagesOf(article);
  const places = passages.flatMap((passage) =>
    passage.sentences.map((sentence) => ({ article: card, passage, sentence })),
  );
  return { card, passages, places, text: body };
}

/** The claim of one sentence of an article. */
export function aBase(source: SourceArticle, index = 0): Base {
  const place = source.places[index];
  if (place === undefined) throw new Error(`no sentence ${index}`);
  const { title, publishedAt, language } = source.card;
  const context = [place.sentence.text, title, publishedAt ?? ""].join("\n");
  return { text: place.sentence.text.trim(), cited: [place], language, source, context };
}

/** All texts that a maker gives for a sentence over many draws; empty where it declines. */
export function allMade(make: Maker, text: string, rest: readonly string[] = []): string[] {
  const base = aBase(aSource([[text, ...rest].join("")]));
  const made = Array.from({ length: 60 }, (_, draw) => make(base, randomOf(`draw ${draw}`), [base.source])?.text);
  return [...new Set(made.filter((one) => one !== undefined))];
}
