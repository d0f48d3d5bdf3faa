import { Composer, type Context } from "grammy";
import { conversationOf, targetOf } from "../chat-target.ts";
import type { BotDeps } from "../deps.ts";
import { expectedOf, forgetExpected } from "../expected.ts";
import { sayTo } from "../language.ts";
import { sendText } from "../send.ts";

/** Forgets the earlier turns, and that the next question was to go to one article. */
export function newConversation(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("message:text").command("new", async (ctx) => {
    const target = targetOf(ctx);
    const say = sayTo(ctx);
    deps.library.resetConversation(conversationOf(target));
    const expected = expectedOf(ctx, deps);
    if (expected !== null) forgetExpected(ctx, expected, deps);
    const left = expected?.kind === "scope" ? `\n${say("scope-left")}` : "";
    await sendText(ctx.api, target, `${say("new-conversation")}${left}`);
  });
  return composer;
}
