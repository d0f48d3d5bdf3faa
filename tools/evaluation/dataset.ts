import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { listFiles } from "../../src/articles/files.ts";
import { AppError, ProblemsError } from "../../src/errors.ts";
import { createFileFinder } from "./gold-files.ts";
import { parseQuestions, type QuestionLine } from "./question-file.ts";

export interface DatasetQuestion {
  readonly id: string;
  readonly text: string;
  readonly kind: string | null;
  readonly answerable: boolean;
  /** Accepted short answers; empty where there is no answer. */
  readonly answers: readonly string[];
  /** Files of the gold articles, relative to the articles folder; empty where there is no answer. */
  readonly goldFiles: readonly string[];
  /** A gold passage or gold quotes: any of them is evidence. */
  readonly evidence: readonly string[];
  /** Only quotes are short enough that a citation can be held against them. */
  readonly quotes: readonly string[];
  readonly asOf: string | null;
  readonly followUpOf: string | null;
}

export interface Dataset {
  readonly name: string;
  readonly articlesDir: string;
  /** Other articles in the same index, which answer none of the questions. */
  readonly beside: string | null;
  /** All files under it, sorted, without those left out. */
  readonly files: readonly string[];
  /** sha256 in hex over the questions and every article file. */
  readonly hash: string;
  readonly questions: readonly DatasetQuestion[];
  readonly warnings: readonly string[];
}

/**
 * Reads a set folder. `articlesDir` overrides where set.json or the folder `articles` says the articles are.
 * @throws AppError dataset, corpus
 */
export async function readDataset(setDir: string, articlesDir: string | null = null): Promise<Dataset> {
  const questionsFile = path.join(setDir, "questions.jsonl");
  const source = await readText(questionsFile, "A set is a folder with questions.jsonl and articles/.");
  const { questions, warnings } = parseQuestions(source, questionsFile);
  const folder = articlesDir ?? (await articlesOf(setDir));
  const files = await listFiles(folder);
  return {
    name: path.basename(path.resolve(setDir)),
    articlesDir: folder,
    beside: null,
    files,
    hash: await hashOf(source, folder, files),
    questions: withGoldFiles(questions, files, questionsFile),
    warnings,
  };
}

/** The same set over half of its articles: every second one by name is gone, and with it what only it could answer. */
export function withHalfOfArticles(dataset: Dataset): Dataset {
  const files = dataset.files.filter((_, index) => index % 2 === 0);
  const left = new Set(files);
  return {
    ...dataset,
    name: `${dataset.name} (half)`,
    files,
    hash: createHash("sha256").update(`half ${dataset.hash}`).digest("hex"),
    questions: dataset.questions.map((question) => withoutGold(question, left)),
  };
}

/** The same set with the articles of another folder in its index. @throws AppError corpus */
export async function withArticlesBeside(dataset: Dataset, folder: string): Promise<Dataset> {
  return {
    ...dataset,
    name: `${dataset.name} (beside others)`,
    beside: folder,
    hash: await hashOf(`beside ${dataset.hash}`, folder, await listFiles(folder)),
  };
}

function withoutGold(question: DatasetQuestion, left: ReadonlySet<string>): DatasetQuestion {
  const goldFiles = question.goldFiles.filter((file) => left.has(file));
  if (goldFiles.length > 0 || !question.answerable) return question.answerable ? { ...question, goldFiles } : question;
  return { ...question, answerable: false, answers: [], goldFiles, evidence: [], quotes: [] };
}

const MISSING_TOLD = 5;

function withGoldFiles(lines: readonly QuestionLine[], files: readonly string[], file: string): DatasetQuestion[] {
  const find = createFileFinder(files);
  const missing = new Map<string, string>();
  const questions = lines.map((line) => {
    const goldFiles = line.gold_articles.flatMap((name) => {
      const found = find(name);
      if (found === null && !missing.has(name)) missing.set(name, line.id);
      return found ?? [];
    });
    return questionFrom(line, goldFiles);
  });
  if (missing.size > 0) throw missingGold(missing, file);
  return questions;
}

function missingGold(missing: ReadonlyMap<string, string>, file: string): ProblemsError {
  const told = [...missing].slice(0, MISSING_TOLD);
  const problems = told.map(([name, id]) => `${file}: question ${id}: no article file is "${name}", or several are`);
  const rest = missing.size - told.length;
  return new ProblemsError("dataset", rest > 0 ? [...problems, `… and ${rest} more`] : problems);
}

function questionFrom(line: QuestionLine, goldFiles: readonly string[]): DatasetQuestion {
  const quotes = line.gold_quotes ?? [];
  return {
    id: line.id,
    text: line.question,
    kind: kindOf(line),
    answerable: line.answerable,
    answers: line.answerable ? line.answers : [],
    goldFiles: line.answerable ? [...new Set(goldFiles)] : [],
    evidence: line.answerable ? [...quotes, ...(line.gold_passage === undefined ? [] : [line.gold_passage])] : [],
    quotes: line.answerable ? quotes : [],
    asOf: line.as_of ?? null,
    followUpOf: line.follow_up_of ?? null,
  };
}

/** Unanswerable questions are told apart by the word that opens their `why`: "out_of_corpus: …". */
function kindOf({ kind, why }: QuestionLine): string | null {
  const cause = kind === "unanswerable" ? /^(\w+):/.exec(why ?? "")?.[1] : undefined;
  return cause === undefined ? (kind ?? null) : `${kind}: ${cause}`;
}

const settings = z.object({ articles: z.string() });

async function articlesOf(setDir: string): Promise<string> {
  const file = path.join(setDir, "set.json");
  const source = await readText(file, "").catch(() => null);
  if (source === null) return path.join(setDir, "articles");
  try {
    return path.resolve(setDir, settings.parse(JSON.parse(source)).articles);
  } catch (cause) {
    throw new AppError("dataset", `${file} must be like {"articles": "path relative to the set"}. Mend or remove it.`, {
      cause,
    });
  }
}

async function readText(file: string, advice: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    const detail = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    throw new AppError("dataset", `${file} cannot be read (${detail}). ${advice}`.trim(), { cause });
  }
}

async function hashOf(questions: string, folder: string, files: readonly string[]): Promise<string> {
  const hash = createHash("sha256").update(questions);
  for (const file of files) hash.update(`\n${file}\n`).update(await readFile(path.join(folder, file)));
  return hash.digest("hex");
}
