import type { CollectionPage, Counted } from "../domain.ts";
import { byline } from "./article-facts.ts";
import { type RichText, RichTextBuilder } from "./rich-text.ts";
import type { Say } from "./say.ts";
import { pageNote, shownTitle, shownWords } from "./shown.ts";
import { understoodLines } from "./understood.ts";

/** The answer to a question about the collection: a count above, then articles numbered as their buttons, or names with counts. */
export function renderCollection(page: CollectionPage, say: Say): RichText {
  const { shown, understood } = page;
  const out = new RichTextBuilder();
  for (const line of understoodLines(understood, say)) out.italic(line).plain("\n\n");
  out.bold(headOf(page, say)).plain(pageNote(shown, say));
  if (shown.kind === "counts") renderCounts(out, page, shown.rows, say);
  else
    for (const [index, article] of shown.rows.entries())
      out
        .plain(`\n\n${shown.first + index}. `)
        .link(shownTitle(article.title), article.url)
        .plain(`\n${byline(article, say)}`);
  return out.build();
}

function headOf({ query, articles, shown }: CollectionPage, say: Say): string {
  const { ask, mentions } = query;
  const words = mentions.map((word) => say("quoted-words", { words: shownWords(word) })).join(say("name-separator"));
  const total =
    mentions.length === 0
      ? say("collection-articles", { count: articles })
      : say("collection-mentioning", { count: articles, words });
  if (ask === "accounts" && shown.kind === "counts")
    return `${say("collection-accounts", { count: shown.names })} · ${total}`;
  if ((ask === "newest" || ask === "oldest") && articles > 0) return `${say(`collection-${ask}`)} · ${total}`;
  return total;
}

function renderCounts(out: RichTextBuilder, { query }: CollectionPage, rows: readonly Counted[], say: Say): void {
  const unnamed = say(query.ask === "by-month" ? "undated" : "collection-no-account");
  out.plain("\n");
  for (const { name, articles } of rows)
    out.plain(`\n${name === "" ? unnamed : name} · ${say("found-articles", { count: articles })}`);
}
