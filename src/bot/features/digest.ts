import { Composer, type Context } from "grammy";
import { mayAdd } from "../adding/permissions.ts";
import { targetOf } from "../chat-target.ts";
import type { BotDeps } from "../deps.ts";
import { readSchedule } from "../digest/schedule.ts";
import { languageOfPerson, sayTo } from "../language.ts";
import { askerOf } from "../permissions.ts";
import { sendText } from "../send.ts";

/** What was new, at a set time; in a group set by those who may also add articles. */
export function digest(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  const { state, clock } = deps;
  composer.on("message:text").command("digest", async (ctx) => {
    const target = targetOf(ctx);
    const say = sayTo(ctx);
    const reply = (text: string) => sendText(ctx.api, target, text);
    const asker = askerOf(ctx);
    if (target.kind === "group" && (asker === null || !mayAdd(asker, deps))) return reply(say("digest-may-not"));
    const words = ctx.match.trim();
    if (/^(?:off|stop|关|关闭|取消|停)$/iu.test(words))
      return reply(state.forgetDigest(target.chatId) ? say("digest-off") : say("digest-none"));
    const schedule = readSchedule(words);
    if (schedule === null) return reply(say("digest-how"));
    const { chatId, threadId } = target;
    state.keepDigest({
      ...schedule,
      chatId,
      threadId,
      language: languageOfPerson(ctx),
      lastAt: clock.now().toISOString(),
    });
    const hour = String(Math.floor(schedule.minute / 60)).padStart(2, "0");
    const time = `${hour}:${String(schedule.minute % 60).padStart(2, "0")}`;
    await reply(say("digest-set", { day: say(`day-${schedule.weekday ?? "every"}`), time }));
  });
  return composer;
}
