import type { CleanedArticle, RemovedText } from "../articles/load.ts";
import { articleRows } from "./article-rows.ts";
import { escapeText, Html, html, NOTHING } from "./html.ts";
import type { ReportTexts } from "./texts.ts";
import { removedCharsOf, shareOf } from "./totals.ts";
import { percent } from "./totals-table.ts";

/** From this share on an article is among those that a person should look at. */
const MUCH_REMOVED_SHARE = 0.2;

export interface ArticleContext {
  readonly texts: ReportTexts;
  /** Anchor of this article in the page. */
  readonly anchor: string;
  /** The article that this one copies; null when it copies none. */
  readonly source: { readonly anchor: string; readonly title: string } | null;
  /** What is wanting in the file. */
  readonly warnings: readonly string[];
}

/** One article as a closed `<details>`: its facts, then what was kept and what was removed, side by side. */
export function articleView(cleaned: CleanedArticle, context: ArticleContext): Html {
  const { article, removed } = cleaned;
  const share = shareOf(removedCharsOf(cleaned), removedCharsOf(cleaned) + article.body.length);
  const rows = articleRows(article.body, removed).map(
    (row) =>
      html`<div class="row"><div class="gone">${row.removed.map((each) => removedView(each, context.texts))}</div><div class="kept">${keptView(row.kept)}</div></div>`,
  );
  const { texts } = context;
  const head =
    removed.length === 0
      ? html`<p class="quiet">${texts.nothingRemoved}</p>`
      : html`<div class="heads quiet"><div class="gone">${texts.goneColumn}</div><div class="kept">${texts.keptColumn}</div></div>`;
  return html`<details class="article" id="${context.anchor}" data-tags="${tagsOf(cleaned, share, context)}" data-share="${share.toFixed(4)}">
<summary><bdi class="title">${article.title}</bdi> ${chips(cleaned, share, context)}<br><span class="quiet">${dateOf(article.publishedAt) ?? context.texts.noDate} · <bdi>${article.author ?? "–"}</bdi> · <bdi>${article.sourcePath}</bdi></span></summary>
${factsView(cleaned, context)}${head}${rows}
</details>
`;
}

/** `2024-03-05 08:30`: the zone is that of the article's own country and says nothing here. */
const dateOf = (publishedAt: string | null): string | null => publishedAt?.slice(0, 16).replace("T", " ") ?? null;

function tagsOf({ article, removed }: CleanedArticle, share: number, { source, warnings }: ArticleContext): string {
  return [
    ...new Set(removed.map(({ reason }) => `is-${reason}`)),
    ...(article.missing.paywall ? ["paywalled"] : []),
    ...(source === null ? [] : ["repost"]),
    ...(warnings.length === 0 ? [] : ["notes"]),
    ...(share >= MUCH_REMOVED_SHARE ? ["much"] : []),
  ].join(" ");
}

function chips({ article }: CleanedArticle, share: number, { texts, source }: ArticleContext): Html[] {
  const { paywall, picturesUnread } = article.missing;
  return [
    ...(share === 0 ? [] : [html`<span class="chip">−${percent(share)}</span> `]),
    ...(paywall ? [html`<span class="chip warn">${texts.reasons.paywall[0]}</span> `] : []),
    ...(source === null ? [] : [html`<span class="chip warn">${texts.repost}</span> `]),
    ...(picturesUnread === 0 ? [] : [html`<span class="chip">${picturesUnread} ${texts.pictures}</span> `]),
  ];
}

function factsView({ article }: CleanedArticle, { texts, source, warnings }: ArticleContext): Html {
  const facts = [
    ...(article.url !== null && /^https?:\/\//i.test(article.url)
      ? [html`<a href="${article.url}" target="_blank" rel="noopener noreferrer">${texts.original}</a>`]
      : []),
    ...(source === null ? [] : [html`${texts.repostOf} <a href="#${source.anchor}"><bdi>${source.title}</bdi></a>`]),
    ...warnings.map((warning) => html`<bdi>${warning}</bdi>`),
  ];
  return facts.length === 0 ? NOTHING : html`<p class="facts">${facts.map((fact) => html`<span>${fact}</span> `)}</p>`;
}

function removedView({ reason, text }: RemovedText, texts: ReportTexts): Html {
  return html`<p class="is-${reason}"><b>${texts.reasons[reason][0]}</b> <bdi>${text}</bdi></p>`;
}

/** Headings are set off; the text around them stays as it is in the body. */
function keptView(text: string): Html {
  return new Html(escapeText(text).replace(/^## .*$/gm, "<b>$&</b>"));
}
