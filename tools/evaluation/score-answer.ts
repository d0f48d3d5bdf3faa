import {
  type Answer,
  type ArticleId,
  type Citation,
  type Claim,
  MARKS,
  type Mark,
  type Span,
} from "../../src/domain.ts";
import { containsGold, createQuoteFinder, overlapsHalf, tokenF1 } from "./matching.ts";
import type { AnswerScores } from "./measures.ts";

/** What the answer of one question is held against. */
export interface AnswerGold {
  /** Empty where there is no answer, or none is given. */
  readonly answers: readonly string[];
  readonly quotes: readonly string[];
  /** Whether an article is among the gold ones, or a repost of one; null where the set names none. */
  readonly isGold: ((id: ArticleId) => boolean) | null;
  /** Where a quote stands in the body of an article; null when it does not. */
  readonly find: (id: ArticleId, quote: string) => Span | null;
}

/** null: nothing to measure it on. An abstention shows nothing and so contains nothing. */
export function scoreAnswer(answer: Answer, gold: AnswerGold): AnswerScores {
  const claims = claimsOf(answer);
  const contains = (sentences: number) =>
    gold.answers.length === 0 ? null : flag(containsGold(textOf(claims.slice(0, sentences)), gold.answers));
  return {
    answered: flag(answer.kind === "answered"),
    closest: flag(answer.kind === "closest"),
    abstained: flag(answer.kind === "abstained"),
    "containsGold@1": contains(1),
    "containsGold@3": contains(3),
    containsGold: contains(claims.length),
    ...directScores(answer, gold),
    ...citedScores(claims, gold),
    evidenceShown: gold.quotes.length === 0 ? null : flag(citationsOf(claims).some((cited) => showsQuote(cited, gold))),
    f1: gold.answers.length === 0 ? null : tokenF1(textOf(claims), gold.answers),
    meanChars: answer.kind === "abstained" ? null : textOf(claims).length,
  };
}

/** Of questions with an answer: whether a span was put first, and of those whether it is the gold or a part of it. */
function directScores(answer: Answer, { answers }: AnswerGold): Pick<AnswerScores, "directShown" | "directRight"> {
  if (answer.kind !== "closest" || answers.length === 0) return { directShown: null, directRight: null };
  const span = answer.direct?.text;
  if (span === undefined) return { directShown: 0, directRight: null };
  const right = containsGold(span, answers) || answers.some((gold) => containsGold(gold, [span]));
  return { directShown: 1, directRight: flag(right) };
}

/** Whether a gold article is the first that is cited, and whether it is among the sources at all. */
function citedScores(
  claims: readonly Claim[],
  { isGold }: AnswerGold,
): Pick<AnswerScores, "goldCited@1" | "goldCited"> {
  if (isGold === null) return { "goldCited@1": null, goldCited: null };
  const cited = citationsOf(claims).map(({ article }) => isGold(article.id));
  return { "goldCited@1": flag(cited[0] === true), goldCited: flag(cited.includes(true)) };
}

export interface CitationCounts {
  readonly shown: number;
  /** Claims that cited a key no passage of the request had; none of them was shown. */
  readonly unknownKeys: number;
  /** Of those that occurred. */
  readonly marks: Readonly<Partial<Record<Mark, number>>>;
}

export function countCitations(answers: readonly Answer[]): CitationCounts {
  const claims = answers.flatMap(claimsOf);
  const marks = MARKS.map((mark) => [mark, claims.filter((claim) => claim.mark === mark).length] as const).filter(
    ([, count]) => count > 0,
  );
  return {
    shown: citationsOf(claims).length,
    unknownKeys: answers.flatMap(droppedOf).filter(({ reason }) => reason === "unknown-key").length,
    marks: Object.fromEntries(marks),
  };
}

/** The sentences shown, in their order. */
export function claimsOf(answer: Answer): readonly Claim[] {
  return answer.kind === "abstained" ? [] : answer.claims;
}

/** What a reader saw, for the next turn and for the measures. */
export function textOf(claims: readonly Claim[]): string {
  return claims.map((claim) => claim.text).join("\n");
}

/** Finds quotes in bodies, each body folded once. */
export function createBodyFinder(bodyOf: (id: ArticleId) => string | null): AnswerGold["find"] {
  const finders = new Map<ArticleId, (quote: string) => Span | null>();
  return (id, quote) => {
    const known = finders.get(id);
    if (known !== undefined) return known(quote);
    const body = bodyOf(id);
    const finder = body === null ? () => null : createQuoteFinder(body);
    finders.set(id, finder);
    return finder(quote);
  };
}

const flag = (holds: boolean): number => (holds ? 1 : 0);

const citationsOf = (claims: readonly Claim[]): Citation[] => claims.flatMap((claim) => claim.citations);

const droppedOf = (answer: Answer) => (answer.kind === "closest" ? [] : answer.dropped);

/** The quote is sought in the article that is cited, so that a repost shows it as well. */
function showsQuote({ article, sentence }: Citation, { quotes, find }: AnswerGold): boolean {
  return quotes.some((quote) => {
    const span = find(article.id, quote);
    return span !== null && overlapsHalf(span, sentence.span);
  });
}
