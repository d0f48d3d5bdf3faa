import { createHash } from "node:crypto";
import type { Article, ArticleId } from "../domain.ts";
import { AppError } from "../errors.ts";
import { languageOf } from "../text/language.ts";
import { cleanBlocks, keepBlocks, type RemovedText } from "./clean.ts";
import { type Draft, draftOf } from "./draft.ts";
import { type Sifted, sift } from "./duplicates.ts";
import { readBytes } from "./files.ts";
import { type FolderHabits, learnHabits } from "./folder-habits.ts";
import { parseFile } from "./parse.ts";
import { UnreadableFile } from "./parsed.ts";
import { findReposts } from "./reposts.ts";
import { type ListedFile, listRoots, type Root } from "./roots.ts";

export { CLEANER_VERSION, type RemovedText } from "./clean.ts";
export { REMOVAL_REASONS, type RemovalReason } from "./phrases.ts";

export interface LoadedCorpus {
  /** Earliest first, undated last. */
  readonly articles: readonly CleanedArticle[];
  /** One line for every file: the main folder's, then the others', each sorted by path. */
  readonly report: readonly FileReport[];
  /** sha256 in hex over the paths and contents of all files. */
  readonly corpusHash: string;
}

export interface CleanedArticle {
  readonly article: Article;
  readonly removed: readonly RemovedText[];
}

export interface FileReport {
  /** Relative to the folder, with forward slashes; under the prefix of its root in another folder. */
  readonly path: string;
  readonly outcome: "indexed" | "skipped";
  /** Why it was skipped; null when it was not. */
  readonly reason: string | null;
  readonly warnings: readonly string[];
}

export interface LoadOptions {
  /** Called after each file that was read. */
  readonly onFile?: (done: number, total: number) => void;
  /** `off` keeps every block, to measure what cleaning is worth. */
  readonly cleaning?: "on" | "off";
  /** Folders that are read as well. */
  readonly others?: readonly Root[];
}

/**
 * Reads every article under a folder and cleans it by what the folder as a whole shows. A bad file gets its reason in
 * the report and stops nothing. @throws AppError corpus when the folder is missing or holds no readable article
 */
export async function loadCorpus(folder: string, options: LoadOptions = {}): Promise<LoadedCorpus> {
  const files = await listRoots(folder, options.others ?? []);
  const { drafts, failures, corpusHash } = await readDrafts(files, options);
  const sifted = sift(drafts);
  const habits = habitsOf(sifted);
  const clean = options.cleaning === "off" ? keepBlocks : cleanBlocks;
  const cleaned = sifted.drafts.map((draft) => cleanDraft(draft, habits, clean));
  const articles = withReposts(cleaned, sifted);
  const reasons = new Map([...failures, ...duplicateReasons(sifted), ...emptyReasons(sifted.drafts, cleaned)]);
  if (articles.length === 0) throw nothingReadable(folder, reasons);
  return { articles, report: reportOf(files, drafts, reasons), corpusHash };
}

interface ReadFolder {
  readonly drafts: readonly Draft[];
  /** Path -> reason. */
  readonly failures: ReadonlyMap<string, string>;
  readonly corpusHash: string;
}

async function readDrafts(files: readonly ListedFile[], { onFile }: LoadOptions): Promise<ReadFolder> {
  const drafts: Draft[] = [];
  const failures = new Map<string, string>();
  const hash = createHash("sha256");
  for (const [index, { name, folder, path }] of files.entries()) {
    try {
      const bytes = await readBytes(folder, path);
      hash.update(`${name}\n${bytes.length}\n`).update(bytes);
      drafts.push(draftOf(name, await parseFile(name, bytes)));
    } catch (error) {
      failures.set(name, reasonOf(error));
    }
    onFile?.(index + 1, files.length);
  }
  return { drafts, failures, corpusHash: hash.digest("hex") };
}

function reasonOf(error: unknown): string {
  if (error instanceof UnreadableFile) return error.message;
  return `cannot be parsed (${error instanceof Error ? error.message : String(error)})`;
}

function habitsOf({ drafts, copyOf }: Sifted): FolderHabits {
  return learnHabits(
    drafts.map((draft, index) => ({
      account: accountOf(draft),
      title: draft.title,
      blocks: draft.blocks,
      isCopy: copyOf[index] !== null,
    })),
  );
}

const accountOf = (draft: Draft): string => draft.author ?? draft.sourcePath.split("/").slice(0, -1).join("/");

/** null when nothing of its own is left. */
function cleanDraft(draft: Draft, habits: FolderHabits, clean: typeof cleanBlocks): CleanedArticle | null {
  const { body, removed, paywall } = clean({ ...draft, account: accountOf(draft), habits });
  if (!/[\p{L}\p{N}]/u.test(body)) return null;
  const { title, author, publishedAt, url, sourcePath, pictures, outside } = draft;
  const article: Article = {
    id: articleId([title, author, publishedAt, url, body]),
    title,
    author,
    publishedAt,
    url,
    language: languageOf(`${title}\n${body}`),
    body,
    sourcePath,
    missing: { paywall, picturesUnread: pictures.length },
    repostOf: null,
  };
  const around = outside.map((text) => ({ text, reason: "page" as const, at: body.length }));
  return { article, removed: [...removed, ...around] };
}

function articleId(parts: readonly (string | null)[]): ArticleId {
  const text = parts.map((part) => part ?? "").join("\n");
  return createHash("sha256").update(text).digest("hex").slice(0, 16) as ArticleId;
}

function withReposts(cleaned: readonly (CleanedArticle | null)[], { drafts, copyOf }: Sifted): CleanedArticle[] {
  const texts = cleaned.map((one, index) => {
    const signature = drafts[index]?.signature;
    return one === null || signature === undefined ? null : { body: one.article.body, signature };
  });
  const sources = findReposts(texts, copyOf);
  return cleaned.flatMap((one, index) => {
    if (one === null) return [];
    const source = cleaned[sources[index] ?? -1] ?? null;
    return [source === null ? one : { ...one, article: { ...one.article, repostOf: source.article.id } }];
  });
}

const duplicateReasons = ({ duplicates }: Sifted): [string, string][] =>
  [...duplicates].map(([name, kept]) => [name, `duplicate of ${kept}`]);

function emptyReasons(drafts: readonly Draft[], cleaned: readonly (CleanedArticle | null)[]): [string, string][] {
  return drafts
    .filter((_, index) => cleaned[index] === null)
    .map(({ sourcePath, pictures }) => [sourcePath, `no text of its own (${pictures.length} pictures)`]);
}

function reportOf(
  files: readonly ListedFile[],
  drafts: readonly Draft[],
  reasons: ReadonlyMap<string, string>,
): FileReport[] {
  const warnings = new Map(drafts.map((draft) => [draft.sourcePath, draft.warnings]));
  return files.map(({ name: path }) => {
    const reason = reasons.get(path) ?? null;
    return { path, outcome: reason === null ? "indexed" : "skipped", reason, warnings: warnings.get(path) ?? [] };
  });
}

function nothingReadable(folder: string, reasons: ReadonlyMap<string, string>): AppError {
  const [first] = reasons;
  const why = first === undefined ? "it is empty" : `${reasons.size} files, the first: ${first[0]}: ${first[1]}`;
  return new AppError(
    "corpus",
    `No readable article in ${folder} (${why}). Put .md, .txt, .html or .pdf files there, or name another folder.`,
  );
}
