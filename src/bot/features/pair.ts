import { Composer, type Context } from "grammy";
import type { Message } from "grammy/types";
import { withoutMention } from "../addressed.ts";
import { targetOf } from "../chat-target.ts";
import type { BotDeps } from "../deps.ts";
import { sayFor, sayTo } from "../language.ts";
import { clearOwnerMenu } from "../menu.ts";
import { oncePer } from "../once-per.ts";
import { tryToPair, withdrawExposed } from "../pairing.ts";
import { readCode } from "../pairing-code.ts";
import { ownerOf, standingOf } from "../permissions.ts";
import { sendText } from "../send.ts";
import { tell } from "../tell.ts";

const HOUR_MS = 3_600_000;
/** What a link like t.me/bot?start=CODE sends. */
const START = /^\/start(?:@\w+)?\s+/i;

/** The person who sends the terminal's code in a private chat becomes the owner; other texts pass. */
export function pair(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  const mayBeTold = oncePer(HOUR_MS, deps.clock);
  composer.on("message:text", async (ctx, next) => {
    const code = codeIn(ctx.message, ctx);
    if (code === null) return next();
    const reply = (text: string) => sendText(ctx.api, targetOf(ctx), text);
    if (ctx.chat.type !== "private") {
      const wasRight = await withdrawExposed(code, ctx.from.id, deps);
      return wasRight ? reply(sayTo(ctx)("pairing-in-group")) : next();
    }
    const ownerBefore = ownerOf(deps);
    const outcome = await tryToPair(code, ctx.from.id, deps);
    switch (outcome) {
      case "paired":
        return welcomeOwner(ctx, ownerBefore, deps);
      case "used":
        return reply(ctx.from.id === ownerBefore ? sayTo(ctx)("pairing-already") : sayTo(ctx)("pairing-used"));
      case "expired":
        return reply(sayTo(ctx)("pairing-expired"));
      case "nothing-open":
        return next();
      default: {
        // What looks like a code may be a question all the same.
        if (standingOf(ctx.from.id, ctx.chat, deps) === "allowed") return next();
        if (outcome === "wrong") return reply(sayTo(ctx)("pairing-wrong"));
        if (mayBeTold(ctx.from.id)) return reply(sayTo(ctx)("pairing-too-many"));
      }
    }
  });
  return composer;
}

function codeIn(message: Message, ctx: Context): string | null {
  return readCode(withoutMention(message, ctx.me).replace(START, ""));
}

async function welcomeOwner(ctx: Context, ownerBefore: number | null, deps: BotDeps): Promise<void> {
  const say = sayTo(ctx);
  deps.logger.info("the bot was paired with its owner", { owner: ctx.from?.id });
  const isDeleted = await ctx.deleteMessage().catch(() => false);
  const fate = isDeleted ? say("pairing-code-deleted") : say("pairing-code-left");
  await sendText(ctx.api, targetOf(ctx), `${say("pairing-paired")}\n\n${fate}`);
  if (ownerBefore !== null && ownerBefore !== ctx.from?.id) await dismissOwner(ctx, ownerBefore, deps);
}

/** It may be another person, who has to know that somebody with access to the terminal did this. */
async function dismissOwner(ctx: Context, ownerBefore: number, { state }: BotDeps): Promise<void> {
  const say = sayFor(ownerBefore, ctx, state);
  await tell(ctx.api, ownerBefore, { text: say("owner-replaced", { id: String(ctx.from?.id) }) });
  await clearOwnerMenu(ctx.api, ownerBefore);
}
