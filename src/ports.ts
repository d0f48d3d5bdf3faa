/** The whole outside world on one screen. One adapter a vendor lives in adapters/; the pipeline knows only these. */

import type {
  Article,
  ArticleCard,
  ArticleId,
  DateRange,
  ExamResult,
  KeptReply,
  Language,
  OutcomeName,
  Passage,
  PassageId,
  StoredReply,
  Tokens,
  Turn,
  Usage,
  Vote,
} from "./domain.ts";

export interface Embedder {
  /** Names the model and its version; vectors of different fingerprints must never meet. */
  readonly fingerprint: string;
  readonly dimensions: number;
  /**
   * Unit vectors in the order of the texts; null where the text holds nothing the model knows (it has no direction).
   * @throws AppError model-*, embedding-dimensions
   */
  embedPassages(texts: readonly string[], signal?: AbortSignal): Promise<readonly (Float32Array | null)[]>;
  embedQuery(text: string, signal?: AbortSignal): Promise<Float32Array | null>;
}

/** Scores single sentences at question time: hundreds a question, so it must be local and synchronous. */
export interface SentenceEncoder {
  /** Unit vector; null where it knows no word of the text. */
  encode(text: string): Float32Array | null;
  /** How much a word says by itself: about 0.3 for "the" and 的, 1 to 2 for common words, 2 to 3 for names; 0 for unknown ones. */
  weigh(word: string): number;
}

export interface ChatMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  /** JSON schema of the reply; adapters fall back to plain text where the server has no structured output. */
  readonly schema: { readonly name: string; readonly body: Readonly<Record<string, unknown>> } | null;
  /** What the reply itself needs; the adapter may allow more, since many servers count what the model thinks as well. */
  readonly maxTokens: number;
  /** `more` where a reply was cut by its limit; absent means `usual`. */
  readonly room?: "usual" | "more" | undefined;
}

export type ChatEvent =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "end"; readonly finish: Finish; readonly usage: Tokens | null };

/** `length`: the limit of its tokens ended the reply; `untold`: it ended in order, but the server did not say why. */
export type Finish = "stop" | "length" | "untold";

export interface ChatModel {
  readonly name: string;
  /** Text as it comes, then one `end`. @throws AppError model-*, also in mid-stream (model-cut). */
  stream(request: ChatRequest, signal?: AbortSignal): AsyncIterable<ChatEvent>;
}

export interface VectorHit {
  readonly id: PassageId;
  /** Cosine; on the built-in table's scale where the index was made by another model. */
  readonly score: number;
}

export interface VectorIndex {
  readonly size: number;
  readonly dimensions: number;
  /** The best first; `among` limits the search to these passages. */
  search(query: Float32Array, limit: number, among?: ReadonlySet<PassageId>): readonly VectorHit[];
  /** The cosine with one passage; null when it has no vector. */
  score(query: Float32Array, id: PassageId): number | null;
  vector(id: PassageId): Float32Array | null;
}

export interface LexicalHit {
  readonly id: PassageId;
  /** BM25 with title, heading and body weighted apart; larger is better. */
  readonly score: number;
}

export interface ExactHit {
  readonly id: ArticleId;
  /** How often the words stand in title and body. */
  readonly places: number;
}

export interface TitleMatches {
  /** `holding`: title or author holds every word as it stands, newest first; `similar`: none does, and these share words, closest first. */
  readonly kind: "holding" | "similar";
  readonly ids: readonly ArticleId[];
}

export interface PassageFilter {
  readonly articles: readonly ArticleId[] | null;
  readonly range: Pick<DateRange, "from" | "to"> | null;
}

