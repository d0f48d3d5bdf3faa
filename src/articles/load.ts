import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import path from "node:path";
import type { Article, ArticleId } from "../domain.ts";
import { AppError } from "../errors.ts";
import { languageOf } from "../text/language.ts";
import { type Block, readBlocks } from "./blocks.ts";
import { type CorpusHabits, learnHabits, type RemovedText, removeBoilerplate } from "./boilerplate.ts";
import { readDate } from "./dates.ts";
import { findReposts } from "./near-duplicates.ts";
import { readArticleFile } from "./read-file.ts";

export type { RemovalReason, RemovedText } from "./boilerplate.ts";

/** Grows with every change that gives another body for the same file. */
export const CLEANER_VERSION = "1";
const LEAST_BODY_CHARS = 20;

export interface CleanedArticle {
  readonly article: Article;
  readonly removed: readonly RemovedText[];
}

export interface FileReport {
  readonly path: string;
  readonly outcome: "indexed" | "skipped";
  readonly reason: string | null;
  readonly warnings: readonly string[];
}

export interface LoadedCorpus {
  readonly articles: readonly CleanedArticle[];
  /** One line a file, by path. */
  readonly report: readonly FileReport[];
  readonly corpusHash: string;
}

interface ReadArticle {
  readonly sourcePath: string;
  readonly title: string;
  readonly author: string | null;
  readonly publishedAt: string | null;
  readonly url: string | null;
  readonly account: string;
  readonly blocks: readonly Block[];
  readonly pictures: number;
  readonly warnings: readonly string[];
}

/**
 * Every article of a folder, cleaned with what the whole folder teaches about its boilerplate. A bad file gets a line in
 * the report and stops nothing.
 * @throws AppError corpus, when the folder is missing or no file holds an article
 */
export async function loadCorpus(
  folder: string,
  options: { readonly onFile?: (done: number, total: number) => void; readonly skip?: (sourcePath: string) => boolean } = {},
): Promise<LoadedCorpus> {
  const files = (await listFiles(folder)).filter((file) => options.skip?.(file) !== true);
  const hash = createHash("sha256");
  const read: ReadArticle[] = [];
  const report: FileReport[] = [];
  for (const [index, file] of files.entries()) {
    const outcome = await readArticleFile(folder, file);
    if (outcome.kind === "draft") {
      hash.update(`${file}\n`).update(outcome.bytes);
      read.push(readDraft(file, outcome.draft));
    } else report.push(skipped(file, outcome.reason));
    options.onFile?.(index + 1, files.length);
  }
  const cleaned = cleanAll(read, report);
  if (cleaned.length === 0) {
    throw new AppError("corpus", `No article was found in ${folder} (${files.length} files). Point CORPUS_DIR or --corpus at a folder of .md, .txt, .html or .pdf articles.`);
  }
  const articles = withReposts(cleaned);
  report.sort((a, b) => a.path.localeCompare(b.path));
  return { articles, report, corpusHash: hash.digest("hex") };
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
      .filter((file) => !file.split("/").some((part) => part.startsWith(".")))
      .sort();
  } catch {
    throw new AppError("corpus", `The folder ${folder} cannot be read. Set CORPUS_DIR or --corpus to a folder of articles.`);
  }
}

function readDraft(sourcePath: string, draft: { title: string | null; author: string | null; date: string | null; url: string | null; markdown: string }): ReadArticle {
  const warnings: string[] = [];
  const publishedAt = draft.date === null ? null : readDate(draft.date);
  if (draft.date === null) warnings.push("no date");
  else if (publishedAt === null) warnings.push(`date "${draft.date.slice(0, 40)}" is not a day that exists`);
  if (draft.title === null) warnings.push("no title: the file name is used");
  const url = draft.url !== null && /^https?:\/\/\S+$/i.test(draft.url) ? draft.url : null;
  if (draft.url !== null && url === null) warnings.push(`link "${draft.url.slice(0, 60)}" is not http(s)`);
  const { blocks, pictures } = readBlocks(draft.markdown);
  const title = oneLine(draft.title ?? path.basename(sourcePath, path.extname(sourcePath)));
  const author = draft.author === null ? null : oneLine(draft.author);
  return { sourcePath, title, author, publishedAt, url, account: author ?? path.dirname(sourcePath), blocks, pictures, warnings };
}

function oneLine(text: string): string {
  return text.replace(/[\s\u200b-\u200f\ufeff]+/g, " ").trim();
}

function cleanAll(read: readonly ReadArticle[], report: FileReport[]): CleanedArticle[] {
  const habits = learnHabits(read);
  const seen = new Map<string, string>();
  const cleaned: CleanedArticle[] = [];
  for (const source of read) {
    const result = clean(source, habits);
    const { article } = result;
    const twin = seen.get(article.body) ?? (article.url === null ? undefined : seen.get(`${article.url}\n${article.title}`));
    if (article.body.length < LEAST_BODY_CHARS) report.push(skipped(source.sourcePath, noText(source.pictures)));
    else if (twin !== undefined) report.push(skipped(source.sourcePath, `the same article as ${twin}`));
    else {
      seen.set(article.body, source.sourcePath);
      if (article.url !== null) seen.set(`${article.url}\n${article.title}`, source.sourcePath);
      cleaned.push(result);
      report.push({ path: source.sourcePath, outcome: "indexed", reason: null, warnings: source.warnings });
    }
  }
  return cleaned;
}

function noText(pictures: number): string {
  return pictures > 0 ? `no text, only ${pictures} ${pictures === 1 ? "picture" : "pictures"}` : "no text left after cleaning";
}

function clean(source: ReadArticle, habits: CorpusHabits): CleanedArticle {
  const { kept, removed, paywall } = removeBoilerplate(source, habits);
  const body = kept.map(showBlock).join("\n\n");
  const { sourcePath, title, author, publishedAt, url } = source;
  const article: Article = {
    id: articleId([title, author ?? "", publishedAt ?? "", url ?? "", body]),
    title,
    author,
    publishedAt,
    url,
    language: languageOf(`${title}\n${body}`),
    body,
    sourcePath,
    missing: { paywall, picturesUnread: source.pictures },
    repostOf: null,
  };
  return { article, removed };
}

function showBlock(block: Block): string {
  if (block.kind === "heading") return `## ${block.text}`;
  return block.kind === "item" && !/^\d+\. /.test(block.text) ? `- ${block.text}` : block.text;
}

function articleId(parts: readonly string[]): ArticleId {
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 16) as ArticleId;
}

function withReposts(cleaned: readonly CleanedArticle[]): CleanedArticle[] {
  const sourceOf = findReposts(cleaned.map(({ article }) => article));
  return cleaned.map(({ article, removed }) => ({ article: { ...article, repostOf: sourceOf.get(article.id) ?? null }, removed }));
}

function skipped(file: string, reason: string): FileReport {
  return { path: file, outcome: "skipped", reason, warnings: [] };
}
