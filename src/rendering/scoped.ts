import type { ArticleCard } from "../domain.ts";
import { type RichText, RichTextBuilder } from "./rich-text.ts";
import type { Say } from "./say.ts";
import { shownTitle } from "./shown.ts";

/** An answer from one article says so before anything else, and that the next question is free again. */
export function renderScoped(answer: RichText, { title, url }: ArticleCard, say: Say): RichText {
  return new RichTextBuilder()
    .italic(say("scoped"))
    .link(shownTitle(title), url)
    .plain("\n\n")
    .append(answer)
    .plain("\n\n")
    .italic(say("scope-over"))
    .build();
}
