import type { DraftState } from "../chats.ts";
import { badRequest } from "../failure.ts";
import { arrayParam, integerParam, isSet, messageIdParam, stringParam } from "../fields.ts";
import { isRecord } from "../json.ts";
import { readDraftText } from "../text.ts";
import type { Method, Methods } from "./method.ts";
import { readThread } from "./thread.ts";

const sendMessageDraft: Method<"sendMessageDraft"> = ({ world, params, warn }) => {
  const chat = world.chats.writable(params);
  if (chat.chat.type !== "private") throw badRequest("TEXTDRAFT_PEER_INVALID");
  const draftId = integerParam(params, "draft_id") ?? 0;
  if (draftId === 0) throw badRequest("RANDOM_ID_INVALID");
  const atMs = world.nowMs();
  const draft: DraftState = {
    draftId,
    ...readDraftText(params, world.limits, warn),
    threadId: readThread(params, chat).message_thread_id ?? null,
    canStop: isSet(params, "can_stop"),
    keepOnStop: isSet(params, "keep_on_stop"),
    atMs,
    untilMs: atMs + world.limits.draftMs,
  };
  chat.drafts.push(draft);
  chat.liveDraft = draft;
  return true;
};

const ACTIONS: readonly string[] = [
  "typing",
  "upload_photo",
  "record_video",
  "upload_video",
  "record_voice",
  "upload_voice",
  "upload_document",
  "choose_sticker",
  "find_location",
  "record_video_note",
  "upload_video_note",
];

const sendChatAction: Method<"sendChatAction"> = ({ world, params }) => {
  const chat = world.chats.writable(params);
  readThread(params, chat);
  if (!ACTIONS.includes(stringParam(params, "action") ?? "")) throw badRequest("wrong parameter action in request");
  return true;
};

/** At most one, since the bot has no premium (#setmessagereaction). */
const setMessageReaction: Method<"setMessageReaction"> = ({ world, params }) => {
  const chat = world.chats.writable(params);
  const messageId = messageIdParam(params);
  if (!chat.messages.has(messageId)) throw badRequest("message to react not found");
  const reactions = (arrayParam(params, "reaction") ?? []).map(readReaction);
  if (reactions.length > 1) throw badRequest("REACTIONS_TOO_MANY");
  chat.reactions.set(messageId, reactions);
  return true;
};

function readReaction(value: unknown) {
  if (!isRecord(value) || value.type !== "emoji") throw badRequest("REACTION_INVALID");
  const emoji = REACTIONS.find((known) => known === value.emoji);
  if (emoji === undefined) throw badRequest("REACTION_INVALID");
  return { type: "emoji" as const, emoji };
}

/** Those of #reactiontypeemoji that a bot like this one may use. */
const REACTIONS = ["👍", "👎", "❤", "🔥", "👏", "😁", "🤔", "🎉", "🙏", "👌", "💯", "👀", "✍", "🤝"] as const;

/** Source: core.telegram.org/bots/api#sendmessagedraft, #sendchataction, #setmessagereaction */
export const presenceMethods: Methods<"sendMessageDraft" | "sendChatAction" | "setMessageReaction"> = {
  sendMessageDraft,
  sendChatAction,
  setMessageReaction,
};
