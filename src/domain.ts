/** The nouns of Footnote, readable top to bottom. Plain values; nothing here knows a vendor, a disk or a clock. */

export type ArticleId = string & { readonly brand: "ArticleId" };
export type PassageId = string & { readonly brand: "PassageId" };
export type Language = "zh" | "en";

/** Half-open range of UTF-16 offsets into an article's cleaned body. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What of the original is known to be absent from the body, so that no answer speaks as if it had read it. */
export interface MissingContent {
  readonly paywall: boolean;
  /** Pictures in the text; none of them is read. */
  readonly picturesUnread: number;
}

export interface Article {
  readonly id: ArticleId;
  readonly title: string;
  /** Account or author as the file names it. */
  readonly author: string | null;
  /** ISO 8601: a day (`2024-05-11`) or a minute with its zone (`2024-05-11T21:07+08:00`). */
  readonly publishedAt: string | null;
  readonly url: string | null;
  readonly language: Language;
  /** Cleaned text: paragraphs parted by an empty line, headings as `## text`, list items as `- text`. */
  readonly body: string;
  /** Relative to the corpus folder, with forward slashes. */
  readonly sourcePath: string;
  readonly missing: MissingContent;
  /** The earliest article of which this one is a near-word-for-word copy. */
  readonly repostOf: ArticleId | null;
}

export interface Sentence {
  /** From 0 within its passage. */
  readonly ordinal: number;
  readonly span: Span;
  readonly text: string;
}

