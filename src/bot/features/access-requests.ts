import { Composer, type Context, InlineKeyboard } from "grammy";
import { z } from "zod";
import { ASK_FOR_ACCESS } from "../access.ts";
import { answerPress } from "../answer-press.ts";
import type { BotDeps } from "../deps.ts";
import { languageOfPerson, sayFor, sayTo } from "../language.ts";
import { nameOf } from "../names.ts";
import { ownerOf, standingOf } from "../permissions.ts";
import type { Subject } from "../subject.ts";
import { tell } from "../tell.ts";

const DAY_MS = 86_400_000;

/** What stands behind the owner's two buttons; read back after a restart. */
const Decision = z.object({
  kind: z.literal("access"),
  verdict: z.enum(["allowed", "denied"]),
  id: z.number(),
  name: z.string(),
});
type Decision = z.infer<typeof Decision>;

/** A stranger presses "ask for access", the owner gets two buttons, the stranger hears the outcome. */
export function accessRequests(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.callbackQuery(ASK_FOR_ACCESS, (ctx) => ask(ctx, deps));
  composer.on("callback_query:data", async (ctx, next) => {
    const decision = Decision.safeParse(deps.state.button(String(ctx.chat?.id), ctx.callbackQuery.data));
    if (!decision.success || ctx.from.id !== ownerOf(deps)) return next();
    await answerPress(ctx, null, "toast");
    await decide(ctx, decision.data, deps);
  });
  return composer;
}

/** Asks the owner, unless that was asked or denied within a day; false when the owner cannot be reached. */
export async function askOwner(
  ctx: Context,
  subject: Subject & { readonly name: string },
  textIn: (say: ReturnType<typeof sayTo>) => string,
  deps: BotDeps,
): Promise<"asked" | "waiting" | "denied" | "unreachable"> {
  const owner = ownerOf(deps);
  if (owner === null) return "unreachable";
  const request = deps.state.openRequest(subject.id, new Date(deps.clock.now().getTime() - DAY_MS));
  if (request !== "opened") return request;
  const say = sayFor(owner, ctx, deps.state);
  const key = (verdict: Decision["verdict"]) =>
    deps.state.keepButton(String(owner), { kind: "access", verdict, ...subject } satisfies Decision);
  const markup = new InlineKeyboard().text(say("allow"), key("allowed")).text(say("deny"), key("denied"));
  if (await tell(ctx.api, owner, { text: textIn(say), markup })) return "asked";
  deps.state.closeRequest(subject.id, "withdrawn");
  return "unreachable";
}

/** In a group, that it may ask now; to a person, that they may. False when they cannot be reached. */
export function tellAllowed(ctx: Context, id: number, { state }: BotDeps): Promise<boolean> {
  const say = sayFor(id, ctx, state);
  return tell(ctx.api, id, { text: id < 0 ? say("group-allowed") : say("you-are-allowed") });
}

async function ask(ctx: Context, deps: BotDeps): Promise<void> {
  const say = sayTo(ctx);
  const alert = (text: string) => answerPress(ctx, text, "alert");
  if (ctx.from === undefined || ctx.chat?.type !== "private") return answerPress(ctx, null, "toast");
  const standing = standingOf(ctx.from.id, ctx.chat, deps);
  if (standing === "allowed") return alert(say("you-are-allowed"));
  if (standing !== "stranger") return alert(say("denied-person"));
  const id = String(ctx.from.id);
  const name = nameOf(ctx.from);
  deps.state.keepLanguage(ctx.from.id, languageOfPerson(ctx));
  const outcome = await askOwner(ctx, { id: ctx.from.id, name }, (say) => say("access-request", { name, id }), deps);
  if (outcome === "asked") return alert(say("access-asked"));
  if (outcome === "waiting") return alert(say("access-waiting"));
  if (outcome === "denied") return alert(say("access-denied"));
  return alert(say("access-unreachable", { id }));
}

async function decide(ctx: Context, { verdict, id, name }: Decision, deps: BotDeps): Promise<void> {
  const say = sayTo(ctx);
  if (!deps.state.closeRequest(id, verdict)) return settle(ctx, say("access-settled", { name }));
  const who = `${name} · ${id}`;
  if (verdict === "allowed") deps.state.allow(id, name);
  const outcome = verdict === "allowed" ? say("now-allowed", { name: who }) : say("now-refused", { name: who });
  const isTold = verdict === "allowed" ? await tellAllowed(ctx, id, deps) : await tellDenied(ctx, id, deps);
  await settle(ctx, isTold ? outcome : `${outcome}\n${say("access-untold")}`);
}

/** Nothing is sent to a group, because nobody there has asked. */
async function tellDenied(ctx: Context, id: number, { state }: BotDeps): Promise<boolean> {
  const say = sayFor(id, ctx, state);
  return id < 0 || tell(ctx.api, id, { text: say("access-denied") });
}

/** The outcome takes the place of the buttons. */
async function settle(ctx: Context, text: string): Promise<void> {
  await ctx.editMessageText(text).catch(() => {});
}
