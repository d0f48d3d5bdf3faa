import type { ArticleDetails } from "../library/library.ts";
import { byline, missingNotes } from "./article-facts.ts";
import { type RichText, RichTextBuilder } from "./rich-text.ts";
import type { Say } from "./say.ts";

/** Title, who wrote it and when, how long it is, and what of it is missing. */
export function renderArticleCard({ card, size, reposts, repeats }: ArticleDetails, say: Say): RichText {
  const out = new RichTextBuilder();
  out
    .link(card.title, card.url)
    .plain(`\n${byline(card, say)} · ${say(`added-size-${card.language}`, { count: size })}`);
  if (reposts > 0) out.plain(` · ${say("reposts", { count: reposts })}`);
  const missing = missingNotes(card, say);
  const notes = [missing === "" ? null : missing, repeats === null ? null : say("repeats", { title: repeats })];
  for (const note of notes) if (note !== null) out.plain("\n").italic(note);
  return out.build();
}
