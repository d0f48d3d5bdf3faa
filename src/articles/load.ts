import { createHash } from "node:crypto";
import path from "node:path";
import type { Article, ArticleId } from "../domain.ts";
import { AppError } from "../errors.ts";
import { languageOf } from "../text/language.ts";
import { cleanBlocks, keepBlocks, type RemovedText } from "./clean.ts";
import type { Draft } from "./draft.ts";
import { type Sifted, sift } from "./duplicates.ts";
import { readBytes } from "./files.ts";
import { type FolderHabits, learnHabits } from "./folder-habits.ts";
import { EXTENSIONS } from "./formats.ts";
import { type Unreadable, UnreadableFile } from "./parsed.ts";
import { readApart } from "./read-apart.ts";
import { findReposts } from "./reposts.ts";
import { type ListedFile, listRoots, type Root } from "./roots.ts";
import { type Limit, type ReadingLimits, TooMuch } from "./too-much.ts";

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
  /** Why it was skipped, in words; null when it was not. */
  readonly reason: string | null;
  /** The same for programs; null when it was not. */
  readonly skipped: Skipped | null;
  /** The limit that reading it exceeded, if that is why it was skipped. */
  readonly limit?: Limit;
  readonly warnings: readonly string[];
}

export type Skipped =
  /** `of`: path of the file that says the same. */
  { readonly kind: "duplicate"; readonly of: string } | { readonly kind: "unreadable"; readonly why: Unreadable };

/** Why a file was skipped, with its words. */
interface Reason {
  readonly skipped: Skipped;
  readonly words: string;
}

export interface LoadOptions {
  /** Called after each file that was read. */
  readonly onFile?: (done: number, total: number) => void;
  /** `off` keeps every block, to measure what cleaning is worth. */
  readonly cleaning?: "on" | "off";
  /** Folders that are read as well. */
  readonly others?: readonly Root[];
  readonly limits?: ReadingLimits;
  /** Files whose reading had to be ended are not begun again while their contents stay the same. */
  readonly ended?: EndedReadings | undefined;
}

/** By kind of file and content. */
export interface EndedReadings {
  recall(extension: string, bytes: Uint8Array): TooMuch | null;
  keep(extension: string, bytes: Uint8Array, failure: TooMuch): void;
}

/**
 * Reads every article under a folder and cleans it with what the folder shows as a whole. A bad file gets its reason in the
 * report and does not stop the rest. @throws AppError corpus when the folder is missing or holds no readable article
 */
export async function loadCorpus(folder: string, options: LoadOptions = {}): Promise<LoadedCorpus> {
  const files = await listRoots(folder, options.others ?? []);
  const { drafts, failures, limits, corpusHash } = await readDrafts(files, options);
  const sifted = sift(drafts);
  const habits = habitsOf(sifted);
  const clean = options.cleaning === "off" ? keepBlocks : cleanBlocks;
  const cleaned = sifted.drafts.map((draft) => cleanDraft(draft, habits, clean));
  const articles = withReposts(cleaned, sifted);
  const reasons = new Map([...failures, ...duplicateReasons(sifted), ...emptyReasons(sifted.drafts, cleaned)]);
  if (articles.length === 0) throw nothingReadable(folder, reasons);
  return { articles, report: reportOf(files, drafts, reasons, limits), corpusHash };
}

interface ReadFolder {
  readonly drafts: readonly Draft[];
  /** By path. */
  readonly failures: ReadonlyMap<string, Reason>;
  /** Path -> limit, for some of the failures. */
  readonly limits: ReadonlyMap<string, Limit>;
  readonly corpusHash: string;
}

async function readDrafts(files: readonly ListedFile[], options: LoadOptions): Promise<ReadFolder> {
  const drafts: Draft[] = [];
  const failures = new Map<string, Reason>();
  const limits = new Map<string, Limit>();
  const hash = createHash("sha256");
  for (const [index, { name, folder, path: file }] of files.entries()) {
    try {
      const bytes = await readBytes(folder, file);
      hash.update(`${name}\n${bytes.length}\n`).update(bytes);
      drafts.push(await readOnce(name, bytes, options));
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      failures.set(name, { skipped: { kind: "unreadable", why: error.why }, words: error.message });
      if (error instanceof TooMuch) limits.set(name, error.limit);
    }
    options.onFile?.(index + 1, files.length);
  }
  return { drafts, failures, limits, corpusHash: hash.digest("hex") };
}

async function readOnce(name: string, bytes: Uint8Array, { limits, ended }: LoadOptions): Promise<Draft> {
  const extension = path.extname(name).toLowerCase();
  const before = ended?.recall(extension, bytes) ?? null;
  if (before !== null) throw before;
  try {
    return await readApart({ name, bytes }, limits);
  } catch (error) {
    if (error instanceof TooMuch) ended?.keep(extension, bytes, error);
    throw error;
  }
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

const duplicateReasons = ({ duplicates }: Sifted): [string, Reason][] =>
  [...duplicates].map(([name, kept]) => [
    name,
    { skipped: { kind: "duplicate", of: kept }, words: `duplicate of ${kept}` },
  ]);

function emptyReasons(drafts: readonly Draft[], cleaned: readonly (CleanedArticle | null)[]): [string, Reason][] {
  return drafts
    .filter((_, index) => cleaned[index] === null)
    .map(({ sourcePath, pictures }) => [
      sourcePath,
      {
        skipped: { kind: "unreadable", why: "pictures-only" },
        words: `no text of its own (${pictures.length} pictures)`,
      },
    ]);
}

function reportOf(
  files: readonly ListedFile[],
  drafts: readonly Draft[],
  reasons: ReadonlyMap<string, Reason>,
  limits: ReadonlyMap<string, Limit>,
): FileReport[] {
  const warnings = new Map(drafts.map((draft) => [draft.sourcePath, draft.warnings]));
  return files.map(({ name }) => {
    const reason = reasons.get(name) ?? null;
    const limit = limits.get(name);
    const outcome = reason === null ? "indexed" : "skipped";
    const why = { reason: reason?.words ?? null, skipped: reason?.skipped ?? null };
    return { path: name, outcome, ...why, ...(limit && { limit }), warnings: warnings.get(name) ?? [] };
  });
}

function nothingReadable(folder: string, reasons: ReadonlyMap<string, Reason>): AppError {
  const [first] = reasons;
  const why = first === undefined ? "it is empty" : `${reasons.size} files, the first: ${first[0]}: ${first[1].words}`;
  return new AppError(
    "corpus",
    `No readable article in ${folder} (${why}). Put ${EXTENSIONS.join(", ")} files there, or name another folder.`,
  );
}
