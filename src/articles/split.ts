import { createHash } from "node:crypto";
import type { Article, ArticleId, Passage, PassageId, Sentence, Span } from "../domain.ts";
import { splitSentences } from "./sentences.ts";

export const SPLITTER_VERSION = "1";
/** In Chinese characters; a Latin letter counts less, so that both languages get passages of like content. */
const LONGEST = 450;
const LONG_ENOUGH = 250;
const LATIN_WIDTH = 0.45;

interface Line {
  readonly span: Span;
  readonly heading: string | null;
  readonly sentences: readonly Span[];
  readonly width: number;
}

interface OpenPassage {
  start: number;
  heading: string | null;
  sentences: Span[];
  width: number;
}

/**
 * Passages of whole sentences, up to about 450 Chinese or 1,000 Latin characters, ending at a paragraph or heading where
 * one is near. Every character of the body that is not blank lies in exactly one; headings lie in the span of the
 * passage below them but are not sentences.
 */
export function splitPassages(article: Article): Passage[] {
  const passages: Passage[] = [];
  let open: OpenPassage | null = null;
  let heading: string | null = null;
  let pendingStart: number | null = null;
  const close = () => {
    if (open !== null) passages.push(toPassage(article, open, passages.length));
    open = null;
  };
  for (const line of readLines(article.body)) {
    if (line.heading !== null) {
      close();
      heading = line.heading;
      pendingStart ??= line.span.start;
      continue;
    }
    if (open !== null && open.width >= LONG_ENOUGH && open.width + line.width > LONGEST) close();
    for (const sentence of line.sentences) {
      const width = widthOf(article.body.slice(sentence.start, sentence.end));
      if (open !== null && open.width > 0 && open.width + width > LONGEST) close();
      open ??= { start: pendingStart ?? sentence.start, heading, sentences: [], width: 0 };
      pendingStart = null;
      open.sentences.push(sentence);
      open.width += width;
    }
  }
  if (open === null && pendingStart !== null) open = { start: pendingStart, heading: null, sentences: splitSentences(article.body).filter((span) => span.start >= (pendingStart ?? 0)), width: 0 };
  close();
  return passages;
}

function readLines(body: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const text of body.split("\n")) {
    const heading = /^#{1,6} (.+)$/.exec(text)?.[1] ?? null;
    const sentences = heading === null ? splitSentences(text).map((span) => ({ start: span.start + start, end: span.end + start })) : [];
    if (text.trim() !== "") lines.push({ span: { start, end: start + text.length }, heading, sentences, width: widthOf(text) });
    start += text.length + 1;
  }
  return lines;
}

function widthOf(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han + (text.length - han) * LATIN_WIDTH;
}

function toPassage(article: Article, open: OpenPassage, ordinal: number): Passage {
  const span = { start: open.start, end: open.sentences.at(-1)?.end ?? open.start };
  const text = article.body.slice(span.start, span.end);
  const sentences = open.sentences.map((each, index): Sentence => ({ ordinal: index, span: each, text: article.body.slice(each.start, each.end) }));
  return { id: passageId(article.id, ordinal, text), articleId: article.id, ordinal, heading: open.heading, span, text, sentences };
}

function passageId(articleId: ArticleId, ordinal: number, text: string): PassageId {
  return createHash("sha256").update(`${articleId}\n${ordinal}\n${text}`).digest("hex").slice(0, 16) as PassageId;
}
