import { Composer, type Context } from "grammy";
import type { BotDeps } from "../deps.ts";
import { sendHelp } from "../send-help.ts";

export function help(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  composer.on("message:text").command("help", (ctx) => sendHelp(ctx, deps));
  return composer;
}
