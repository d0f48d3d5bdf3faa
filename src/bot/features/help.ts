import { Composer, type Context } from "grammy";
import { sayTo } from "../language.ts";
import { placeOf } from "../place.ts";
import { sendText } from "../send.ts";

export function help(): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("message:text").command("help", (ctx) => sendText(ctx.api, placeOf(ctx), sayTo(ctx)("help")));
  return composer;
}
