import { Composer, type Context, type Filter } from "grammy";
import { passageResults } from "../../rendering/passage-results.ts";
import { isStaleQuery } from "../delivery.ts";
import type { BotDeps } from "../deps.ts";
import { sayTo } from "../language.ts";
import { LatestPerUser } from "../latest-per-user.ts";
import { standingOf } from "../permissions.ts";

type InlineContext = Filter<Context, "inline_query">;
type Reply = Parameters<InlineContext["answerInlineQuery"]>;

/** A letter typed within this time replaces the query before it. */
const PAUSE_MS = 200;
const PASSAGES = 5;
const LEAST_QUERY_CHARS = 2;
/** Short, for articles are added while people ask. */
const CACHE_S = 5;
/** What the button above the results sends in the private chat: `/start inline`. */
const START_PARAMETER = "inline";

/** `@bot question` in any chat: the closest passages to pick from, by retrieval alone, for allowed people only. */
export function inline(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  const latest = new LatestPerUser(PAUSE_MS);
  composer.on("inline_query", async (ctx) => {
    const say = sayTo(ctx);
    if (standingOf(ctx.from.id, undefined, deps) !== "allowed") return answer(ctx, [], say("inline-invited-only"));
    const text = ctx.inlineQuery.query.trim();
    if (text.length < LEAST_QUERY_CHARS) return answer(ctx, [], say("inline-how"));
    const search = (signal: AbortSignal) => deps.library.closest({ text, limit: PASSAGES, signal });
    const claims = await latest.run(ctx.from.id, search).catch(async (error: unknown) => {
      await answer(ctx, [], say("inline-failed"));
      throw error;
    });
    if (claims === null) return;
    await answer(ctx, passageResults(claims, say), claims.length === 0 ? say("inline-nothing") : null);
  });
  return composer;
}

async function answer(ctx: InlineContext, results: Reply[0], button: string | null): Promise<void> {
  const options = {
    cache_time: CACHE_S,
    is_personal: true,
    ...(button === null ? {} : { button: { text: button, start_parameter: START_PARAMETER } }),
  };
  await ctx.answerInlineQuery(results, options).catch((error: unknown) => {
    if (!isStaleQuery(error)) throw error;
  });
}
