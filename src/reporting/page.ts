import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { LoadedCorpus } from "../articles/load.ts";
import type { Language } from "../domain.ts";
import { articleView } from "./article-view.ts";
import { Html, html } from "./html.ts";
import { type ReportTexts, reportTexts } from "./texts.ts";
import { toolbarView } from "./toolbar.ts";
import { totalsOf } from "./totals.ts";
import { skippedView, totalsView } from "./totals-view.ts";

export interface ReportFacts {
  /** The folder as the page shall name it. */
  readonly folder: string;
  /** Shown as a day. */
  readonly madeAt: Date;
}

/**
 * One page that needs nothing else: style and script are within, and a content security policy lets no other script, style,
 * picture or request through, whatever an article holds. In the language of most of its articles.
 */
export function reportPage(corpus: LoadedCorpus, facts: ReportFacts): string {
  const language = mostly(corpus);
  const texts = reportTexts(language);
  const style = asset("page.css");
  const script = asset("page.client.js");
  const policy = `default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer">
<title>${texts.title}</title><style>${new Html(style)}</style></head><body>
<header><h1>${texts.title}</h1><p class="quiet"><bdi>${facts.folder}</bdi> · ${facts.madeAt.toISOString().slice(0, 10)}</p></header>
${totalsView(totalsOf(corpus), texts)}
${skippedView(corpus.report, texts)}
${toolbarView(corpus, texts)}
<div class="columns"><nav><details class="jump"><summary>${texts.jump}</summary><ol>${jumpList(corpus, texts)}</ol></details></nav>
<main>${articleList(corpus, texts)}</main></div>
<script>${new Html(script)}</script></body></html>
`.markup;
}

function mostly({ articles }: LoadedCorpus): Language {
  const chinese = articles.filter(({ article }) => article.language === "zh").length;
  return chinese * 2 > articles.length ? "zh" : "en";
}

const anchorOf = (index: number): string => `a${index + 1}`;

function jumpList({ articles }: LoadedCorpus, texts: ReportTexts): Html[] {
  return articles.map(
    ({ article }, index) =>
      html`<li><a href="#${anchorOf(index)}"><bdi>${article.title}</bdi> <span class="quiet">${article.publishedAt?.slice(0, 10) ?? texts.noDate}</span></a></li>`,
  );
}

function articleList({ articles, report }: LoadedCorpus, texts: ReportTexts): Html[] {
  const places = new Map(
    articles.map(({ article }, index) => [article.id, { anchor: anchorOf(index), title: article.title }]),
  );
  const warnings = new Map(report.map((file) => [file.path, file.warnings]));
  return articles.map((cleaned, index) => {
    const { repostOf, sourcePath } = cleaned.article;
    const source = repostOf === null ? null : (places.get(repostOf) ?? null);
    return articleView(cleaned, { texts, anchor: anchorOf(index), source, warnings: warnings.get(sourcePath) ?? [] });
  });
}

const asset = (name: string): string => readFileSync(path.join(import.meta.dirname, name), "utf8");

const hashOf = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`;
