import type { Claim, DroppedClaim, Judging, Tokens, Usage } from "../domain.ts";
import { AppError } from "../errors.ts";
import type { ChatModel, ChatRequest } from "../ports.ts";
import type { AttributionContext } from "./attribution/evidence.ts";
import { CheckedClaims, type ReplyOptions } from "./checked-claims.ts";
import type { KeyTable } from "./keys.ts";
import { ClaimParser, type ModelClaim } from "./parse-claims.ts";
import { repairRequest, stillDropped } from "./repair.ts";
import { sumTokens } from "./tokens.ts";

export interface CheckedReply {
  readonly claims: readonly Claim[];
  readonly dropped: readonly DroppedClaim[];
  /** How many of the claims were dropped at first and then mended. */
  readonly repaired: number;
  readonly missing: string | null;
  readonly coverage: "complete" | "cut";
  readonly usage: Usage | null;
  /** undefined without a judge. */
  readonly judging: Judging | undefined;
}

/** What there is to tell of a reply besides its claims. */
export type ReplyFacts = Pick<CheckedReply, "dropped" | "usage" | "judging">;
export const NOT_ASKED: ReplyFacts = { dropped: [], usage: null, judging: undefined };

/**
 * Streams a reply and checks each claim as soon as it is complete; only checked claims, and with a judge only those that
 * it did not refuse, reach `onClaims`. Those that fail are given back to the model once, in one call, with what failed. A
 * reply cut in the middle keeps what was checked; one cut before any claim is an error, and so is one stopped then.
 * @throws AppError model-*
 */
export async function claimsFromModel(
  model: ChatModel,
  request: ChatRequest,
  keys: KeyTable,
  context: AttributionContext,
  options: ReplyOptions,
): Promise<CheckedReply> {
  const checked = new CheckedClaims(keys, context, options);
  const first = await readReply(model, request, options.signal, (fresh) => checked.add(fresh), checked);
  const failed = [...checked.failed];
  const repair = first.end === "broken" ? null : repairRequest(failed, keys);
  const mended = repair === null ? null : await mend(model, repair, checked, failed.length, options.signal);
  return {
    claims: checked.kept,
    dropped: stillDropped(failed, mended?.claims ?? []),
    repaired: mended?.claims.length ?? 0,
    missing: first.missing,
    coverage: first.end === "whole" ? "complete" : "cut",
    usage: usageOf(sumTokens(first.tokens, mended?.tokens ?? null), checked.judgeTokens),
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
  readonly tokens: Tokens | null;
}

async function readReply(
  model: ChatModel,
  request: ChatRequest,
  signal: AbortSignal | undefined,
  add: (fresh: readonly ModelClaim[]) => void,
  checked: CheckedClaims,
): Promise<ReadReply> {
  const parser = new ClaimParser();
  let end: ReadReply["end"] = "whole";
  let tokens: Tokens | null = null;
  let failure: unknown = null;
  try {
    for await (const event of model.stream(request, signal)) {
      if (event.kind === "text") add(parser.push(event.text));
      else {
        tokens = event.usage;
        if (event.finish === "length") end = "length";
      }
    }
  } catch (error) {
    const isStopped = signal?.aborted === true;
    if (!checked.hasPassed || !(error instanceof AppError || isStopped)) throw error;
    failure = error;
    end = "broken";
  }
  add(parser.end());
  if ((await checked.settled()) === "stopped") end = "broken";
  if (end === "broken" && checked.kept.length === 0) throw failure ?? signal?.reason;
  return { missing: parser.missing, end, tokens };
}

/** A failing repair call costs the answer nothing: the failed claims stay dropped. */
async function mend(
  model: ChatModel,
  request: ChatRequest,
  checked: CheckedClaims,
  atMost: number,
  signal: AbortSignal | undefined,
): Promise<{ readonly claims: readonly ModelClaim[]; readonly tokens: Tokens | null }> {
  const passed: ModelClaim[] = [];
  const add = (fresh: readonly ModelClaim[]) => {
    for (const claim of fresh) if (passed.length < atMost) passed.push(...checked.add([claim]));
  };
  try {
    const { tokens } = await readReply(model, request, signal, add, checked);
    return { claims: passed.filter((claim) => checked.keeps(claim)), tokens };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { claims: [], tokens: null };
  }
}
