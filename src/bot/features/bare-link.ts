import { Composer, type Context, InlineKeyboard } from "grammy";
import type { Additions } from "../../adding/additions.ts";
import type { ArticleCard } from "../../domain.ts";
import type { PageFetcher } from "../../ports.ts";
import { spellingsOf } from "../../text/link-spellings.ts";
import { isBareLink } from "../../text/links.ts";
import { indexAndReply } from "../adding/index-and-reply.ts";
import { pageAsArticle } from "../adding/page-article.ts";
import { mayAdd } from "../adding/permissions.ts";
import { withoutMention } from "../addressed.ts";
import { articleButton } from "../browsing/article-button.ts";
import { targetOf } from "../chat-target.ts";
import type { BotDeps } from "../deps.ts";
import { languageOfPerson, sayTo } from "../language.ts";
import { findLinked } from "../linked-article.ts";
import { sendText } from "../send.ts";
import { withTyping } from "../typing.ts";

/** A message that is only a link is not a question: the article is known, or is fetched, or cannot be. */
export function bareLink(deps: BotDeps): Composer<Context> {
  const composer = new Composer<Context>();
  const { additions } = deps;
  if (additions === undefined) return composer;
  composer
    .on("message:text")
    .filter((ctx) => isBareLink(withoutMention(ctx.message, ctx.me)))
    .use(async (ctx) => {
      const typed = withoutMention(ctx.message, ctx.me);
      const known = findLinked(typed, additions);
      if (known !== null) return offerSummary(ctx, known, deps);
      const [link] = spellingsOf(typed);
      if (additions.fetchPage === null || link === undefined || !mayAdd(ctx.from.id, deps))
        return sendText(ctx.api, targetOf(ctx), sayTo(ctx)("link-alone"));
      await addPage(ctx, link, additions.fetchPage, additions, deps);
    });
  return composer;
}

async function offerSummary(ctx: Context, { id, title }: ArticleCard, { state }: BotDeps): Promise<void> {
  const say = sayTo(ctx);
  const target = targetOf(ctx);
  const button = articleButton("summarise", id, languageOfPerson(ctx), target, state);
  await sendText(ctx.api, target, say("link-known", { title }), new InlineKeyboard().add(button));
}

async function addPage(
  ctx: Context,
  link: string,
  fetchPage: PageFetcher,
  additions: Additions,
  deps: BotDeps,
): Promise<void> {
  const page = await withTyping(ctx.api, targetOf(ctx), () => fetchPage(link));
  if (page.kind === "refused") {
    const refusal = page.reason === "too-large" ? "page-too-large" : `link-${page.reason}`;
    return indexAndReply(ctx, [], [{ label: "", refusal }], additions, deps);
  }
  const file = await additions.keep(pageAsArticle(page));
  const kept = { label: link, file, arrival: deps.state.recordArrival(file.file) };
  await indexAndReply(ctx, [kept], [], additions, deps);
}
