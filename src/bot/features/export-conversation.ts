import { Composer, type Context } from "grammy";
import { conversationAsFile } from "../../rendering/take-away.ts";
import { conversationOf, targetOf } from "../chat-target.ts";
import type { BotDeps } from "../deps.ts";
import { languageOfPerson, sayTo } from "../language.ts";
import { sendText } from "../send.ts";
import { sendFile } from "../send-file.ts";

/** /export: the conversation since /new, as one Markdown file. */
export function exportConversation({ state }: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("message:text").command("export", async (ctx) => {
    const target = targetOf(ctx);
    const { replies, lost } = state.conversation(conversationOf(target));
    if (replies.length > 0) return sendFile(ctx.api, target, conversationAsFile(replies, lost, languageOfPerson(ctx)));
    const say = sayTo(ctx);
    await sendText(ctx.api, target, lost > 0 ? say("conversation-lost", { count: lost }) : say("nothing-to-export"));
  });
  return composer;
}
