import type { FootnoteDefinition, PhrasingContent } from "mdast";
import type { CitedSentence } from "../domain.ts";
import { dayOf, missingNotes } from "./article-facts.ts";
import { emphasis, link, paragraph, text } from "./markdown.ts";
import type { Say } from "./say.ts";

/** Numbers cited sentences from 1 in order of first use; one that is cited again keeps its number. */
export class Footnotes {
  readonly #numbers = new Map<string, string>();
  readonly #definitions: FootnoteDefinition[] = [];

  /** The references to stand behind a claim. */
  refer(sentences: readonly CitedSentence[], say: Say): PhrasingContent[] {
    const labels = new Set(sentences.map((sentence) => this.#labelOf(sentence, say)));
    return [...labels].map((label) => ({ type: "footnoteReference", identifier: label, label }));
  }

  definitions(): readonly FootnoteDefinition[] {
    return this.#definitions;
  }

  #labelOf(sentence: CitedSentence, say: Say): string {
    const key = JSON.stringify(sentence);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const label = String(this.#definitions.length + 1);
    this.#numbers.set(key, label);
    this.#definitions.push({
      type: "footnoteDefinition",
      identifier: label,
      label,
      children: [{ type: "blockquote", children: [paragraph(...sourceLine(sentence, say))] }],
    });
    return label;
  }
}

/** `sentence — title, account, date, link`, and what of the article was not read. */
function sourceLine({ text: sentence, article }: CitedSentence, say: Say): PhrasingContent[] {
  const separator = say("footnote-separator");
  const day = dayOf(article, say);
  const facts = [article.title, article.author, day].filter((fact) => fact !== null).join(separator);
  const missing = missingNotes(article, say);
  return [
    text(`${sentence} — ${facts}`),
    ...link(separator, article.url),
    ...(missing === "" ? [] : [text(" "), emphasis(say("in-brackets", { what: missing }))]),
  ];
}
