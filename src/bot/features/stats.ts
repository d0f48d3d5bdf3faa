import { Composer, type Context } from "grammy";
import { renderStats } from "../../rendering/stats.ts";
import { targetOf } from "../chat-target.ts";
import type { BotDeps } from "../deps.ts";
import { sayTo } from "../language.ts";
import { ownerOf } from "../permissions.ts";
import { sendRich } from "../send.ts";
import { statsOf } from "../stats.ts";

/** /stats, for the owner in private: how questions, claims and summaries ended, and what the index holds. */
export function stats(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  const owned = composer.chatType("private").filter((ctx) => ctx.from.id === ownerOf(deps));
  owned.on("message:text").command("stats", async (ctx) => {
    const { library, state, clock } = deps;
    const figures = statsOf(state, clock.now(), library.facts(), library);
    await sendRich(ctx.api, targetOf(ctx), renderStats(figures, sayTo(ctx)));
  });
  return composer;
}
