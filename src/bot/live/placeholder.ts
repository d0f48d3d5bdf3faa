import { GrammyError } from "grammy";
import type { InlineKeyboardMarkup } from "grammy/types";
import type { RichText } from "../../rendering/rich-text.ts";
import { sayIn } from "../../rendering/say.ts";
import { replyOptions, threadOptions } from "../chat-target.ts";
import { mayHaveArrived } from "../delivery.ts";
import { editRich } from "../edit.ts";
import { type Retrying, retrying } from "../safe-retry.ts";
import type { Live } from "./live.ts";

/** The one message that stands for an answer until it is there. */
export interface Placeholder {
  /** `unsure`: its sending was not confirmed, now or ever; it may be there, and says only that an answer is coming. */
  state(): "absent" | "unsure" | "there";
  isEdited(): boolean;
  /** @throws GrammyError, HttpError */
  send(): Promise<void>;
  /** A preview; tried once. @throws GrammyError, HttpError */
  edit(preview: RichText): Promise<void>;
  /** The answer itself; tried again where that is safe and soon. @throws GrammyError, HttpError */
  settle(answer: RichText, markup: InlineKeyboardMarkup | undefined): Promise<void>;
  /** `unsure`: it may be the answer already. */
  remove(): Promise<"gone" | "left" | "unsure">;
}

export function createPlaceholder(live: Live): Placeholder {
  const { api, target } = live;
  let messageId: number | null = null;
  let sending: "never" | "begun" = "never";
  let isWanted = true;
  let edits = 0;
  let mayBeAnswer = false;

  const write = (messageId: number, rich: RichText, manner: Retrying, markup?: InlineKeyboardMarkup) => {
    edits++;
    return editRich(api, { chatId: target.chatId, messageId }, rich, markup, retrying(manner));
  };

  const erase = (id: number) => api.deleteMessage(target.chatId, id, retrying("briefly"));

  return {
    state: () => (messageId !== null ? "there" : sending === "never" ? "absent" : "unsure"),
    isEdited: () => edits > 0,
    async send() {
      sending = "begun";
      try {
        const { message_id } = await send(live);
        if (isWanted) messageId = message_id;
        else await erase(message_id);
      } catch (error) {
        if (!mayHaveArrived(error)) sending = "never";
        throw error;
      }
    },
    edit: (preview) => (messageId === null ? Promise.resolve() : write(messageId, preview, "never")),
    async settle(answer, markup) {
      if (messageId === null) throw new Error("there is no placeholder to settle");
      await write(messageId, answer, "briefly", markup).catch((error: unknown) => {
        mayBeAnswer = mayHaveArrived(error);
        throw error;
      });
    },
    async remove() {
      isWanted = false;
      if (messageId === null) return "gone";
      try {
        await erase(messageId);
        return "gone";
      } catch (error) {
        if (isMissing(error)) return "gone";
        return mayBeAnswer ? "unsure" : "left";
      }
    },
  };
}

function send({ api, target, language }: Live) {
  const options = { ...threadOptions(target), ...replyOptions(target) };
  return api.sendMessage(target.chatId, sayIn(language)("looking"), options, retrying("never"));
}

const isMissing = (error: unknown): boolean =>
  error instanceof GrammyError && error.description.includes("message to delete not found");
