import type { InlineKeyboardButton } from "grammy/types";
import { type KeptReply, VOTE_REASONS, type Vote, type VoteReason } from "../domain.ts";
import type { Ballot } from "../ports.ts";
import { sayIn } from "../rendering/say.ts";
import type { ChatTarget } from "./chat-target.ts";

export const REPLY_DATA = /^reply:(\d{1,15}):([a-z]{1,16})$/;

export type ReplyAction = "save" | Vote["kind"] | VoteReason;
type Row = InlineKeyboardButton[];

/**
 * What can be done with a kept reply, to stand below its sources: take it away, judge it, and what is wrong once somebody
 * says that something is. Alone with the bot one sees one's own vote, in a group how many there are.
 */
export function replyRows(id: number, reply: KeptReply, ballot: Ballot, { kind }: Pick<ChatTarget, "kind">): Row[] {
  const say = sayIn(reply.language);
  const button = (text: string, action: ReplyAction) => ({ text, callback_data: `reply:${id}:${action}` });
  const save = button(say("save-reply"), "save");
  if (reply.kind === "summary") return [[save]];
  const labelled = (label: string, votes: number, isOwn: boolean) =>
    kind === "private" ? checked(label, isOwn) : counted(label, votes);
  const up = button(labelled("👍", ballot.up, ballot.own?.kind === "up"), "up");
  const down = button(labelled("👎", ballot.down, ballot.own?.kind === "down"), "down");
  const own = kind === "private" && ballot.own?.kind === "down" ? ballot.own.reason : null;
  const reasons = reasonsFor(reply).map((reason) => button(checked(say(`vote-${reason}`), reason === own), reason));
  return [[save, up, down], ...(ballot.down > 0 ? [reasons] : [])];
}

/** The keyboard with these rows in place of those it had of a reply. */
export function withReplyRows(keyboard: readonly (readonly InlineKeyboardButton[])[], rows: readonly Row[]): Row[] {
  const others = keyboard.filter((row) => !row.some(isOfReply)).map((row) => [...row]);
  return [...others.filter((row) => row.length > 0), ...rows];
}

/** Of an answer others than of "not found"; what stands not in one article may well stand in the rest. */
export function reasonsFor({ kind, only }: Pick<KeptReply, "kind" | "only">): readonly VoteReason[] {
  if (kind !== "abstained") return ["wrong", "misread", "incomplete"];
  return only === null ? ["missed", "uncollected", "misread"] : ["missed", "misread"];
}

/** null for what no button of this reply says. */
export function readAction(words: string, reply: KeptReply): ReplyAction | null {
  if (words === "save") return words;
  if (reply.kind === "summary") return null;
  if (words === "up" || words === "down") return words;
  const reason = VOTE_REASONS.find((known) => known === words);
  return reason !== undefined && reasonsFor(reply).includes(reason) ? reason : null;
}

/** What a press makes of the vote before: the same again takes it back. */
export function pressed(action: Exclude<ReplyAction, "save">, before: Vote | null): Vote | null {
  if (action === "up") return before?.kind === "up" ? null : { kind: "up" };
  if (action === "down") return before?.kind === "down" ? null : { kind: "down", reason: null };
  const isSame = before?.kind === "down" && before.reason === action;
  return { kind: "down", reason: isSame ? null : action };
}

const checked = (label: string, isOwn: boolean) => (isOwn ? `${label} ✓` : label);
const counted = (label: string, votes: number) => (votes === 0 ? label : `${label} ${votes}`);
const isOfReply = (button: InlineKeyboardButton) => "callback_data" in button && REPLY_DATA.test(button.callback_data);
