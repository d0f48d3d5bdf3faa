import type {
  Answer,
  ArticleCard,
  Claim,
  DirectSpan,
  Language,
  Overview,
  Searched,
  Summary,
  Timeline,
} from "../domain.ts";
import { withoutBullet } from "../text/without-bullet.ts";
import { byline, dayOf, missingNotes } from "./article-facts.ts";
import { isAboutArticles, notesOf, type Reach, refusal, searchedLine } from "./notes.ts";
import { type RichText, RichTextBuilder } from "./rich-text.ts";
import { type Say, sayIn } from "./say.ts";
import { type NumberedSources, numberSources } from "./source-numbers.ts";
import { cite, renderStatements } from "./statements.ts";
import { citingClaims, claimsOfTimeline, renderTimeline } from "./timeline.ts";
import { understoodLines } from "./understood.ts";

/** An answer as a person reads it: statements with [n], how they were verified, then the sources; or what was searched. */
export function renderAnswer(answer: Answer, reach: Reach = "all"): RichText {
  const say = sayIn(answer.language);
  const out = new RichTextBuilder();
  if (answer.follows !== undefined) out.italic(say("follows", { subject: answer.follows.subject })).plain("\n\n");
  for (const line of answer.understood === undefined ? [] : understoodLines(answer.understood, say))
    out.italic(line).plain("\n\n");
  const sources = numberSources(citingClaims(answer));
  if (answer.kind !== "abstained" && answer.timeline !== undefined) renderTimeline(out, answer.timeline, sources, say);
  switch (answer.kind) {
    case "answered":
      if (answer.layout === "table") renderTable(out, answer.claims, say);
      else renderStatements(out, answer.claims, answer.layout, "with signs", say);
      renderNotes(out, notesOf(answer, say));
      renderSources(out, sources, say);
      return out.build();
    case "closest":
      out.bold(say(`answer-${answer.strength}`));
      if (answer.direct !== null) renderDirect(out, answer.direct, answer.claims);
      renderQuotes(out, answer.claims);
      renderNotes(out, notesOf(answer, say));
      renderSources(out, sources, say);
      return out.build();
    case "abstained":
      out.plain(refusal(answer, reach, say));
      renderNotes(out, notesOf(answer, say));
      if (reach === "all" && isAboutArticles(answer.reason)) renderSearched(out, answer.searched, answer.nearest, say);
      return out.build();
  }
}

/** What a growing preview shows: what may be shown by now, and no marks, which are earned only later. */
export function renderPreview(claims: readonly Claim[], language: Language): RichText {
  const out = new RichTextBuilder();
  renderStatements(out, claims, "text", "without signs", sayIn(language));
  return out.plain(" …").build();
}

/** What several articles say, each statement with its article's day; above it what was read, and of how many. */
export function renderOverview(overview: Overview): RichText {
  const say = sayIn(overview.language);
  const out = new RichTextBuilder();
  for (const line of overview.understood === undefined ? [] : understoodLines(overview.understood, say))
    out.italic(line).plain("\n\n");
  out.bold(say("overview", { read: overview.read, articles: overview.articles }));
  renderQuotes(out, overview.claims);
  const sources = numberSources(overview.claims);
  renderSources(out, sources, say);
  return out.build();
}

/** The line of values with its sources, where it was asked for outright. */
export function renderTimelineAlone(timeline: Timeline): RichText {
  const say = sayIn(timeline.language);
  const out = new RichTextBuilder();
  const sources = numberSources(claimsOfTimeline(timeline));
  renderTimeline(out, timeline, sources, say);
  renderSources(out, sources, say);
  return out.build();
}

export function renderSummary(summary: Summary): RichText {
  const say = sayIn(summary.language);
  const out = new RichTextBuilder();
  out.bold(`${say(`summary-${summary.kind}`)} · ${summary.article.title}`);
  if (summary.kind === "written") {
    out.plain("\n\n");
    renderStatements(out, summary.claims, "text", "with signs", say);
  } else renderQuotes(out, summary.claims);
  renderNotes(out, notesOf(summary, say));
  renderSources(out, numberSources(summary.claims), say);
  return out.build();
}

/** A row a claim: its number, its day, where it stands and what it says. */
function renderTable(out: RichTextBuilder, claims: readonly Claim[], say: Say): void {
  const sources = numberSources(claims);
  const rows = claims.map((claim, index) => {
    const numbers = [...new Set(claim.citations.map((citation) => `[${sources.numberOf(citation)}]`))].join("");
    const [first] = claim.citations;
    const day = first === undefined ? null : dayOf(first.article, say);
    return [String(index + 1), day ?? "–", numbers, claim.text.replace(/\s+/g, " ")].join(" │ ");
  });
  out.pre([["#", say("table-day"), say("table-source"), say("table-claim")].join(" │ "), ...rows].join("\n"));
}

function renderDirect(out: RichTextBuilder, { text, citation }: DirectSpan, claims: readonly Claim[]): void {
  out.plain("\n\n→ ").bold(text).plain(" ");
  cite(out, { citations: [citation] }, numberSources(claims));
}

function renderQuotes(out: RichTextBuilder, claims: readonly Claim[]): void {
  const sources = numberSources(claims);
  for (const claim of claims) {
    out.plain("\n\n").plain(`• ${withoutBullet(claim.text)} `);
    cite(out, claim, sources);
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
