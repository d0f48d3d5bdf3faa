import { Composer, type Context, InlineKeyboard } from "grammy";
import { z } from "zod";
import { ASK_FOR_ACCESS } from "../access.ts";
import { isUnwanted } from "../delivery.ts";
import type { BotDeps } from "../deps.ts";
import { sayTo } from "../language.ts";
import { oncePer } from "../once-per.ts";
import { sendText } from "../send.ts";
import { mayUse, ownerOf } from "../who.ts";
import { admit, dismiss } from "./allow.ts";

const DAY_MS = 86_400_000;
const LONGEST_NAME_CHARS = 60;

const Decision = z.object({
  kind: z.literal("access"),
  verdict: z.enum(["allow", "deny"]),
  userId: z.number(),
  name: z.string(),
});

/** A stranger presses "ask for access", the owner gets two buttons, the stranger hears the verdict. Once a day a person. */
export function accessRequests(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  const mayAsk = oncePer(DAY_MS, deps.clock);
  composer.callbackQuery(ASK_FOR_ACCESS, async (ctx) => {
    const owner = ownerOf(deps);
    const say = sayTo(ctx);
    if (owner === null || ctx.chat?.type !== "private" || mayUse(ctx.from.id, ctx.chat, deps)) {
      return void (await ctx.answerCallbackQuery());
    }
    const isNew = mayAsk(ctx.from.id);
    await ctx.answerCallbackQuery({
      text: isNew ? say("access-asked") : say("access-asked-already"),
      show_alert: true,
    });
    if (isNew) await askOwner(ctx, owner, deps);
  });
  composer.on("callback_query:data", async (ctx, next) => {
    const decision = Decision.safeParse(deps.state.button(String(ctx.chat?.id), ctx.callbackQuery.data));
    if (!decision.success || ctx.from.id !== ownerOf(deps)) return next();
    await ctx.answerCallbackQuery().catch(() => {});
    await decide(ctx, decision.data, deps);
  });
  return composer;
}

async function askOwner(ctx: Context, owner: number, { state }: BotDeps): Promise<void> {
  if (ctx.from === undefined) return;
  const handle = ctx.from.username === undefined ? "" : ` (@${ctx.from.username})`;
  const name = `${ctx.from.first_name}${handle}`.slice(0, LONGEST_NAME_CHARS);
  const say = sayTo(ctx);
  const key = (verdict: "allow" | "deny") =>
    state.keepButton(String(owner), { kind: "access", verdict, userId: ctx.from?.id, name });
  const keyboard = new InlineKeyboard().text(say("allow"), key("allow")).text(say("deny"), key("deny"));
  await ctx.api.sendMessage(owner, say("access-request", { name, id: String(ctx.from.id) }), {
    reply_markup: keyboard,
  });
}

async function decide(ctx: Context, { verdict, userId, name }: z.infer<typeof Decision>, deps: BotDeps): Promise<void> {
  const say = sayTo(ctx);
  const target = { id: userId, name };
  if (verdict === "allow") admit(target, deps);
  else dismiss(target, deps);
  const outcome = verdict === "allow" ? say("now-allowed", { name }) : say("now-denied", { name });
  await ctx.editMessageText(outcome).catch(() => {});
  if (verdict === "deny") return;
  const place = { kind: "private", chatId: userId, threadId: null, replyTo: null } as const;
  await sendText(ctx.api, place, say("you-are-allowed")).catch((error: unknown) => {
    if (!isUnwanted(error)) throw error;
  });
}
