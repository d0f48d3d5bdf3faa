import { checkContext } from "../checking/context.ts";
import type { AbstainReason, Answer, ArticleCard, Claim, ModelFailure, Question, Retrieval } from "../domain.ts";
import type { ChatModel } from "../ports.ts";
import type { RetrievalDeps } from "../retrieval/retrieve.ts";
import { asksForSeveral } from "../text/asks-for-several.ts";
import { claimsFromModel, NOT_ASKED, type ReplyFacts } from "./claims-from-model.ts";
import { directSpan } from "./direct-span.ts";
import { speaksToQuestion, verbatimClaims } from "./extract.ts";
import type { Judge } from "./judge.ts";
import { assignKeys, keyTable } from "./keys.ts";
import { openWords } from "./open-words.ts";
import { modelFailureOf } from "./outcomes.ts";
import { answerRequest } from "./prompt.ts";
import { retrieveInTurn } from "./retrieve-in-turn.ts";
import { overTime, quoteOverTime } from "./timeline/answer-over-time.ts";

export const PASSAGES_RETRIEVED = 12;
const PASSAGES_IN_PROMPT = 10;
const SENTENCES_SHOWN = 6;
const NEAREST_SHOWN = 3;
/** Evidence below the first is "not found", from the second on "likely"; fitted on development sets. */
export const LEAST_EVIDENCE = 0.2;
const LIKELY_EVIDENCE = 0.6;

export interface AskDeps extends RetrievalDeps {
  readonly chat: ChatModel | null;
  /** Absent: no judge reads the claims for meaning. */
  readonly judge?: Judge | undefined;
}

export interface AskOptions {
  /** Called with all claims that may be shown so far, each time they change. */
  readonly onClaims?: ((claims: readonly Claim[]) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The straight line from a question to an answer. @throws AppError model-* */
export async function ask(question: Question, deps: AskDeps, options: AskOptions = {}): Promise<Answer> {
  const retrieval = await retrieveInTurn(question, deps, PASSAGES_RETRIEVED, options.signal);
  return answerFrom(question, retrieval, deps, options);
}

/** From the retrieved passages to the answer, with values over time if the question asks for them. @throws AppError model-* */
export async function answerFrom(
  question: Question,
  retrieval: Retrieval,
  deps: AskDeps,
  options: AskOptions = {},
): Promise<Answer> {
  const answer = await answerOnce(question, retrieval, deps, options);
  if (answer.kind === "abstained") return answer;
  const whole = { ...question, text: retrieval.follows?.read ?? question.text };
  const timeline = await overTime(whole, deps.store, options.signal);
  if (timeline === null) return answer;
  return answer.kind === "closest" ? quoteOverTime(answer, whole, timeline) : { ...answer, timeline };
}

async function answerOnce(
  question: Question,
  retrieval: Retrieval,
  deps: AskDeps,
  options: AskOptions = {},
): Promise<Answer> {
  if (retrieval.passages.length === 0) return abstain(question, retrieval, "nothing-found");
  if (deps.chat === null) return quote(question, retrieval, deps, null);
  try {
    return await write(question, retrieval, deps, deps.chat, options);
  } catch (error) {
    const failure = modelFailureOf(error);
    if (failure === null || options.signal?.aborted === true) throw error;
    const quoted = quote(question, retrieval, deps, failure);
    // "The articles do not say" would be a guess, because the model never answered.
    if (quoted.kind === "abstained") throw error;
    return quoted;
  }
}

function quote(question: Question, retrieval: Retrieval, deps: AskDeps, failure: ModelFailure | null): Answer {
  if (retrieval.evidence < LEAST_EVIDENCE) return abstain(question, retrieval, "weak-evidence");
  return closest(question, retrieval, deps, failure);
}

/** The model did write claims, so there is something to read: the articles themselves are shown. */
function quoteInstead(question: Question, retrieval: Retrieval, deps: AskDeps, reply: ReplyFacts): Answer {
  const { dropped, usage, judging } = reply;
  if (retrieval.sentences.length === 0) return abstain(question, retrieval, "no-claim-left", reply);
  return { ...closest(question, retrieval, deps, null), fallen: { dropped, usage, judging } };
}

function closest(
  question: Question,
  retrieval: Retrieval,
  deps: AskDeps,
  failure: ModelFailure | null,
): Answer & { readonly kind: "closest" } {
  const claims = verbatimClaims(retrieval.sentences).slice(0, SENTENCES_SHOWN);
  const strength = retrieval.evidence >= LIKELY_EVIDENCE ? "likely" : "related";
  const direct = strength === "likely" ? directSpan(question, claims, deps) : null;
  const { searched, unknownNames, follows } = retrieval;
  return {
    kind: "closest",
    language: question.language,
    claims,
    strength,
    direct,
    failure,
    unknownNames,
    searched,
    follows,
  };
}

async function write(
  question: Question,
  retrieval: Retrieval,
  deps: AskDeps,
  chat: ChatModel,
  options: AskOptions,
): Promise<Answer> {
  const passages = assignKeys(retrieval.passages.slice(0, PASSAGES_IN_PROMPT));
  const reply = await claimsFromModel(
    chat,
    answerRequest(question, passages),
    keyTable(passages),
    checkContext(
      passages.map(({ found }) => found),
      question.text,
      deps.encoder,
    ),
    { ...options, judge: deps.judge, speaksToQuestion: speaksToQuestion(retrieval.sentences) },
  );
  const { claims, dropped, coverage, usage, judging } = reply;
  if (claims.length === 0)
    return dropped.length === 0
      ? abstain(question, retrieval, "model-abstained", reply)
      : quoteInstead(question, retrieval, deps, reply);
  return {
    kind: "answered",
    language: question.language,
    claims,
    dropped,
    repaired: reply.repaired,
    open: reply.missing === null ? [] : openWords(question, claims, deps),
    layout: claims.length > 1 && asksForSeveral(question.text) ? "list" : "text",
    coverage,
    searched: retrieval.searched,
    follows: retrieval.follows,
    usage,
    judging,
  };
}

function abstain(
  question: Question,
  retrieval: Retrieval,
  reason: AbstainReason,
  { dropped, usage, judging }: ReplyFacts = NOT_ASKED,
): Answer {
  const { searched, passages, unknownNames, follows } = retrieval;
  return {
    kind: "abstained",
    language: question.language,
    reason,
    dropped,
    unknownNames,
    searched,
    follows,
    nearest: nearestArticles(passages.map((found) => found.article)),
    usage,
    judging,
  };
}

function nearestArticles(articles: readonly ArticleCard[]): ArticleCard[] {
  return [...new Map(articles.map((article) => [article.id, article])).values()].slice(0, NEAREST_SHOWN);
}
