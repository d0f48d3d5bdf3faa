import type { Citation, PassageId, RetrievedPassage } from "../domain.ts";
import { type Analysed, analyse } from "../language/analysed.ts";
import type { SentenceEncoder } from "../ports.ts";
import { type OtherNames, otherNames } from "./name-pairs.ts";
import { type ReadText, readText, withoutPeriods } from "./read-text.ts";

/** What the check may look at besides a claim and its sentences. Made once a request, so that each text is read once. */
export interface CheckContext {
  readonly question: ReadText;
  readonly passages: ReadonlyMap<PassageId, RetrievedPassage>;
  /** All that was shown to the model (NFKC): a name of none of it is invented. */
  readonly shown: string;
  readonly otherNames: OtherNames;
  readonly read: (text: string) => ReadText;
  /** Dates and figures alone, for what only surrounds a sentence. */
  readonly glance: (text: string) => Analysed;
}

export function checkContext(
  passages: readonly RetrievedPassage[],
  question: string,
  encoder: SentenceEncoder,
): CheckContext {
  const read = remembered((text) => readText(text, encoder));
  const shown = [
    question,
    ...passages.flatMap(({ passage, article }) => [article.title, passage.heading ?? "", passage.text]),
  ]
    .join("\n")
    .normalize("NFKC");
  return {
    question: read(question),
    passages: new Map(passages.map((found) => [found.passage.id, found])),
    shown: withoutPeriods(shown),
    otherNames: otherNames(shown),
    read,
    glance: remembered(analyse),
  };
}

function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const value = known.get(text) ?? make(text);
    known.set(text, value);
    return value;
  };
}

/** One cited sentence with what surrounds it. */
export interface Evidence {
  readonly citation: Citation;
  readonly sentence: ReadText;
  readonly title: ReadText;
  /** Sentences of its passage before it, nearest first, and those behind it. */
  readonly before: readonly Analysed[];
  readonly after: readonly Analysed[];
  readonly heading: ReadText | null;
  /** `YYYY-MM-DD` */
  readonly articleDay: string | null;
}

export function evidenceOf(citation: Citation, { passages, read, glance }: CheckContext): Evidence {
  const { article, sentence, passageId } = citation;
  const passage = passages.get(passageId)?.passage;
  const others = passage?.sentences ?? [];
  return {
    citation,
    sentence: read(sentence.text),
    title: read(article.title),
    before: others
      .filter(({ ordinal }) => ordinal < sentence.ordinal)
      .reverse()
      .map(({ text }) => glance(text)),
    after: others.filter(({ ordinal }) => ordinal > sentence.ordinal).map(({ text }) => glance(text)),
    heading: passage?.heading == null ? null : read(passage.heading),
    articleDay: article.publishedAt?.slice(0, 10) ?? null,
  };
}
