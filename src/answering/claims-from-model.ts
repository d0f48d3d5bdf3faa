import type { CheckContext } from "../checking/context.ts";
import type { Claim, DroppedClaim, Judging, Tokens, Usage } from "../domain.ts";
import { AppError } from "../errors.ts";
import { sumTokens } from "../models/tokens.ts";
import type { ChatModel, ChatRequest, Finish } from "../ports.ts";
import { CheckedClaims, type ReplyOptions } from "./checked-claims.ts";
import type { KeyTable } from "./keys.ts";
import type { ModelClaim } from "./model-claim.ts";
import { ClaimParser } from "./parse-claims.ts";
import { repairRequest } from "./repair.ts";

export interface CheckedReply {
  readonly claims: readonly Claim[];
  /** Of which neither claim nor sentence is among the claims. */
  readonly dropped: readonly DroppedClaim[];
  /** How many of the claims were refuted at first and then repaired. */
  readonly repaired: number;
  /** Never shown, because a model can write anything here. */
  readonly missing: string | null;
  readonly coverage: "complete" | "cut";
  readonly usage: Usage | null;
  /** undefined without a judge. */
  readonly judging: Judging | undefined;
}

/** What is known about a reply besides its claims. */
export type ReplyFacts = Pick<CheckedReply, "dropped" | "usage" | "judging">;
export const NOT_ASKED: ReplyFacts = { dropped: [], usage: null, judging: undefined };

/**
 * Streams a reply and checks each claim as soon as it is complete. Then the judge reads all claims that passed. Claims that
 * either of them refuted go back to the model once, in one call, with what is wrong; the new claims are checked and judged as
 * well. A reply that is cut in the middle keeps its checked claims. A reply that hit its limit is requested once more with more
 * room. It is an error if a reply is cut or stopped before any claim, or says nothing usable.
 * @throws AppError model-*
 */
export async function claimsFromModel(
  model: ChatModel,
  request: ChatRequest,
  keys: KeyTable,
  context: CheckContext,
  options: ReplyOptions,
): Promise<CheckedReply> {
  const { signal } = options;
  const checked = new CheckedClaims(keys, context, options);
  const first = await readWithRoom(model, request, signal, checked);
  await checked.judge();
  const repair = first.end === "broken" || signal?.aborted === true ? null : repairRequest(checked.failed, keys);
  const repairTokens = repair === null ? null : await readRepair(model, repair, checked, signal);
  await checked.judge();
  const settled = checked.settle();
  if (first.failure !== null && settled.claims.length === 0) throw first.failure;
  return {
    ...settled,
    missing: first.missing,
    coverage: first.end === "whole" ? "complete" : "cut",
    usage: usageOf(sumTokens(first.tokens, repairTokens), checked.judgeTokens),
    judging: checked.judging,
  };
}

function usageOf(chat: Tokens | null, judge: Tokens | null): Usage | null {
  return chat === null && judge === null ? null : { chat, judge };
}

interface ReadReply {
  readonly missing: string | null;
  /** `length`: the model's limit ended it; `broken`: the connection or a person did. */
  readonly end: "whole" | "length" | "broken";
  /** What broke it; null if it ended normally. */
  readonly failure: unknown;
  readonly tokens: Tokens | null;
}

/** Claims of the second reply about sentences that the first one cited are repetitions. */
async function readWithRoom(
  model: ChatModel,
  request: ChatRequest,
  signal: AbortSignal | undefined,
  checked: CheckedClaims,
): Promise<ReadReply> {
  const cited = new Set<string>();
  const add = (fresh: readonly ModelClaim[]) => {
    checked.add(fresh);
    for (const key of fresh.flatMap(({ cites }) => cites)) cited.add(key);
  };
  const first = await readReply(model, request, signal, add, checked);
  if (first.end !== "length") return first;
  const addOthers = (fresh: readonly ModelClaim[]) =>
    checked.add(fresh.filter(({ cites }) => !cites.some((key) => cited.has(key))));
  const more = await readReply(model, { ...request, room: "more" }, signal, addOthers, checked).catch(
    (error: unknown) => {
      if (error instanceof AppError) return first;
      throw error;
    },
  );
  const isHeard = checked.claims.length > 0 || checked.failed.length > 0 || more.end !== "length";
  if (!isHeard) throw lacking(model, "length");
  return { ...more, tokens: more === first ? first.tokens : sumTokens(first.tokens, more.tokens) };
}

function lacking(model: ChatModel, what: "length" | "unusable"): AppError {
  return what === "length"
    ? new AppError(
        "model-length",
        `${model.name} reached the limit of its reply before it answered. Raise CHAT_MAX_TOKENS.`,
      )
    : new AppError("model-unusable", `${model.name} gave no answer that can be read.`);
}

/** `unusable` if it neither makes claims nor says that there are none to make. */
async function readReply(
  model: ChatModel,
  request: ChatRequest,
  signal: AbortSignal | undefined,
  add: (fresh: readonly ModelClaim[]) => void,
  checked: CheckedClaims,
): Promise<ReadReply> {
  const parser = new ClaimParser();
  let finish: Finish = "untold";
  let tokens: Tokens | null = null;
  let failure: unknown = null;
  try {
    for await (const event of model.stream(request, signal)) {
      if (event.kind === "text") add(parser.push(event.text));
      else ({ finish, usage: tokens } = event);
    }
  } catch (error) {
    const isStopped = signal?.aborted === true;
    if (checked.claims.length === 0 || !(error instanceof AppError || isStopped)) throw error;
    failure = error;
  }
  let end = failure === null ? endOf(finish, parser.shape) : "broken";
  // Some servers close the connection, or reach the limit, right after a complete reply.
  if (parser.shape === "closed" && signal?.aborted !== true) end = "whole";
  add(parser.end(end === "whole" ? "whole" : "cut"));
  if (end === "broken") failure ??= signal?.reason ?? lacking(model, "unusable");
  if (end === "broken" && checked.claims.length === 0) throw failure;
  if (end === "whole" && parser.outcome === "unusable") throw lacking(model, "unusable");
  return { missing: parser.missing, end, failure: end === "broken" ? failure : null, tokens };
}

function endOf(finish: Finish, shape: ClaimParser["shape"]): ReadReply["end"] {
  if (finish === "length") return "length";
  return finish === "untold" && shape === "open" ? "broken" : "whole";
}

/** If the repair call fails, the answer loses nothing. */
async function readRepair(
  model: ChatModel,
  request: ChatRequest,
  checked: CheckedClaims,
  signal: AbortSignal | undefined,
): Promise<Tokens | null> {
  try {
    const { tokens } = await readReply(model, request, signal, (fresh) => checked.repair(fresh), checked);
    return tokens;
  } catch (error) {
    if (error instanceof AppError || signal?.aborted === true) return null;
    throw error;
  }
}
