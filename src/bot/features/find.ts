import { Composer, type Context } from "grammy";
import { readWords } from "../../text/read-words.ts";
import { startsWithCommand, withoutMention } from "../addressed.ts";
import { keepShown, type ShownAs } from "../browsing/shown.ts";
import { foundView } from "../browsing/views.ts";
import { targetOf } from "../chat-target.ts";
import type { BotDeps } from "../deps.ts";
import { expectedOf, forgetExpected, promptFor } from "../expected.ts";
import { languageOfPerson, sayTo } from "../language.ts";
import { sendRich, sendText } from "../send.ts";

/** Every word is searched in every text. */
const MOST_WORDS = 10;

/** /find: every place where the words stand. Alone it asks for them; any other command takes that back. */
export function find(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("message:text", async (ctx, next) => {
    const expected = expectedOf(ctx, deps);
    if (expected?.kind !== "find") return next();
    forgetExpected(ctx, expected, deps);
    return startsWithCommand(ctx.message) ? next() : show(ctx, withoutMention(ctx.message, ctx.me), deps);
  });
  composer.on("message:text").command("find", (ctx) => show(ctx, ctx.match.trim(), deps));
  return composer;
}

async function show(ctx: Context, words: string, deps: BotDeps): Promise<void> {
  const target = targetOf(ctx);
  const say = sayTo(ctx);
  const { length: count } = readWords(words);
  if (count === 0) {
    const prompt = { text: say("find-what"), entities: [] };
    return promptFor(ctx, { kind: "find" }, target, prompt, { force_reply: true, selective: true }, deps);
  }
  if (count > MOST_WORDS) return sendText(ctx.api, target, say("find-too-many", { most: MOST_WORDS }));
  const shown: ShownAs<"found"> = { kind: "found", words, language: languageOfPerson(ctx) };
  const { rich, keyboard } = await foundView(shown, 0, keepShown(shown, target.chatId, deps.state), deps.library);
  await sendRich(ctx.api, target, rich, keyboard);
}
