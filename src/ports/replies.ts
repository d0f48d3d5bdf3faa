import type { KeptReply, StoredReply, Vote } from "../domain/reply.ts";
import type { Turn } from "../domain/turn.ts";

export interface StoredTurn extends Turn {
  readonly at: string;
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
