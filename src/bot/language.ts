import type { Context } from "grammy";
import type { Language } from "../domain.ts";
import { type Say, sayIn } from "../rendering/say.ts";
import { languageOf } from "../text/language.ts";

/** Chinese for who writes Chinese or has a Chinese Telegram; the answer's own language follows the question alone. */
export function languageOfPerson(ctx: Context): Language {
  if (languageOf(ctx.message?.text ?? "") === "zh") return "zh";
  return ctx.from?.language_code?.toLowerCase().startsWith("zh") === true ? "zh" : "en";
}

export function sayTo(ctx: Context): Say {
  return sayIn(languageOfPerson(ctx));
}
