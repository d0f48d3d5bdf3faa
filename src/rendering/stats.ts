import type { ExamResult, OutcomeName, TokenName } from "../domain.ts";
import type { IndexFacts } from "../library/library.ts";
import { type RichText, RichTextBuilder } from "./rich-text.ts";
import { periodOf, type Say } from "./say.ts";

type Counts = ReadonlyMap<string, number>;

/** What the owner is told of the bot's work and of what it rests on. */
export interface Stats {
  readonly today: Counts;
  readonly week: Counts;
  readonly all: Counts;
  readonly votes: { readonly up: number; readonly down: number };
  readonly index: IndexFacts | null;
  /** null: answers are quoted. */
  readonly chatModel: string | null;
  /** null: nobody reads the claims for meaning. */
  readonly judgeModel: string | null;
  /** null: it is not through, or there is no judge. */
  readonly judgeExam: ExamResult | null;
}

type Group = "questions" | "failures" | "claims" | "dropped" | "judge" | "summaries" | "tokens";
type CountName = OutcomeName | TokenName;

/** Every count with its group, in the order in which they are told. */
const GROUPS: Readonly<Record<CountName, Group>> = {
  answered: "questions",
  "answered-cut": "questions",
  "closest-likely": "questions",
  "closest-related": "questions",
  "abstained-nothing-found": "questions",
  "abstained-weak-evidence": "questions",
  "abstained-no-claim-left": "questions",
  "abstained-model-abstained": "questions",
  "abstained-needs-model": "questions",
  "abstained-no-such-point": "questions",
  "abstained-no-such-language": "questions",
  stopped: "questions",
  error: "questions",
  "all-refuted": "failures",
  "failure-model-auth": "failures",
  "failure-model-missing": "failures",
  "failure-model-credit": "failures",
  "failure-model-rate-limit": "failures",
  "failure-model-unreachable": "failures",
  "failure-model-cut": "failures",
  "failure-model-answer": "failures",
  "failure-model-context": "failures",
  "failure-model-length": "failures",
  "failure-model-filtered": "failures",
  "failure-model-unusable": "failures",
  "mark-verbatim": "claims",
  "mark-checked": "claims",
  "mark-matches": "claims",
  "mark-compare": "claims",
  "mark-sentence": "claims",
  repaired: "claims",
  "dropped-no-citation": "dropped",
  "dropped-unknown-key": "dropped",
  "dropped-figure": "dropped",
  "dropped-unit": "dropped",
  "dropped-date": "dropped",
  "dropped-misplaced-figure": "dropped",
  "dropped-name": "dropped",
  "dropped-link": "dropped",
  "dropped-negation": "dropped",
  "dropped-hedge": "dropped",
  "dropped-plan": "dropped",
  "dropped-opposite": "dropped",
  "dropped-overstated": "dropped",
  "dropped-unsupported": "dropped",
  "dropped-judged": "dropped",
  "judge-answered": "judge",
  "judge-unreadable": "judge",
  "judge-slow": "judge",
  "judge-failed": "judge",
  "judge-unsure": "judge",
  "summary-written": "summaries",
  "summary-extracted": "summaries",
  "summary-failed": "summaries",
  "tokens-chat-read": "tokens",
  "tokens-chat-written": "tokens",
  "tokens-judge-read": "tokens",
  "tokens-judge-written": "tokens",
  "tokens-exam-read": "tokens",
  "tokens-exam-written": "tokens",
};
const NAMES = Object.keys(GROUPS) as CountName[];

/** Counts in columns of even width: today, seven days, all; what never happened is left out. Then votes and index. */
export function renderStats(stats: Stats, say: Say): RichText {
  const out = new RichTextBuilder();
  out.bold(say("stats"));
  if (stats.all.size === 0) out.plain(`\n\n${say("stats-none")}`);
  else out.plain("\n\n").pre(table(stats, say));
  const { up, down } = stats.votes;
  if (up + down > 0) out.plain("\n").plain(say("stats-votes", { up, down }));
  out.plain("\n\n").bold(say("stats-index"));
  for (const line of indexLines(stats, say)) out.plain(`\n${line}`);
  return out.build();
}

/** Figures first, so that they stand under one another whatever width a font gives to Chinese characters. */
function table(stats: Stats, say: Say): string {
  const columns = [stats.today, stats.week, stats.all];
  const groups = [...new Set(Object.values(GROUPS))].map((group) => {
    const names = NAMES.filter((name) => GROUPS[name] === group && stats.all.has(name));
    const rows = names.map((name) => [...columns.map((counts) => figureOf(counts, name)), say(`outcome-${name}`)]);
    const sums = columns.map((counts) => names.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0));
    const head = group === "questions" ? [[...sums, say("stats-questions")]] : [];
    return [...head, ...rows];
  });
  const filled = groups.filter((rows) => rows.length > 0);
  const header = [say("stats-today"), say("stats-week"), say("stats-all"), ""];
  const line = aligned([header, ...filled.flat()]);
  return [line(header), ...filled.map((rows) => rows.map(line).join("\n"))].join("\n\n");
}

/** Tokens are told in thousands and millions, which would else make every column wide. */
function figureOf(counts: Counts, name: CountName): string | number {
  const count = counts.get(name) ?? 0;
  return GROUPS[name] === "tokens" ? SHORT.format(count) : count;
}

const SHORT = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 3 });

type Cells = readonly (string | number)[];

/** Puts the cells of a row under those of the others, the last one to the left. */
function aligned(rows: readonly Cells[]): (row: Cells) => string {
  const widthOf = (index: number) => Math.max(...rows.map((row) => String(row[index]).length));
  return (row) => {
    const figures = row.slice(0, -1).map((cell, index) => String(cell).padStart(widthOf(index)));
    return [...figures, row.at(-1)].join("  ").trimEnd();
  };
}

/** What a call of the judge takes on average, in tokens read and written; null where none was counted. */
export function tokensPerCall(all: Counts): string | null {
  const count = (name: CountName) => all.get(name) ?? 0;
  const calls = count("judge-answered") + count("judge-unreadable");
  const tokens = count("tokens-judge-read") + count("tokens-judge-written");
  return calls === 0 || tokens === 0 ? null : SHORT.format(tokens / calls);
}

function judgeLines({ judgeModel, judgeExam, all }: Stats, say: Say): string[] {
  if (judgeModel === null) return [];
  const tokens = tokensPerCall(all);
  const exam = say(`stats-exam-${judgeExam === null ? "pending" : judgeExam.passed ? "passed" : "failed"}`, {
    right: judgeExam?.right ?? 0,
    asked: judgeExam?.asked ?? 0,
  });
  return [
    `${say("stats-judge-model", { model: judgeModel })} · ${exam}`,
    ...(tokens === null ? [] : [say("stats-judge-cost", { tokens })]),
  ];
}

function indexLines(stats: Stats, say: Say): string[] {
  const { index, chatModel } = stats;
  const chat = say("stats-chat-model", { model: chatModel ?? say("stats-no-model") });
  const models = [chat, ...judgeLines(stats, say)];
  if (index === null) return [say("error-no-index"), ...models];
  const { articles, passages, embedder } = index;
  return [
    say("stats-articles", { articles, passages, period: periodOf(index, say) }),
    ...models,
    say("stats-embedder", { embedder }),
  ];
}

/** On one line, by the names of `OutcomeName`. */
export function statsAsJson({ today, week, all, ...rest }: Stats): string {
  const counts = { today: Object.fromEntries(today), week: Object.fromEntries(week), all: Object.fromEntries(all) };
  return JSON.stringify({ ...counts, ...rest });
}
