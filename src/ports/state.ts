import type { Language } from "../domain/article.ts";
import type { ExamResult, Usage } from "../domain/models.ts";
import type { OutcomeName } from "../domain/reply.ts";
import type { Turn } from "../domain/turn.ts";
import type { AccessStore } from "./access.ts";
import type { ReplyStore, StoredTurn, VoteStore } from "./replies.ts";

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
