import type { Message } from "grammy/types";
import { addMessage, type ChatState } from "../chats.ts";
import { badRequest } from "../failure.ts";
import { isSet, jsonParam, stringParam } from "../fields.ts";
import { readInlineKeyboard } from "../keyboard.ts";
import type { Params } from "../params.ts";
import { readReply } from "../reply.ts";
import { readCaption, readMessageText } from "../text.ts";
import { nowSeconds, type World } from "../world.ts";
import type { Context, Method, Methods } from "./method.ts";
import { readThread } from "./thread.ts";

const sendMessage: Method<"sendMessage"> = ({ world, params, warn }) => {
  const chat = world.chats.writable(params);
  const { text, entities } = readMessageText(params, world.limits, warn);
  const common = readCommon(world, params, chat);
  const preview = jsonParam(params, "link_preview_options");
  return store(world, chat, {
    ...common,
    text,
    ...(entities.length === 0 ? {} : { entities: [...entities] }),
    ...(preview === undefined ? {} : { link_preview_options: preview }),
  });
};

const sendDocument: Method<"sendDocument"> = (context) => {
  const { world, params, warn } = context;
  const chat = world.chats.writable(params);
  const { text, entities } = readCaption(params, world.limits, warn);
  const common = readCommon(world, params, chat);
  return store(world, chat, {
    ...common,
    document: readDocument(context),
    ...(text === "" ? {} : { caption: text }),
    ...(entities.length === 0 ? {} : { caption_entities: [...entities] }),
  });
};

/** A new file (its part named directly or by attach://), or the `file_id` of one sent before (#sending-files). */
function readDocument({ world, params }: Context) {
  const given = stringParam(params, "document") ?? "";
  const upload = params.files.get("document") ?? params.files.get(given.replace(/^attach:\/\//, ""));
  if (upload === undefined && given === "") throw badRequest("there is no document in the request");
  if (upload === undefined) return world.files.document(given);
  if (upload.bytes.length === 0) throw badRequest("file must be non-empty");
  return world.files.add(upload);
}

/** What every sending method reads alike. */
function readCommon(world: World, params: Params, chat: ChatState) {
  const thread = readThread(params, chat);
  const reply = readReply(params, chat, world.limits);
  const markup = readInlineKeyboard(params, world.limits);
  return {
    ...thread,
    ...(reply ?? {}),
    ...(markup === undefined ? {} : { reply_markup: markup }),
    ...(isSet(params, "protect_content") ? { has_protected_content: true as const } : {}),
  };
}

/** The fields are complete for the kind of message that the calling method promises. */
function store<Kind extends Message>(world: World, chat: ChatState, fields: object): Kind {
  world.rates.take(chat, world.nowMs());
  return addMessage(chat, world.me, { date: nowSeconds(world), ...fields }) as Message as Kind;
}

/** Source: core.telegram.org/bots/api#sendmessage, #senddocument */
export const sendingMethods: Methods<"sendMessage" | "sendDocument"> = { sendMessage, sendDocument };
