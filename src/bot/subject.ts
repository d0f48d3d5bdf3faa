import type { Context } from "grammy";
import type { Message, MessageOrigin, User } from "grammy/types";
import { cleanName, nameOf } from "./names.ts";

/** Whom a permission is about; ids as in Permission. */
export interface Subject {
  readonly id: number;
  readonly name: string | null;
}

/** Senders that stand for many people: posts of linked channels, anonymous admins, and people who write as a channel. */
const FACELESS: readonly number[] = [777_000, 1_087_968_824, 136_817_688];

/** Whom the owner means by /allow or /deny: an id, the person replied to, or else the group it is said in. */
export function subjectOf(ctx: Context, words: string): Subject | "unclear" | "faceless" {
  if (words !== "") return subjectOfId(words) ?? "unclear";
  const original = ctx.message === undefined ? "none" : originalAuthor(ctx.message);
  if (original !== "none") return subjectOfPerson(original);
  if (ctx.chat === undefined || ctx.chat.type === "private") return "unclear";
  return { id: ctx.chat.id, name: cleanName(ctx.chat.title ?? "") };
}

function subjectOfId(words: string): Subject | null {
  const plain = words.normalize("NFKC").trim();
  const id = /^-?[1-9]\d{0,15}$/.test(plain) ? Number(plain) : Number.NaN;
  return Number.isSafeInteger(id) ? { id, name: null } : null;
}

function subjectOfPerson(person: User | undefined): Subject | "faceless" {
  if (person === undefined || person.is_bot || FACELESS.includes(person.id)) return "faceless";
  return { id: person.id, name: nameOf(person) };
}

/** Of the message replied to, undefined when it does not show its author; `none` when nothing is replied to. */
function originalAuthor({ reply_to_message, external_reply }: Message): User | undefined | "none" {
  if (external_reply !== undefined) return authorOfOrigin(external_reply.origin);
  // In a topic, every message that replies to none "replies" to the notice that opened the topic.
  if (reply_to_message === undefined || reply_to_message.forum_topic_created !== undefined) return "none";
  const { chat, from, forward_origin, sender_chat } = reply_to_message;
  // Among ourselves a forwarded message means who wrote it; in a group, who brought it there.
  if (chat.type === "private" && forward_origin !== undefined) return authorOfOrigin(forward_origin);
  return sender_chat === undefined ? from : undefined;
}

function authorOfOrigin(origin: MessageOrigin): User | undefined {
  return origin.type === "user" ? origin.sender_user : undefined;
}