export interface Passage {
  readonly id: PassageId;
  readonly articleId: ArticleId;
  /** From 0 within its article. */
  readonly ordinal: number;
  readonly heading: string | null;
  /** Of its own text, which may differ from the article's. */
  readonly language: Language;
  readonly span: Span;
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

/** An article as lists and sources show it, without its body. */
export type ArticleCard = Omit<Article, "body"> & {
  /** Copies of it among the articles; absent where they were not counted. */
  readonly reposts?: number;
};

export interface DateRange {
  /** Days of publication, inclusive, `YYYY-MM-DD`. */
  readonly from: string | null;
  readonly to: string | null;
  /** `filter` leaves others out before ranking; `prefer` only ranks those inside higher. */
  readonly mode: "filter" | "prefer";
}

export interface Question {
  readonly text: string;
  readonly language: Language;
  /** The day that words like "last week" count from, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Only these articles; null means all. */
  readonly scope: readonly ArticleId[] | null;
  readonly range: DateRange | null;
  /** `newest`: newer articles rank higher, since "latest" or "now" was asked for. */
  readonly order?: "newest" | null;
  /** Earlier turns of the conversation, oldest first. */
  readonly history: readonly Turn[];
  /** The person said that it is about the latest of these, by replying to it. */
  readonly continues?: boolean;
}

export const INTENTS = ["question", "small-talk", "help", "change", "collection", "summary", "two-questions"] as const;
export type Intent = (typeof INTENTS)[number];

export type SmallTalk = "greeting" | "thanks" | "nod";

/** What is wanted of the answer before: shorter, longer, in another language or form, or more on one of its points (from 1; the last is -1). */
export type Change =
  | { readonly kind: "shorter" | "longer" | "simpler" | "table" | "list" | "again" }
  | { readonly kind: "translate"; readonly to: Language | "other" }
  | { readonly kind: "expand"; readonly point: number };

/** Which articles a message limits itself to; where all is empty, none are left out. */
export interface Scope {
  /** As the articles name them. */
  readonly accounts: readonly string[];
  /** Folders of the files' paths, without a slash at their ends. */
  readonly folders: readonly string[];
  /** Title of one article: as it was written in 《》, or of the one that "this article" means. */
  readonly title: string | null;
  /** Each must stand in the article, and none of `without` may. */
  readonly words: readonly string[];
  readonly without: readonly string[];
}

/** What is asked about the articles as a collection; answered from the store, never by search. */
export interface CollectionQuery {
  readonly ask: (typeof COLLECTION_ASKS)[number];
  /** How many are wanted, of newest and oldest. */
  readonly limit: number | null;
  /** Words or names that the articles must hold, as whole words. */
  readonly mentions: readonly string[];
}
export const COLLECTION_ASKS = ["count", "list", "newest", "oldest", "accounts", "by-month", "by-account"] as const;

/** What a person's message was read as, by rules or by a model. */
export interface Reading {
  readonly intent: Intent;
  /** What is to be searched for, without operators; several where two questions were asked. */
  readonly texts: readonly string[];
  readonly language: Language;
  /** The day that relative dates count from. */
  readonly asOf: string;
  readonly range: DateRange | null;
  readonly order: "newest" | null;
  readonly scope: Scope;
  /** "这篇里", "this article": the one that the turn before was answered from. */
  readonly ofThisArticle: boolean;
  /** Of `collection`. */
  readonly collection: CollectionQuery | null;
  /** Of `change`. */
  readonly change: Change | null;
  /** Of `small-talk`. */
  readonly smallTalk: SmallTalk | null;
}

/** What of a reading a person took back with a button. */
export type Ignored = "range" | "scope";

/** How the articles were limited for an answer, to be told with it. */
export interface Understanding {
  /** The days that were read, with the articles of those days; `used` is false when there were none, and all days were searched. */
  readonly range: (DateRange & { readonly articles: number; readonly used: boolean }) | null;
  readonly scope: Scope | null;
  /** No article fits the scope, so all were searched. */
  readonly isScopeEmpty: boolean;
  /** Told where "recent" days hold nothing, or lie long before today. */
  readonly newest: string | null;
}

/** A name with how many articles have it. */
export interface Counted {
  readonly name: string;
  readonly articles: number;
}

/** A page of the answer to a question about the collection: articles, or names with their counts. */
export interface CollectionPage {
  readonly query: CollectionQuery;
  readonly understood: Understanding;
  /** All articles that fit. */
  readonly articles: number;
  readonly shown:
    | (PageOf<ArticleCard> & { readonly kind: "cards" })
    | (PageOf<Counted> & { readonly kind: "counts"; readonly names: number });
}

export interface Turn {
  readonly question: string;
  readonly answer: string;
  /** The question with what it left unsaid. */
  readonly read: string;
  /** What was shown, with its sources; empty where nothing was found. */
  readonly claims: readonly Claim[];
}

/** That a question was read as one more about the turn before. */
export interface Follows {
  /** What that turn was about, in few words. */
  readonly subject: string;
  /** The question with what it left unsaid. */
  readonly read: string;
}

export interface RetrievedPassage {
  readonly passage: Passage;
  readonly article: ArticleCard;
  /** Fused score; comparable within one question only. */
  readonly score: number;
  /** Share of the question's weighted words that the passage, its article and its title hold, 0-1; rank from 1, null when no word matched. */
  readonly lexical: {
    readonly share: number;
    readonly rank: number | null;
    readonly article: number;
    readonly title: number;
  };
  /** Cosines of the question with the passage and with its best sentence, -1..1; rank from 1 by passage cosine. */
  readonly dense: { readonly passage: number; readonly sentence: number; readonly rank: number | null };
  /** Words of the question that stand in the passage. */
  readonly matchedTerms: readonly string[];
}

export interface RankedSentence {
  readonly found: RetrievedPassage;
  readonly sentence: Sentence;
  /** Comparable within one question only. */
  readonly score: number;
}

export interface Retrieval {
  readonly passages: readonly RetrievedPassage[];
  /** Of the best passages, best first. */
  readonly sentences: readonly RankedSentence[];
  /** How likely it is that the answer stands in these passages, 0-1. */
  readonly evidence: number;
  /** Names of the question that stand in no article. */
  readonly unknownNames: readonly string[];
  readonly searched: Searched;
  /** Absent where the question was taken as it stands. */
  readonly follows?: Follows | undefined;
}

/** What was looked through, to be told when nothing was found. */
export interface Searched {
  readonly articles: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** What stands around a sentence. */
export interface SentenceContext {
  /** The neighbouring sentences of the passage; empty at its ends. */
  readonly before: string;
  readonly after: string;
  readonly heading: string | null;
  /** How far into the article it stands, 0-100. */
  readonly percent: number;
}

export interface Citation {
  readonly article: ArticleCard;
  readonly passageId: PassageId;
  readonly sentence: Sentence;
}

/** The time, amount, person or place that a question asks for, word for word as the cited sentence has it. */
export interface DirectSpan {
  readonly text: string;
  readonly citation: Citation;
}

/**
 * What a reader may take a claim for. `verbatim`: it is the sentence; `matches`: what rules can prove holds and its wording is
 * near, nobody read it for meaning; `checked`: that, and a judge that passed its exam says the sentences bear it out; `compare`:
 * what rules can prove holds, the rest is unclear, so that its sentence stands below it; `sentence`: a claim was refuted, and
 * this is the sentence that it cited, in its place.
 */
export const MARKS = ["verbatim", "checked", "matches", "compare", "sentence"] as const;
export type Mark = (typeof MARKS)[number];

export interface Claim {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly mark: Mark;
  readonly startsParagraph?: boolean;
  /** Of `sentence`: the claim that was refuted. */
  readonly inPlaceOf?: DroppedClaim;
}

/**
 * Why a claim of the model was not shown: `unit` is the number of something else; `misplaced-*` stands in the sentence, but
 * next to other words; `negation` was lost or added; `plan` is told as done; `opposite` says a fall for a rise,
 * `overstated` all for some; `judged` was refused by the judge, where one is asked.
 */
export type DropReason =
  | "no-citation"
  | "unknown-key"
  | "figure"
  | "unit"
  | "date"
  | "misplaced-figure"
  | "link"
  | "name"
  | "negation"
  | "hedge"
  | "plan"
  | "opposite"
  | "overstated"
  | "unsupported"
  | "judged";

export interface DroppedClaim {
  readonly text: string;
  readonly reason: DropReason;
}

export interface Tokens {
  readonly promptTokens: number;
  readonly completionTokens: number;
}

/** Of all calls together, as far as the server told; null of a model that was not asked. */
export interface Usage {
  readonly chat: Tokens | null;
  readonly judge: Tokens | null;
  /** Of the judge's exam. */
  readonly exam?: Tokens;
}

/** How a call of the judge ended: `slow` went past its time-out, `unreadable` left out claims or said nothing of use. */
export type JudgeEnding = "answered" | "failed" | "slow" | "unreadable";

/** What became of the claims that a judge was to read; what it refused is among the dropped, or a sentence stands there. */
export interface Judging {
  /** The judge's name. */
  readonly by: string;
  readonly calls: readonly JudgeEnding[];
  /** Claims that are shown though it could not tell, or did not. */
  readonly unsure: number;
}

/** How a judge did in the exam that it has to pass before its word counts. */
export interface ExamResult {
  readonly asked: number;
  readonly right: number;
  /** Mean of the shares of true and of false claims that it judged rightly, 0-1. */
  readonly balancedAccuracy: number;
  readonly passed: boolean;
  readonly rows: readonly ExamRow[];
}

/** True claims, or lies of one kind, in one language or across. */
export interface ExamRow {
  readonly kind: string;
  readonly lang: string;
  readonly asked: number;
  readonly right: number;
}

/**
 * Why a chat model that is set gave no answer. `answer`: its server refused the request; `context`: the request is longer than it
 * reads; `length`: the limit of its tokens ended the reply first; `filtered`: a filter held it back; `unusable`: it said nothing that can be read.
 */
export const MODEL_FAILURES = [
  "model-auth",
  "model-missing",
  "model-credit",
  "model-rate-limit",
  "model-unreachable",
  "model-cut",
  "model-answer",
  "model-context",
  "model-length",
  "model-filtered",
  "model-unusable",
] as const;
export type ModelFailure = (typeof MODEL_FAILURES)[number];

/** The last three are of a change to an answer: it takes a model that is not there, the answer has fewer points, or it is neither Chinese nor English. */
export type AbstainReason =
  | "nothing-found"
  | "weak-evidence"
  | "no-claim-left"
  | "model-abstained"
  | "needs-model"
  | "no-such-point"
  | "no-such-language";

/** What became of a model's claims where none is left. */
export interface Fallen {
  readonly dropped: readonly DroppedClaim[];
  readonly usage: Usage | null;
  readonly judging?: Judging | undefined;
}

/** `understood`: how the articles were limited for it; `timeline`: the values, where one was asked for. */
export type Answer = AnswerOfKind & { readonly understood?: Understanding; readonly timeline?: Timeline };

type AnswerOfKind =
  | {
      readonly kind: "answered";
      readonly language: Language;
      readonly claims: readonly Claim[];
      readonly dropped: readonly DroppedClaim[];
      /** Words of the question that no cited sentence bears, where the model says that something is missing. */
      readonly open: readonly string[];
      /** Whether the question asks for several things. */
      readonly layout: "text" | "list" | "table";
      /** How many of the claims failed at first and were repaired by the model. */
      readonly repaired: number;
      /** `cut`: the stream ended early and only what was checked until then is here. */
      readonly coverage: "complete" | "cut";
      readonly searched: Searched;
      readonly follows?: Follows | undefined;
      readonly usage: Usage | null;
      /** Absent where no judge was asked. */
      readonly judging?: Judging | undefined;
    }
  | {
      readonly kind: "closest";
      readonly language: Language;
      /** Sentences of the articles, verbatim, best first. */
      readonly claims: readonly Claim[];
      /** `likely`: strong evidence that the answer is among them; `related`: they are merely the nearest. */
      readonly strength: "likely" | "related";
      readonly direct: DirectSpan | null;
      /** Set where a model was to write the answer and failed. */
      readonly failure: ModelFailure | null;
      /** Set where it wrote claims and none of them can be shown. */
      readonly fallen?: Fallen | undefined;
      readonly unknownNames: readonly string[];
      readonly searched: Searched;
      readonly follows?: Follows | undefined;
    }
  | {
      readonly kind: "abstained";
      readonly language: Language;
      readonly reason: AbstainReason;
      readonly dropped: readonly DroppedClaim[];
      readonly unknownNames: readonly string[];
      readonly searched: Searched;
      readonly follows?: Follows | undefined;
      /** Articles that come nearest, not sources. */
      readonly nearest: readonly ArticleCard[];
      readonly usage: Usage | null;
      readonly judging?: Judging | undefined;
    };

export interface Summary {
  readonly article: ArticleCard;
  readonly language: Language;
  /** `written` by a chat model from cited sentences, or `extracted`: the article's own sentences. */
  readonly kind: "written" | "extracted";
  /** Passages that were read, of all that the article has. */
  readonly coverage?: { readonly read: number; readonly of: number };
  readonly claims: readonly Claim[];
  readonly dropped: readonly DroppedClaim[];
  readonly repaired: number;
  readonly usage: Usage | null;
  readonly judging?: Judging | undefined;
}

/** One value of a timeline, with every article that gives it. */
export interface TimelineValue {
  /** `2024`, `2024-07` or `2024-07-12`: named in the text, else the day of publication. */
  readonly asOf: string;
  /** As it is written. */
  readonly text: string;
  readonly amount: number;
  readonly unit: string;
  /** Every source tells it as hearsay or as a plan. */
  readonly isRumour: boolean;
  readonly citations: readonly Citation[];
}

/** How one property of one thing changed, oldest first. */
export interface Timeline {
  readonly language: Language;
  readonly entity: string;
  readonly attribute: string;
  readonly values: readonly TimelineValue[];
}

/** What several articles say, one statement of each. */
export interface Overview {
  readonly language: Language;
  /** As it was asked. */
  readonly about: string;
  /** In the order of the articles' days. */
  readonly claims: readonly Claim[];
  /** How many articles were read, of how many that fit. */
  readonly read: number;
  readonly articles: number;
  readonly understood?: Understanding;
}

/** What stays known of an article where it was cited, also after it left the index. */
export type CitedArticle = Pick<ArticleCard, "title" | "author" | "publishedAt" | "url" | "sourcePath" | "missing">;

export interface CitedSentence {
  readonly text: string;
  readonly article: CitedArticle;
}

export interface KeptClaim {
  readonly text: string;
  /** null where the claim is the article's own sentence and was shown as a quote. */
  readonly mark: Mark | null;
  readonly startsParagraph?: boolean | undefined;
  readonly sentences: readonly CitedSentence[];
}

/** A reply as it was shown, whole in itself. */
export interface KeptReply {
  readonly kind: Answer["kind"] | "summary";
  readonly language: Language;
  /** As it was asked; of a summary, the title of its article. */
  readonly question: string;
  /** The one article that was asked; null when all were, and of a summary. */
  readonly only: CitedArticle | null;
  /** What stood above the claims; null where they came first. */
  readonly opening: string | null;
  readonly direct: KeptClaim | null;
  readonly layout: "text" | "list" | "table";
  readonly claims: readonly KeptClaim[];
  /** What the reply said of itself: how it was verified, what was dropped, stays open, was searched. */
  readonly notes: readonly string[];
  /** Articles that came nearest, not sources. */
  readonly nearest: readonly CitedArticle[];
}

export interface StoredReply {
  readonly id: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly reply: KeptReply;
}

/** What may be wrong with an answer, and with "not found". */
export const VOTE_REASONS = ["wrong", "misread", "incomplete", "missed", "uncollected"] as const;
export type VoteReason = (typeof VOTE_REASONS)[number];

export type Vote = { readonly kind: "up" } | { readonly kind: "down"; readonly reason: VoteReason | null };

/** Every way in which a question, a summary, a claim or a call of the judge can end; each is counted. */
export type OutcomeName =
  | "answered"
  | "answered-cut"
  | `closest-${"likely" | "related"}`
  | `abstained-${AbstainReason}`
  | "stopped"
  | "error"
  | `failure-${ModelFailure}`
  | "all-refuted"
  | `mark-${Mark}`
  | "repaired"
  | `dropped-${DropReason}`
  | `judge-${JudgeEnding | "unsure"}`
  | `summary-${"written" | "extracted" | "failed"}`;

/** What answers and summaries cost, in tokens read and written. */
export type TokenName = `tokens-${keyof Usage}-${"read" | "written"}`;

/** A text with the ranges of it, in order and apart from one another, that were looked for. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Span[];
}

/** One page of a list, numbered from 0; asked for one past the end, the last. */
export interface PageOf<T> {
  readonly page: number;
  /** At least 1. */
  readonly pages: number;
  /** Place of the page's first row in the whole list, from 1. */
  readonly first: number;
  readonly rows: readonly T[];
}

/** Articles newest first: `all`, or those whose title or account holds the words; else `similar` titles, closest first. */
export interface ArticlePage extends PageOf<ArticleCard> {
  readonly kind: "all" | "holding" | "similar";
  readonly articles: number;
}

/** An article that holds the words, with some of the places. */
export interface FoundArticle {
  readonly article: ArticleCard;
  readonly title: MarkedText;
  /** Places in title and body. */
  readonly places: number;
  readonly snippets: readonly MarkedText[];
}

/** Every article that holds all of the words, newest first. */
export interface FoundPage extends PageOf<FoundArticle> {
  /** All that were looked through. */
  readonly searched: number;
  /** How many words were asked for. */
  readonly words: number;
  readonly articles: number;
  /** In all of them. */
  readonly places: number;
}

/** Every place in one article, in its order; neighbouring places share a snippet. */
export interface PlacesPage extends PageOf<MarkedText> {
  readonly article: ArticleCard;
  readonly title: MarkedText;
  readonly places: number;
}
