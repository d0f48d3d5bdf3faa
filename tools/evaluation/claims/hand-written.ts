import { readFile } from "node:fs/promises";
import { z } from "zod";
import { AppError, ProblemsError } from "../../../src/errors.ts";
import type { PassageStore } from "../../../src/ports.ts";
import { sourcesOf } from "./bases.ts";
import type { CheckDeps } from "./check.ts";
import type { Place, SourceArticle, TestClaim } from "./claim.ts";
import type { ClaimsReport } from "./claims-report.ts";
import { type ClaimsOptions, createJudge } from "./run-claims.ts";

const lineForm = z.object({
  id: z.string(),
  lang: z.enum(["zh", "en"]),
  question: z.string(),
  article: z.string(),
  cites: z.array(z.string().min(1)).min(1),
  text: z.string().min(1),
  true: z.boolean(),
  class: z.string(),
  note: z.string().optional(),
});
export type HandWritten = z.infer<typeof lineForm>;

/** Reads claims that a person wrote, one object a line. @throws AppError dataset with the line of the first mistake */
export async function readHandWritten(file: string): Promise<HandWritten[]> {
  const source = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new AppError("dataset", `${file} cannot be read. Give a file of claims with --claims FILE.`, { cause });
  });
  return source
    .split("\n")
    .flatMap((line, index) => (line.trim() === "" ? [] : [parseLine(line, `${file}:${index + 1}`)]));
}

function parseLine(line: string, where: string): HandWritten {
  try {
    return lineForm.parse(JSON.parse(line));
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : "it is not JSON";
    throw new AppError("dataset", `${where} is not a claim: ${why}`, { cause });
  }
}

/** Lets the bot's own check judge them, by class. @throws ProblemsError dataset naming unknown articles and sentences */
export function runHandWritten(
  lines: readonly HandWritten[],
  deps: CheckDeps,
  options: Pick<ClaimsOptions, "name" | "nowMs" | "examples">,
): ClaimsReport {
  const claims = placeClaims(lines, deps.store);
  const judge = createJudge(deps, options);
  const groups = Map.groupBy(claims, ({ row }) => row);
  const rows = [...groups].map(([name, members]) => {
    const truth = name.startsWith("true") ? "true" : "lie";
    return judge.row({ name, truth, limit: truth === "lie" ? limitOf(name) : LEAST_KEPT_BY_HAND }, members);
  });
  return {
    name: options.name,
    articles: new Set(lines.map(({ article }) => article)).size,
    sentences: claims.length,
    rows,
    ...judge.facts(),
  };
}

/** Of true claims in free wording; the rest stand beside their sentences. */
const LEAST_KEPT_BY_HAND = 0.5;

/** Words of a class, as people name it, and the limit of such lies; the first that fits counts. */
const LIMITS: readonly (readonly [words: RegExp, limit: number | null])[] = [
  [/unknown|key|digit|number|date|unit/i, 0],
  [/irrelevant/i, 0.05],
];

function limitOf(name: string): number | null {
  return LIMITS.find(([words]) => words.test(name))?.[1] ?? null;
}

/** Finds the articles and sentences that they cite. @throws ProblemsError dataset naming those that are not there */
export function placeClaims(lines: readonly HandWritten[], store: PassageStore): TestClaim[] {
  // A cited article may be the copy of another, so those count here.
  const sources = new Map(sourcesOf(store, "with copies").map((source) => [source.card.sourcePath, source]));
  const problems: string[] = [];
  const claims = lines.flatMap((line): TestClaim[] => {
    const source = sources.get(line.article);
    if (source === undefined) {
      problems.push(`${line.id}: there is no article "${line.article}" in the index`);
      return [];
    }
    const cited = line.cites.flatMap(
      (text) => findPlace(text, source) ?? noted(problems, `${line.id}: "${text}" is no sentence of ${line.article}`),
    );
    const row = `${line.true ? "true" : "lie"}: ${line.class}`;
    return [{ id: line.id, row, text: line.text, cited, forged: [], source, question: line.question }];
  });
  if (problems.length > 0) throw new ProblemsError("dataset", problems);
  return claims;
}

function noted(problems: string[], problem: string): [] {
  problems.push(problem);
  return [];
}

/** By the whole sentence, else by the only one that holds the text; blanks and forms of punctuation aside. */
function findPlace(text: string, source: SourceArticle): Place | null {
  const wanted = fold(text);
  const exact = source.places.find(({ sentence }) => fold(sentence.text) === wanted);
  if (exact !== undefined) return exact;
  const holders = source.places.filter(({ sentence }) => fold(sentence.text).includes(wanted));
  return holders.length === 1 && wanted.length >= 8 ? (holders[0] ?? null) : null;
}

const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s\p{P}]/gu, "")
    .toLowerCase();
