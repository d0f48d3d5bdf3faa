import { Composer, type Context } from "grammy";
import type { BotDeps } from "../deps.ts";
import { sayTo } from "../language.ts";
import { placeOf } from "../place.ts";
import { sendText } from "../send.ts";
import { ownerOf } from "../who.ts";

interface Target {
  readonly id: number;
  readonly name: string | null;
}

/** /allow and /deny, for the owner: by reply to a person's message, by id, or in a group for the group. */
export function allow(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  const owned = composer.filter((ctx) => ctx.from?.id === ownerOf(deps));
  owned.on("message:text").command(["allow", "deny"], async (ctx) => {
    const say = sayTo(ctx);
    const place = placeOf(ctx);
    const target = targetOf(ctx, ctx.match.trim());
    if (target === null) return sendText(ctx.api, place, say("allow-whom", { allowed: listAllowed(deps) }));
    const isAllowing = /^\/allow\b/.test(ctx.message.text);
    if (isAllowing) admit(target, deps);
    else dismiss(target, deps);
    const name = target.name ?? String(target.id);
    await sendText(ctx.api, place, isAllowing ? say("now-allowed", { name }) : say("now-denied", { name }));
  });
  composer.on("my_chat_member", async (ctx) => {
    const joined = ["member", "administrator"].includes(ctx.myChatMember.new_chat_member.status);
    if (!joined || ctx.chat.type === "private" || ctx.chat.type === "channel") return;
    if (ctx.from.id === ownerOf(deps)) deps.state.allowGroup(ctx.chat.id, ctx.chat.title);
  });
  composer.on("message:migrate_to_chat_id", (ctx) => {
    const group = deps.state.allowedGroups().find(({ chatId }) => chatId === ctx.chat.id);
    if (group === undefined) return;
    deps.state.allowGroup(ctx.message.migrate_to_chat_id, group.title);
    deps.state.denyGroup(ctx.chat.id);
  });
  return composer;
}

export function admit({ id, name }: Target, { state }: BotDeps): void {
  if (id < 0) state.allowGroup(id, name);
  else state.allow(id, name);
}

export function dismiss({ id }: Target, { state }: BotDeps): void {
  if (id < 0) state.denyGroup(id);
  else state.deny(id);
}

function targetOf(ctx: Context, words: string): Target | null {
  if (words !== "") return /^-?[1-9]\d{0,15}$/.test(words) ? { id: Number(words), name: null } : null;
  const person = ctx.message?.reply_to_message?.from;
  if (person !== undefined && !person.is_bot) return { id: person.id, name: person.first_name };
  if (ctx.chat === undefined || ctx.chat.type === "private") return null;
  return { id: ctx.chat.id, name: ctx.chat.title ?? null };
}

function listAllowed({ state, access }: BotDeps): string {
  const named = [
    ...state.allowedUsers().map(({ userId, name }) => ({ id: userId, name })),
    ...state.allowedGroups().map(({ chatId, title }) => ({ id: chatId, name: title })),
    ...(access.allowedUsers === "everyone" ? [] : access.allowedUsers.map((id) => ({ id, name: "ALLOWED_USERS" }))),
  ];
  return named.length === 0 ? "–" : named.map(({ id, name }) => `${id}${name === null ? "" : ` ${name}`}`).join("\n");
}
