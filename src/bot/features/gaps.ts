import { Composer, type Context } from "grammy";
import { shortened } from "../../text/shorten.ts";
import { targetOf } from "../chat-target.ts";
import type { BotDeps } from "../deps.ts";
import { sayTo } from "../language.ts";
import { ownerOf } from "../permissions.ts";
import { sendText } from "../send.ts";

const SHOWN = 20;
const LONGEST_QUESTION_CHARS = 120;

/** /gaps, for the owner in private: what people asked and the articles did not answer, without who asked. */
export function gaps(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  const owned = composer.chatType("private").filter((ctx) => ctx.from.id === ownerOf(deps));
  owned.on("message:text").command("gaps", async (ctx) => {
    const say = sayTo(ctx);
    const lines = deps.state
      .gaps(SHOWN)
      .map(({ question, times, lastAt }) => ({ times, day: lastAt.slice(0, 10), question: shown(question) }))
      .map((gap) => say("gap-line", gap));
    const text = lines.length === 0 ? say("gaps-none") : [say("gaps"), "", ...lines].join("\n");
    await sendText(ctx.api, targetOf(ctx), text);
  });
  return composer;
}

/** Whoever asked, each takes one line. */
const shown = (question: string) => shortened(question, LONGEST_QUESTION_CHARS);
