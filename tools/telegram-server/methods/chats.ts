import type { ChatFullInfo, ChatMember } from "grammy/types";
import { badRequest } from "../failure.ts";
import { integerParam, stringParam } from "../fields.ts";
import type { Method, Methods } from "./method.ts";

const getChat: Method<"getChat"> = ({ world, params }) => {
  const { chat } = world.chats.named(params);
  const full = { ...chat, accent_color_id: 0, max_reaction_count: 11 };
  return full as unknown as ChatFullInfo;
};

const getChatMember: Method<"getChatMember"> = ({ world, params }) => {
  const chat = world.chats.named(params);
  const userId = integerParam(params, "user_id");
  const user = userId === world.me.id ? world.me : chat.members.get(userId ?? 0);
  if (user === undefined) throw badRequest("user not found");
  const status = userId === world.me.id && chat.access === "left" ? "left" : "member";
  return { status, user } as ChatMember;
};

const leaveChat: Method<"leaveChat"> = ({ world, params }) => {
  const chat = world.chats.writable(params);
  if (chat.chat.type === "private") throw badRequest("chat member status can't be changed in private chats");
  chat.access = "left";
  return true;
};

const getFile: Method<"getFile"> = ({ world, params }) =>
  world.files.describe(stringParam(params, "file_id") ?? "", world.limits);

/** Source: core.telegram.org/bots/api#getchat, #getchatmember, #leavechat, #getfile */
export const chatMethods: Methods<"getChat" | "getChatMember" | "leaveChat" | "getFile"> = {
  getChat,
  getChatMember,
  leaveChat,
  getFile,
};
