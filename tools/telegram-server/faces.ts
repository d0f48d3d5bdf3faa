import type { Chat, Message, User } from "grammy/types";

/** Who writes in a group without showing who they are. */
export type Face = "anonymous-admin" | "channel" | "linked-channel";

const LINKED = { id: -1_000_777, type: "channel", title: "Channel" } as const;
const bot = (id: number, first_name: string, username: string): User => ({ id, is_bot: true, first_name, username });

/** Sender and fields of a message behind that face, as in #message (`from`: "contains a fake sender user"). */
export function faceOf(
  face: Face | undefined,
  chat: Chat,
): { readonly from: User; readonly fields: Partial<Message> } | undefined {
  switch (face) {
    case undefined:
      return undefined;
    case "anonymous-admin":
      return { from: bot(1_087_968_824, "Group", "GroupAnonymousBot"), fields: { sender_chat: chat } };
    case "channel":
      return { from: bot(136_817_688, "Channel", "Channel_Bot"), fields: { sender_chat: LINKED } };
    case "linked-channel": {
      const from = { id: 777_000, is_bot: false, first_name: "Telegram" };
      return { from, fields: { sender_chat: LINKED, is_automatic_forward: true } };
    }
  }
}