export interface CorpusFacts {
  readonly articles: number;
  readonly passages: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** Articles and passages of one snapshot, and the words in them. Read only. */
export interface PassageStore {
  facts(filter?: PassageFilter): CorpusFacts;
  article(id: ArticleId): Article | null;
  card(id: ArticleId): ArticleCard | null;
  passages(ids: readonly PassageId[]): readonly Passage[];
  passagesOf(id: ArticleId): readonly Passage[];
  /** Ids of all passages of that language. */
  passagesIn(language: Language): ReadonlySet<PassageId>;
  /** Copies of this article, earliest first. */
  repostsOf(id: ArticleId): readonly ArticleCard[];
  /** Newest first. */
  list(offset: number, limit: number): readonly ArticleCard[];
  /** All that pass the filter, newest first. */
  select(filter: PassageFilter): readonly ArticleCard[];
  findByTitle(words: string, limit: number): readonly ArticleCard[];
  /** `words` are folded by text/fold. */
  matchTitles(words: readonly string[]): TitleMatches;
  /**
   * All articles that hold every one of the words (folded by text/fold) as they stand, each in title or body; newest first.
   * Looks through all texts in pieces of some milliseconds, so that chats need not wait. `whole`: Latin words only where no
   * letter or digit goes on.
   */
  findExactly(words: readonly string[], how?: "anywhere" | "whole"): Promise<readonly ExactHit[]>;
  findByUrl(url: string): ArticleCard | null;
  /** Ids that pass the filter; null when the filter lets everything through. */
  allowed(filter: PassageFilter): ReadonlySet<PassageId> | null;
  /** Number of passages that hold each term. */
  documentFrequency(terms: readonly string[]): ReadonlyMap<string, number>;
  /** Number of articles that hold each term, in title or body. */
  articleFrequency(terms: readonly string[]): ReadonlyMap<string, number>;
  /** BM25 of whole articles, the title weighing double; an article that holds none of the terms is left out. */
  scoreArticles(terms: readonly string[], among: ReadonlySet<ArticleId>): ReadonlyMap<ArticleId, number>;
  /** BM25 over passages that hold any of the terms, best first; `among` limits it to these. */
  searchTerms(terms: readonly string[], limit: number, among?: ReadonlySet<PassageId>): readonly LexicalHit[];
}

/** Turns a model's cosine into one on the built-in table's scale: scale * (cosine - question . centre) + shift. */
export interface Calibration {
  /** Mean passage vector of each language: what a question has in common with any passage of it; empty where there is none. */
  readonly centres: Readonly<Record<Language, readonly number[]>>;
  readonly scale: number;
  readonly shift: number;
}

/** One published, immutable index. */
export interface Snapshot {
  readonly id: string;
  readonly manifest: Manifest;
  readonly store: PassageStore;
  readonly vectors: VectorIndex;
  close(): void;
}

export interface Manifest {
  readonly format: number;
  readonly createdAt: string;
  /** Absolute path of the folder it was made from. */
  readonly corpusDir: string;
  readonly corpusHash: string;
  readonly embedding: {
    readonly fingerprint: string;
    readonly dimensions: number;
    /** null for the built-in table itself, and where the articles were too few to tell. */
    readonly calibration: Calibration | null;
  };
  readonly versions: { readonly splitter: string; readonly cleaner: string };
  readonly counts: {
    readonly articles: number;
    readonly passages: number;
    readonly sentences: number;
    readonly vectors: number;
  };
  /** File name in the snapshot -> sha256 in hex. */
  readonly checksums: Readonly<Record<string, string>>;
}

export interface StoredTurn extends Turn {
  readonly at: string;
}

/** What was decided about a person or a group. */
export interface Permission {
  /** As Telegram has it: a person's is positive, a group's negative. */
  readonly id: number;
  readonly name: string | null;
  readonly verdict: "allowed" | "denied";
}

/** The one pairing code there is; of the code itself only the hash is kept. */
export interface Pairing {
  readonly salt: string;
  readonly hash: string;
  readonly expiresAt: string;
  /** `closed`: somebody has used it, or it was withdrawn. */
  readonly status: "open" | "closed";
}

/** Who may use the bot. Several programs share it, so whatever only one may win is decided in one step. */
export interface AccessStore {
  allow(id: number, name: string | null): void;
  deny(id: number, name: string | null): void;
  permission(id: number): Permission["verdict"] | null;
  /** Those allowed first, then by id. */
  permissions(): readonly Permission[];
  /** A group that becomes a supergroup gets another id. */
  movePermission(from: number, to: number): void;
  /** Who was paired with the bot. */
  owner(): number | null;
  /** Replaces the code before. */
  keepPairing(pairing: Omit<Pairing, "status">): void;
  pairing(): Pairing | null;
  /** Closes the code of that hash and makes the person owner, unless it is closed, expired or replaced: then false. */
  becomeOwner(userId: number, hash: string): boolean;
  /** Whether that code was open until now. */
  closePairing(hash: string): boolean;
  /** Counts a try of that person; false, and not counted, when there were as many as `most` since `since`. */
  countPairingTry(userId: number, most: number, since: Date): boolean;
  /** Notes that somebody asks; otherwise what became of their request after `since`. `id` as in Permission. */
  openRequest(id: number, since: Date): "opened" | "waiting" | "denied";
  /** Whether a request was open until now. A denied one is remembered from now on, any other is forgotten. */
  closeRequest(id: number, outcome: "allowed" | "denied" | "withdrawn"): boolean;
  /** The language in which to speak to somebody who is not writing at this moment. */
  keepLanguage(userId: number, language: Language): void;
  language(userId: number): Language | null;
}

/** What was answered, so that it can be taken away and judged later. */
export interface ReplyStore {
  /**
   * Returns its number, which is never used again. `conversation` is the chat, or a topic in it. Of each chat the newest
   * 200 stay, and of the older ones those that somebody voted on, up to 1,000 in all.
   */
  keepReply(chat: string, conversation: string, reply: KeptReply): number;
  /** null when it is another chat's, or kept no more. */
  reply(chat: string, id: number): StoredReply | null;
  /** Since it was last reset. */
  conversation(name: string): KeptConversation;
}

export interface KeptConversation {
  /** Those among the newest 200 of the chat, oldest first. */
  readonly replies: readonly StoredReply[];
  /** How many earlier ones there were. */
  readonly lost: number;
}

/** How people voted on one reply, and how this person did. */
export interface Ballot {
  readonly own: Vote | null;
  readonly up: number;
  readonly down: number;
}

export interface StoredVote {
  readonly id: number;
  readonly vote: Vote;
  /** ISO 8601 in UTC, of the vote as it is now. */
  readonly at: string;
  readonly reply: StoredReply;
}

export interface VoteStore {
  /**
   * A person's vote on a kept reply in place of theirs before; null takes it back. Of the person only a salted hash is
   * kept, another one for each reply.
   */
  vote(reply: number, userId: number, vote: Vote | null): void;
  ballot(reply: number, userId: number): Ballot;
  /** The latest first. */
  votes(limit: number): readonly StoredVote[];
  voteCounts(): { readonly up: number; readonly down: number };
}

export interface OutcomeStore {
  /** Counts each for today, in UTC. */
  countOutcomes(names: readonly OutcomeName[]): void;
  /** Adds to today's sums, under the names of `TokenName`. */
  countTokens(usage: Usage): void;
  /** Outcomes and tokens from that day on (`YYYY-MM-DD`), or of all days. A name that never came is missing. */
  outcomes(since: string | null): ReadonlyMap<string, number>;
}

/** What a person's coming message is about, kept a year at most. Payloads are read back as `unknown`. */
export interface ExpectationStore {
  /** Replaces what was expected of that person in that conversation. */
  expectNext(chat: string, userId: number, payload: unknown): void;
  /** null when nothing was expected since then. */
  expectedNext(chat: string, userId: number, since: Date): unknown | null;
  /** Only that very payload: another may have come in the meantime. */
  forgetNext(chat: string, userId: number, payload: unknown): void;
  /** What a reply to that message of the bot is about. */
  keepPrompt(chat: string, messageId: number, payload: unknown): void;
  prompt(chat: string, messageId: number): unknown | null;
}

/** What people sent to be added. Payloads are read back as `unknown`. */
export interface AdditionStore {
  /** Notes that this file was sent now; the number is higher than that of any sending before. */
  recordArrival(file: string): number;
  /** null when it was never sent. */
  latestArrival(file: string): number | null;
  /** Keeps what a message brought until it is replied to, a year at most; replaces what was kept of that message. */
  keepPendingAddition(chatId: number, messageId: number, payload: unknown): void;
  pendingAddition(chatId: number, messageId: number): unknown | null;
  /** Of each chat in the order in which it was sent. */
  pendingAdditions(): readonly { readonly chatId: number; readonly messageId: number; readonly payload: unknown }[];
  forgetPendingAddition(chatId: number, messageId: number): void;
}

/** How judges did in their exam, by judge, prompt and paper. Results are read back as `unknown`. */
export interface ExamStore {
  keepExamResult(judge: string, result: ExamResult): void;
  /** null when that judge did not sit it yet. */
  examResult(judge: string): unknown | null;
}

/** When a chat gets its digest. */
export interface StoredDigest {
  readonly chatId: number;
  readonly threadId: number | null;
  /** From 0, Sunday; null every day. */
  readonly weekday: number | null;
  /** From midnight. */
  readonly minute: number;
  readonly language: Language;
  /** ISO 8601 in UTC: when it was last sent, or set. */
  readonly lastAt: string;
}

export interface DigestStore {
  /** One a chat: replaces the one before. */
  keepDigest(digest: StoredDigest): void;
  digests(): readonly StoredDigest[];
  /** Whether there was one. */
  forgetDigest(chatId: number): boolean;
  digestSent(chatId: number, at: string): void;
}

/** What must survive a restart. Later work adds tables, not stores. */
export interface StateStore
  extends AccessStore,
    AdditionStore,
    ExpectationStore,
    ReplyStore,
    VoteStore,
    OutcomeStore,
    DigestStore,
    ExamStore {
  appendTurn(chat: string, turn: Turn): void;
  /** The latest `limit`, oldest first, since the conversation was last reset. */
  turns(chat: string, limit: number): readonly StoredTurn[];
  resetConversation(chat: string): void;
  /** Keeps what stands behind a button, a year at most; returns a key of at most 24 ASCII characters. */
  keepButton(chat: string, payload: unknown): string;
  button(chat: string, key: string): unknown | null;
  /** A question that the articles did not answer, without who asked it. */
  recordGap(question: string, language: Language, reason: string): void;
  gaps(limit: number): readonly {
    readonly question: string;
    readonly language: Language;
    readonly reason: string;
    readonly times: number;
    readonly lastAt: string;
  }[];
  close(): void;
}

export interface Entailment {
  readonly entailment: number;
  readonly neutral: number;
  readonly contradiction: number;
}

/** Whether one text follows from another; shares that add up to 1. */
export interface EntailmentModel {
  readonly name: string;
  /** In the order of the pairs. @throws AppError judge */
  read(pairs: readonly { readonly premise: string; readonly hypothesis: string }[]): Promise<readonly Entailment[]>;
}

/** A page of the web as it came, or why it did not. */
export type FetchedPage =
  | {
      readonly kind: "page";
      /** Where it was found in the end. */
      readonly url: string;
      /** Of one of the formats of articles. */
      readonly mediaType: string;
      readonly bytes: Uint8Array;
    }
  /** `address`: not on the public internet; `status`: the server has no page there; `type`: no format of articles. */
  | { readonly kind: "refused"; readonly reason: "address" | "status" | "type" | "too-large" | "unreachable" };

/** Never throws. */
export type PageFetcher = (url: string) => Promise<FetchedPage>;

export interface Clock {
  now(): Date;
}

/** What a look at a server before the start found. */
export interface ServerCheck {
  readonly server: "telegram" | "chat" | "judge" | "embeddings";
  /** `doubtful`: the program works without it; `failed`: it does not. */
  readonly outcome: "ready" | "doubtful" | "failed";
  /** Who answers, or what is wrong and what to do. */
  readonly text: string;
}

/** The web's fetch, of plain addresses; how it gets there is decided behind it. @throws AppError proxy */
export type Fetch = (url: string, init?: Omit<RequestInit, "dispatcher">) => Promise<Response>;

export interface Logger {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}
