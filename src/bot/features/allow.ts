import { Composer, type Context } from "grammy";
import type { Permission } from "../../ports.ts";
import { targetOf } from "../chat-target.ts";
import type { BotDeps } from "../deps.ts";
import { sayTo } from "../language.ts";
import { oncePer } from "../once-per.ts";
import { isGroupAllowed, ownerOf } from "../permissions.ts";
import { sendText } from "../send.ts";
import { type Subject, subjectOf } from "../subject.ts";
import { tellAllowed } from "./access-requests.ts";

const HOUR_MS = 3_600_000;

/** /allow and /deny, for the owner alone: by reply to a person's message, by id, or in a group for the group. */
export function allow(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  const owned = composer.filter((ctx) => ctx.from?.id === ownerOf(deps)).on("message:text");
  owned.command("allow", (ctx) => decideOn(ctx, ctx.match.trim(), "allowed", deps));
  owned.command("deny", (ctx) => decideOn(ctx, ctx.match.trim(), "denied", deps));
  const mayBeTold = oncePer(HOUR_MS, deps.clock);
  composer
    .on("message:text")
    .filter((ctx) => ctx.message.sender_chat?.id === ctx.chat.id && !isGroupAllowed(ctx.chat.id, deps))
    .command(["allow", "deny"], async (ctx) => {
      if (mayBeTold(ctx.chat.id))
        await sendText(ctx.api, targetOf(ctx), sayTo(ctx)("allow-anonymous", { id: String(ctx.chat.id) }));
    });
  return composer;
}

async function decideOn(ctx: Context, words: string, verdict: Permission["verdict"], deps: BotDeps): Promise<void> {
  const say = sayTo(ctx);
  const reply = (text: string) => sendText(ctx.api, targetOf(ctx), text);
  const subject = subjectOf(ctx, words);
  if (subject === "unclear") return reply(say("allow-how", { list: listOf(deps) || say("allow-nobody") }));
  if (subject === "faceless") return reply(say("allow-faceless"));
  if (subject.id === ownerOf(deps)) return reply(say("allow-owner"));
  const name = shown(subject);
  if (verdict === "denied") {
    deps.state.deny(subject.id, subject.name);
    deps.state.closeRequest(subject.id, "denied");
    return reply(say("now-denied", { name }));
  }
  deps.state.allow(subject.id, subject.name);
  const hadAsked = deps.state.closeRequest(subject.id, "allowed");
  if (subject.id === ctx.chat?.id) return reply(say("group-allowed"));
  if (hadAsked) await tellAllowed(ctx, subject.id, deps);
  return reply(say("now-allowed", { name }));
}

const shown = ({ id, name }: Subject) => (name === null ? String(id) : `${name} · ${id}`);

/** A line each, those of the settings among them. */
function listOf({ state, access }: BotDeps): string {
  const settings = access.allowedUsers === "everyone" ? ["*"] : access.allowedUsers.map(String);
  return [
    ...settings.map((who) => `✓ ${who} (ALLOWED_USERS)`),
    ...state.permissions().map((each) => `${each.verdict === "allowed" ? "✓" : "✗"} ${shown(each)}`),
  ].join("\n");
}
