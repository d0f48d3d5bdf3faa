import type { Answer, ArticleCard, Claim, DirectSpan, Language, Searched, Summary } from "../domain.ts";
import { byline, missingNotes } from "./article-facts.ts";
import { notesOf, type Reach, refusal, searchedLine } from "./notes.ts";
import { withoutBullet } from "./quoted.ts";
import { type RichText, RichTextBuilder } from "./rich-text.ts";
import { type Say, sayIn } from "./say.ts";
import { type NumberedSources, numberSources } from "./source-numbers.ts";
import { understoodLines } from "./understood.ts";

/** An answer as a person reads it: claims with [n], then the sources, or what was searched when all articles have none. */
export function renderAnswer(answer: Answer, reach: Reach = "all"): RichText {
  const say = sayIn(answer.language);
  const out = new RichTextBuilder();
  for (const line of answer.understood === undefined ? [] : understoodLines(answer.understood, say))
    out.italic(line).plain("\n\n");
  switch (answer.kind) {
    case "answered":
      renderWritten(out, answer.claims, say);
      renderNotes(out, notesOf(answer, say));
      renderSources(out, numberSources(answer.claims), say);
      return out.build();
    case "closest":
      out.bold(say(`answer-${answer.strength}`));
      if (answer.direct !== null) renderDirect(out, answer.direct, answer.claims);
      renderQuotes(out, answer.claims);
      renderNotes(out, notesOf(answer, say));
      renderSources(out, numberSources(answer.claims), say);
      return out.build();
    case "abstained":
      out.plain(refusal(answer, reach, say));
      renderNotes(out, notesOf(answer, say));
      if (reach === "all") renderSearched(out, answer.searched, answer.nearest, say);
      return out.build();
  }
}

/** What a growing preview shows: claims that were checked, and nothing else. */
export function renderPreview(claims: readonly Claim[], language: Language): RichText {
  const out = new RichTextBuilder();
  renderWritten(out, claims, sayIn(language));
  return out.plain(" …").build();
}

export function renderSummary(summary: Summary): RichText {
  const say = sayIn(summary.language);
  const out = new RichTextBuilder();
  out.bold(`${say(`summary-${summary.kind}`)} · ${summary.article.title}`);
  if (summary.kind === "written") {
    out.plain("\n\n");
    renderWritten(out, summary.claims, say);
  } else renderQuotes(out, summary.claims);
  renderNotes(out, notesOf(summary, say));
  renderSources(out, numberSources(summary.claims), say);
  return out.build();
}

function renderWritten(out: RichTextBuilder, claims: readonly Claim[], say: Say): void {
  const sources = numberSources(claims);
  for (const [index, claim] of claims.entries()) {
    if (index > 0) out.plain("\n\n");
    out.plain(`${claim.text} `);
    cite(out, claim, sources);
    out.plain(" ").italic(`· ${say(`mark-${claim.mark}`)}`);
  }
}

function renderDirect(out: RichTextBuilder, { text, citation }: DirectSpan, claims: readonly Claim[]): void {
  out.plain("\n\n→ ").bold(text).plain(" ");
  cite(out, { text, citations: [citation], mark: "verbatim" }, numberSources(claims));
}

function renderQuotes(out: RichTextBuilder, claims: readonly Claim[]): void {
  const sources = numberSources(claims);
  for (const claim of claims) {
    out.plain("\n\n").plain(`• ${withoutBullet(claim.text)} `);
    cite(out, claim, sources);
  }
}

function cite(out: RichTextBuilder, claim: Claim, sources: NumberedSources): void {
  const shown = new Set<number>();
  for (const citation of claim.citations) {
    const number = sources.numberOf(citation);
    if (shown.has(number)) continue;
    shown.add(number);
    out.link(`[${number}]`, sources.list[number - 1]?.article.url ?? null);
  }
}

function renderSources(out: RichTextBuilder, sources: NumberedSources, say: Say): void {
  if (sources.list.length === 0) return;
  out.plain("\n\n").bold(say("sources"));
  for (const { number, article } of sources.list) {
    out
      .plain(`\n[${number}] `)
      .link(article.title, article.url)
      .plain(` · ${byline(article, say)}`);
    if (article.reposts !== undefined) out.plain(` · ${say("reposts", { count: article.reposts })}`);
    renderMissing(out, article, say);
  }
}

function renderSearched(out: RichTextBuilder, searched: Searched, nearest: readonly ArticleCard[], say: Say): void {
  out.plain("\n\n").plain(searchedLine(searched, say));
  if (nearest.length === 0) return;
  out.plain("\n\n").plain(say("nearest"));
  for (const article of nearest) {
    out
      .plain("\n– ")
      .link(article.title, article.url)
      .plain(` · ${byline(article, say)}`);
    renderMissing(out, article, say);
  }
}

function renderMissing(out: RichTextBuilder, article: ArticleCard, say: Say): void {
  const missing = missingNotes(article, say);
  if (missing !== "") out.plain("\n    ").italic(missing);
}

function renderNotes(out: RichTextBuilder, notes: readonly string[]): void {
  for (const note of notes) out.plain("\n\n").italic(note);
}
