import { Composer, type Context } from "grammy";
import type { BotDeps } from "../deps.ts";
import { sayTo } from "../language.ts";
import { setOwnerMenu } from "../menu.ts";
import { Pairing, pairingCodeIn } from "../pairing.ts";
import { placeOf } from "../place.ts";
import { sendText } from "../send.ts";

/** Who sends the code that the terminal printed, in private, becomes the owner. Stands before the gate: nobody is allowed yet. */
export function pair({ state, clock, access }: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  const pairing = new Pairing(state, clock);
  composer.chatType("private").on("message:text", async (ctx, next) => {
    const code = pairingCodeIn(ctx.message.text);
    if (code === null || access.ownerId !== null || !pairing.isOpen()) return next();
    const result = pairing.attempt(code, ctx.from.id);
    if (result === "paired") await setOwnerMenu(ctx.api, ctx.from.id);
    await sendText(ctx.api, placeOf(ctx), sayTo(ctx)(`pairing-${result}`));
  });
  return composer;
}
