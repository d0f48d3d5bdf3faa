import { usageOfAnswer } from "../../src/answering/outcomes.ts";
import type { Answer, Turn } from "../../src/domain.ts";
import { AppError } from "../../src/errors.ts";
import { sumTokens } from "../../src/models/tokens.ts";
import { aggregate, aggregateByKind, intervalsOf, meanRetrieval, type Outcome } from "./aggregate.ts";
import type { Dataset, DatasetQuestion } from "./dataset.ts";
import type { EvaluationReport, QuestionReport } from "./evaluation-report.ts";
import { fold } from "./fold.ts";
import { quantile } from "./metrics.ts";
import { claimsOf, countCitations, createBodyFinder, scoreAnswer, textOf } from "./score-answer.ts";
import { type Gold, NOT_SCORED, scoreRetrieval } from "./score-retrieval.ts";
import type { EvaluationQuestion, SystemUnderTest } from "./system.ts";

/** Enough passages that ten distinct articles are nearly always among them. */
const BASELINE_PASSAGES = 50;

export interface RunOptions {
  /** Only the first so many questions. */
  readonly limit?: number | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Milliseconds on any steady scale. */
  readonly nowMs: () => number;
}

/** Asks every question of a set and measures what comes back. @throws AppError dataset, model-* */
export async function runEvaluation(
  dataset: Dataset,
  system: SystemUnderTest,
  options: RunOptions,
): Promise<EvaluationReport> {
  const questions = dataset.questions.slice(0, options.limit);
  if (questions.length === 0)
    throw new AppError("dataset", `No question of ${dataset.name} is left to ask. Raise --limit.`);
  const judge = createJudge(system);
  const turns = new Map<string, readonly Turn[]>();
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    const asked = { id: question.id, text: question.text, asOf: question.asOf, history: historyOf(question, turns) };
    const outcome = await askOne(asked, question, system, judge, options.nowMs);
    turns.set(question.id, [...asked.history, turnOf(question.text, outcome.answer)]);
    outcomes.push(outcome);
    options.onProgress?.(outcomes.length, questions.length);
  }
  return reportOf(dataset, system, outcomes);
}

function turnOf(question: string, answer: Answer): Turn {
  const claims = claimsOf(answer);
  return { question, answer: textOf(claims), read: answer.follows?.read ?? question, claims };
}

/** The set is read in order and a follow-up comes after its question, so that one was asked before. */
function historyOf({ followUpOf }: DatasetQuestion, turns: ReadonlyMap<string, readonly Turn[]>): readonly Turn[] {
  return followUpOf === null ? [] : (turns.get(followUpOf) ?? []);
}

/** What counts as found for a question, in the ids of this index. */
export function goldIn(system: SystemUnderTest, { goldFiles, evidence }: DatasetQuestion): Gold {
  return {
    articles: new Set(goldFiles.map((file) => groupName(file, system))),
    evidence: evidence.map(fold).filter((text) => text !== ""),
  };
}

interface Judge {
  goldOf(question: DatasetQuestion): Gold;
  readonly find: ReturnType<typeof createBodyFinder>;
}

function createJudge(system: SystemUnderTest): Judge {
  return {
    find: createBodyFinder((id) => system.bodyOf(id)),
    goldOf: (question) => goldIn(system, question),
  };
}

/** A gold file that gave no article can never be found, and counts as not found. */
function groupName(file: string, system: SystemUnderTest): string {
  const id = system.articleIdOf(file);
  return id === null ? `unread:${file}` : system.groupOf(id);
}

async function askOne(
  asked: EvaluationQuestion,
  question: DatasetQuestion,
  system: SystemUnderTest,
  { goldOf, find }: Judge,
  nowMs: () => number,
): Promise<Outcome> {
  const startedMs = nowMs();
  const retrieval = await system.retrieve(asked);
  const answer = await system.answer(asked, retrieval);
  const latencyMs = nowMs() - startedMs;
  const gold = goldOf(question);
  const score = (passages: Parameters<typeof scoreRetrieval>[0]) =>
    question.answerable ? scoreRetrieval(passages, gold, (id) => system.groupOf(id)) : NOT_SCORED;
  return {
    id: question.id,
    kind: question.kind,
    answerable: question.answerable,
    retrieval: score(retrieval.passages),
    baseline: score(question.answerable ? system.bm25(asked, BASELINE_PASSAGES) : []),
    answers: scoreAnswer(answer, {
      answers: question.answers,
      quotes: question.quotes,
      isGold: gold.articles.size === 0 ? null : (id) => gold.articles.has(system.groupOf(id)),
      find,
    }),
    answer,
    evidence: retrieval.evidence,
    latencyMs,
  };
}

function reportOf(dataset: Dataset, system: SystemUnderTest, outcomes: readonly Outcome[]): EvaluationReport {
  const latencies = outcomes.map(({ latencyMs }) => latencyMs);
  const answers = outcomes.map(({ answer }) => answer);
  const { retrieval, answers: answerScores, abstention } = aggregate(outcomes);
  return {
    set: dataset.name,
    setHash: dataset.hash,
    questions: outcomes.length,
    models: system.models,
    versions: system.versions,
    index: system.index,
    retrieval,
    answers: answerScores,
    citations: countCitations(answers),
    abstention,
    latencyMs: { p50: quantile(latencies, 0.5), p95: quantile(latencies, 0.95) },
    cost: costOf(answers),
    intervals: intervalsOf(outcomes),
    byKind: aggregateByKind(outcomes),
    byQuestion: outcomes.map(questionReport),
    baseline: { retrieval: meanRetrieval(outcomes.map(({ baseline }) => baseline)) },
  };
}

function costOf(answers: readonly Answer[]): EvaluationReport["cost"] {
  const usages = answers.flatMap((answer) => usageOfAnswer(answer) ?? []);
  const total = usages.flatMap(({ chat, judge }) => [chat, judge]).reduce(sumTokens, null);
  return total ?? { promptTokens: null, completionTokens: null };
}

function questionReport(outcome: Outcome): QuestionReport {
  return {
    id: outcome.id,
    rank: outcome.retrieval.rank,
    evidenceRank: outcome.retrieval.evidenceRank,
    "kind of answer": outcome.answer.kind,
    kind: outcome.kind,
    answerable: outcome.answerable,
    baselineRank: outcome.baseline.rank,
    containsGold: outcome.answers.containsGold,
    evidenceShown: outcome.answers.evidenceShown,
    evidence: outcome.evidence,
    latencyMs: outcome.latencyMs,
  };
}
