import type { PassageId, SentenceContext } from "../domain.ts";
import type { PassageStore } from "../ports.ts";

/** What stands around a sentence; null when that passage no longer holds it there. */
export function around(id: PassageId, ordinal: number, text: string, store: PassageStore): SentenceContext | null {
  const [passage] = store.passages([id]);
  const article = passage === undefined ? null : store.article(passage.articleId);
  if (passage === undefined || article === null) return null;
  const at = passage.sentences.findIndex((sentence) => sentence.ordinal === ordinal && sentence.text === text);
  const sentence = passage.sentences[at];
  if (sentence === undefined) return null;
  return {
    before: passage.sentences[at - 1]?.text ?? "",
    after: passage.sentences[at + 1]?.text ?? "",
    heading: passage.heading,
    percent: Math.round((100 * sentence.span.start) / Math.max(1, article.body.length)),
  };
}
