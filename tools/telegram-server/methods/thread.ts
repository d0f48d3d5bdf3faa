import type { ChatState } from "../chats.ts";
import { badRequest } from "../failure.ts";
import { integerParam } from "../fields.ts";
import type { Params } from "../params.ts";

export interface Thread {
  readonly message_thread_id?: number;
  readonly is_topic_message?: true;
}

/** The topic a call names; the General topic has no id. @throws ApiFailure 400 when nobody wrote in that topic */
export function readThread(params: Params, chat: ChatState): Thread {
  const id = integerParam(params, "message_thread_id");
  if (id === undefined || id === 0) return {};
  if (!chat.threads.has(id)) throw badRequest("message thread not found");
  return { message_thread_id: id, is_topic_message: true };
}
