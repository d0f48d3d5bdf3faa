import type { Context } from "grammy";
import type { Language } from "../domain.ts";
import type { StateStore } from "../ports.ts";
import { type Say, sayIn } from "../rendering/say.ts";
import { languageOf } from "../text/language.ts";

/** Chinese for who writes Chinese or has a Chinese Telegram; the answer's own language follows the question alone. */
export function languageOfPerson(ctx: Context): Language {
  const words = ctx.message?.text ?? ctx.message?.caption ?? ctx.inlineQuery?.query ?? "";
  if (languageOf(words) === "zh") return "zh";
  return ctx.from?.language_code?.toLowerCase().startsWith("zh") === true ? "zh" : "en";
}

export function sayTo(ctx: Context): Say {
  return sayIn(languageOfPerson(ctx));
}

/** For words to somebody other than the writer; what is not known of their language follows the writer's. */
export function sayFor(userId: number, ctx: Context, state: StateStore): Say {
  return sayIn(state.language(userId) ?? languageOfPerson(ctx));
}
