import type { ArticleCard } from "../domain.ts";
import type { Say } from "./say.ts";

/** Author and day of publication. */
export function byline(article: Pick<ArticleCard, "author" | "publishedAt">, say: Say): string {
  return [article.author, dayOf(article, say)].filter((part) => part !== null).join(" · ");
}

export function dayOf({ publishedAt }: Pick<ArticleCard, "publishedAt">, say: Say): string {
  return publishedAt?.slice(0, 10) ?? say("undated");
}

/** What of the article was never read; empty when nothing is known to be missing. */
export function missingNotes(article: Pick<ArticleCard, "missing">, say: Say): string {
  const { paywall, picturesUnread } = article.missing;
  const notes = [
    paywall ? say("paywall") : null,
    picturesUnread > 0 ? say("pictures", { count: picturesUnread }) : null,
  ];
  return notes.filter((note) => note !== null).join(say("missing-separator"));
}
