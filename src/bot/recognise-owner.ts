import type { Context, MiddlewareFn } from "grammy";
import { describe } from "./delivery.ts";
import type { BotDeps } from "./deps.ts";
import { languageOfPerson } from "./language.ts";
import { setOwnerMenu } from "./menu.ts";
import { ownerOf } from "./permissions.ts";

/**
 * Notes the owner's language, and gives their chat the owner's menu once after each start: only by then it is sure that
 * Telegram knows the chat. Looks after the update was handled, since that may have made its sender the owner.
 */
export function recogniseOwner(deps: BotDeps): MiddlewareFn<Context> {
  let hasMenu: number | null = null;
  return async (ctx, next) => {
    await next();
    const owner = ownerOf(deps);
    if (owner === null || ctx.from?.id !== owner || ctx.chat?.id !== owner) return;
    const language = languageOfPerson(ctx);
    if (deps.state.language(owner) !== language) deps.state.keepLanguage(owner, language);
    if (hasMenu === owner) return;
    hasMenu = owner;
    setOwnerMenu(ctx.api, owner).catch((error: unknown) =>
      deps.logger.warn("the owner's menu could not be set", { error: describe(error) }),
    );
  };
}
