import type { InlineQueryResultArticle } from "grammy/types";
import type { Citation, Claim } from "../domain.ts";
import { shortened } from "../text/shorten.ts";
import { withoutBullet } from "../text/without-bullet.ts";
import { byline, dayOf } from "./article-facts.ts";
import { type RichText, RichTextBuilder } from "./rich-text.ts";
import type { Say } from "./say.ts";
import { splitRichText } from "./split.ts";

/** Clients show about two lines of each; more would only travel. */
const LONGEST_TITLE_CHARS = 100;
const LONGEST_DESCRIPTION_CHARS = 200;

/** Quoted sentences to pick from in an inline query; picking one sends the sentence word for word with its source. */
export function passageResults(claims: readonly Claim[], say: Say): InlineQueryResultArticle[] {
  const citations = claims.flatMap(({ citations: [citation] }) => (citation === undefined ? [] : [citation]));
  return citations.map((citation, index) => resultOf(citation, index + 1, say));
}

function resultOf({ article, sentence }: Citation, number: number, say: Say): InlineQueryResultArticle {
  const day = dayOf(article, say);
  const { text, entities } = inOneMessage(quotedSentence({ article, sentence }, say));
  return {
    type: "article",
    id: String(number),
    title: shortened(article.title, LONGEST_TITLE_CHARS),
    description: shortened(`${day} · ${withoutBullet(sentence.text)}`, LONGEST_DESCRIPTION_CHARS),
    input_message_content: {
      message_text: text,
      entities: [...entities],
      link_preview_options: { is_disabled: true },
    },
  };
}

/** The sentence as a quote, and whose it is. */
function quotedSentence({ article, sentence }: Pick<Citation, "article" | "sentence">, say: Say): RichText {
  return new RichTextBuilder()
    .blockquote(withoutBullet(sentence.text))
    .plain("\n")
    .link(article.title, article.url)
    .plain(` · ${byline(article, say)}`)
    .build();
}

/** A result sends one message: of a title without end the rest is left out, never of the sentence before it. */
function inOneMessage(rich: RichText): RichText {
  return splitRichText(rich)[0] ?? rich;
}
