import type { AddedArticle, Introduction } from "../adding/additions.ts";
import { shortened } from "../text/shorten.ts";
import { withoutBullet } from "../text/without-bullet.ts";
import { byline } from "./article-facts.ts";
import { type RichText, RichTextBuilder } from "./rich-text.ts";
import type { Say } from "./say.ts";

/** An added article with what there is to say of it. */
export interface Introduced extends Introduction {
  readonly article: AddedArticle;
}

export interface NotAdded {
  /** How the sender knows it; may be empty. */
  readonly label: string;
  /** Ends a key `refused-…`. */
  readonly refusal: string;
}

export interface AddingResults {
  readonly added: readonly Introduced[];
  readonly there: readonly Introduced[];
  readonly refused: readonly NotAdded[];
}

const LONGEST_LINE_CHARS = 160;

/** One message for all that was sent together: one article at length, several in few lines each, then what was not taken. */
export function renderAdded({ added, there, refused }: AddingResults, say: Say): RichText {
  const out = new RichTextBuilder();
  const [only] = added;
  if (only !== undefined && added.length === 1) renderOne(out, only, say);
  else if (added.length > 1) renderSeveral(out, added, say);
  renderQuestions(
    out,
    added.flatMap(({ questions }) => questions),
    say,
  );
  for (const { article } of there) {
    separate(out);
    out
      .plain(say("already-there"))
      .bold(article.title)
      .plain(` · ${byline(article, say)}`);
  }
  for (const { label, refusal } of refused) {
    separate(out);
    out.plain(label === "" ? say("not-added") : say("not-added-named", { label })).plain(say(`refused-${refusal}`));
  }
  return out.build();
}

function renderOne(out: RichTextBuilder, { article, digest }: Introduced, say: Say): void {
  out.plain([say("added"), ...takenOf(article, say)].join(" · ")).plain("\n");
  out.bold(article.title).plain(`\n${byline(article, say)}`);
  for (const note of notesOf(article, say)) out.plain("\n").italic(note);
  if (digest.length > 0) out.plain("\n");
  for (const line of digest) out.plain(`\n• ${shortened(withoutBullet(line), LONGEST_LINE_CHARS)}`);
}

function renderSeveral(out: RichTextBuilder, added: readonly Introduced[], say: Say): void {
  out.plain(say("added-several", { count: added.length }));
  for (const { article, digest } of added) {
    out
      .plain("\n\n")
      .bold(article.title)
      .plain(` · ${takenOf(article, say).join(" · ")}`);
    for (const note of notesOf(article, say)) out.plain("\n").italic(note);
    const [first] = digest;
    if (first !== undefined) out.plain(`\n• ${shortened(withoutBullet(first), LONGEST_LINE_CHARS)}`);
  }
}

function renderQuestions(out: RichTextBuilder, questions: readonly string[], say: Say): void {
  if (questions.length === 0) return;
  out.plain("\n\n").plain(say("suggested-questions"));
  for (const [index, question] of questions.entries()) out.plain(`\n${index + 1}. ${question}`);
}

function takenOf({ language, size, picturesRemoved, piecesRemoved }: AddedArticle, say: Say): string[] {
  return [
    say(`added-size-${language}`, { count: size }),
    ...(picturesRemoved > 0 ? [say("removed-pictures", { count: picturesRemoved })] : []),
    ...(piecesRemoved > 0 ? [say("removed-pieces", { count: piecesRemoved })] : []),
  ];
}

function notesOf({ paywall, repeats }: AddedArticle, say: Say): string[] {
  return [...(paywall ? [say("paywall")] : []), ...(repeats === null ? [] : [say("repeats", { title: repeats })])];
}

function separate(out: RichTextBuilder): void {
  if (out.build().text !== "") out.plain("\n\n");
}
