import type { Article, Language, Passage } from "../domain.ts";
import { datesIn } from "../language/dates.ts";
import { figuresIn } from "../language/figures.ts";
import { distinctTerms, terms } from "../text/terms.ts";
import { askedHowMany, askedWhen, GAP } from "./chinese-question.ts";

const ASKS: Readonly<Record<Language, RegExp>> = {
  zh: /^(?:谁|哪|何时|何处|什么是)|为什么|为何|如何|怎样|怎么|是什么|什么样|多少/,
  en: /^(?:(?:why|how|what|who|where|when|which)\s+(?:much|many|long|far|is|are|was|were|do|does|did|can|could|should|would|will|has|have|had)|is|are|was|were|does|do|did|can|could|should|will)\b/i,
};
/** "Why the lamp was moved": the matter of a question, in English not one yet. */
const CLAUSE = /^(?:why|how|what|who|where|when|which)\b/i;
const LEAST_CHARS: Readonly<Record<Language, number>> = { zh: 6, en: 15 };
const CLAUSE_CHARS: Readonly<Record<Language, { readonly least: number; readonly most: number }>> = {
  zh: { least: 10, most: 45 },
  en: { least: 30, most: 110 },
};
/** Code, addresses, and clauses that were cut out of brackets or quotation marks. */
const NO_PROSE = /[“”"「」『』《》〈〉()（）[\]{}=;；<>/\\|@_#*`~?？]|\bwww\./;
/** Understood only with the sentence before. */
const LEANS_ON_OTHERS =
  /^(?:他|她|它|这|那|此|其|该|同时|而|但|因此|所以|然后|随后|后来|另外|并|也|还|又|于是|不过|我|你|咱|之前|以及|和|与|把|为|有|包括|例如|比如|据|由于|虽然|如果|当|…)|^(?:he|she|it|its|his|her|they|their|these?|those|this|that|there|then|but|and|so|also|however|later|we|our|i|you|such)\b/i;

/**
 * Questions made without a model, the best first: titles and headings that ask, then sentences whose date or figure is
 * left out, then headings that only name their matter.
 */
export function plainQuestions({ title, language, body }: Article, passages: readonly Passage[]): readonly string[] {
  const headings = [title, ...new Set(Array.from(body.matchAll(/^## (.+)$/gm), ([, heading = ""]) => heading.trim()))];
  const asking = headings.flatMap((heading) => asQuestion(heading, language) ?? []);
  const all = passages.flatMap((passage) => passage.sentences.map(({ text }) => text.replace(/\s+/g, " ").trim()));
  const sentences = byTitle(all, title);
  const dates = sentences.flatMap((text) => withoutDate(text, language) ?? []);
  const figures = sentences.flatMap((text) => withoutFigure(text, language) ?? []);
  const naming = headings.slice(1).map((heading) => aboutHeading(heading, language));
  return [...asking.slice(0, 2), ...inTurn(dates, figures), ...naming];
}

function asQuestion(heading: string, language: Language): string | null {
  const text = heading.replace(/(?<![\s?？])[\s?？]+$/u, "").trim();
  if (text.length < LEAST_CHARS[language] || text.length > CLAUSE_CHARS.en.most) return null;
  if (/[?？]$/.test(heading.trimEnd()) || ASKS[language].test(text))
    return language === "zh" ? `${text}？` : `${text}?`;
  if (language === "zh" || !CLAUSE.test(text)) return null;
  return `What does the article say about ${text.charAt(0).toLowerCase()}${text.slice(1)}?`;
}

/** What one can always ask of an article. */
export function aboutAll({ title, language }: Article): string {
  return language === "zh" ? `《${title}》讲了什么？` : `What is “${title}” about?`;
}

function aboutHeading(heading: string, language: Language): string {
  return language === "zh" ? `关于“${heading}”，文章怎么说？` : `What does the article say about “${heading}”?`;
}

function withoutDate(sentence: string, language: Language): string | null {
  const dates = datesAligned(sentence).filter(
    ({ relative, year, month }) => !relative && (year ?? month) !== undefined,
  );
  const [date] = dates;
  const clause = date === undefined ? null : clauseWithout(sentence, date, language);
  if (clause === null) return null;
  return language === "zh"
    ? standingAlone(askedWhen(clause, sentence.slice(date?.start, date?.end)))
    : `“${clause}”: when was that?`;
}

function withoutFigure(sentence: string, language: Language): string | null {
  if (!isAligned(sentence)) return null;
  const figures = figuresIn(sentence.normalize("NFKC"), datesAligned(sentence)).filter(
    ({ weight, unit }) => weight === "strict" && unit !== null,
  );
  const [figure] = figures;
  const clause = figure === undefined ? null : clauseWithout(sentence, figure, language);
  if (clause === null) return null;
  if (language === "en") return `“${clause}”: what is the figure?`;
  return standingAlone(askedHowMany(clause, sentence.slice(figure?.start, figure?.end)));
}

/** What was part of a sentence has to be understood without it. */
function standingAlone(question: string | null): string | null {
  return question === null || LEANS_ON_OTHERS.test(question) ? null : question;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** The clause around a value, which is left out; null when it cannot stand for itself. */
function clauseWithout(sentence: string, { start, end }: Place, language: Language): string | null {
  const { least, most } = CLAUSE_CHARS[language];
  const isEdge = (sign: string | undefined) => sign !== undefined && /[，；：,;:。！？!?]/.test(sign);
  let from = 0;
  let to = sentence.replace(/(?<![。！？.!?”"」』])[。！？.!?”"」』]+$/u, "").length;
  if (to - from > most) {
    from = start;
    while (from > 0 && !(isEdge(sentence[from - 1]) && start - from >= 6)) from -= 1;
    let edge = end;
    while (edge < to && !(isEdge(sentence[edge]) && edge - from >= least)) edge += 1;
    to = edge;
  }
  const clause = `${sentence.slice(from, start)}${GAP}${sentence.slice(end, to)}`
    .trim()
    .replace(/(?<![\s—–-])[\s—–-]+$/u, "");
  const fits = clause.length >= least && clause.length <= most && end <= to;
  return fits && !LEANS_ON_OTHERS.test(clause) && !NO_PROSE.test(clause) ? clause : null;
}

/** Both readers give places in the NFKC text: they hold for the text itself where no sign grows or shrinks. */
const isAligned = (text: string): boolean => text.normalize("NFKC").length === text.length;

const datesAligned = (text: string) => (isAligned(text) ? datesIn(text.normalize("NFKC")) : []);

/** Sentences that speak of the title's matter first. */
function byTitle(sentences: readonly string[], title: string): readonly string[] {
  const wanted = new Set(terms(title));
  const shared = (text: string) => distinctTerms(text).filter((term) => wanted.has(term)).length;
  return sentences
    .map((text) => ({ text, shared: shared(text) }))
    .sort((one, other) => other.shared - one.shared)
    .map(({ text }) => text);
}

function inTurn<T>(left: readonly T[], right: readonly T[]): T[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => [left[index], right[index]])
    .flat()
    .filter((item) => item !== undefined);
}
