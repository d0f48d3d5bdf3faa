import type { Claim, DroppedClaim, Usage } from "../domain.ts";
import { AppError } from "../errors.ts";
import type { ChatModel, ChatRequest } from "../ports.ts";
import { attribute } from "./attribute.ts";
import type { AttributionContext } from "./attribution/evidence.ts";
import type { KeyTable } from "./keys.ts";
import { ClaimParser, type ModelClaim } from "./parse-claims.ts";
import { type FailedClaim, repairRequest, stillDropped } from "./repair.ts";

export interface CheckedReply {
  readonly claims: readonly Claim[];
  readonly dropped: readonly DroppedClaim[];
  /** How many of the claims were dropped at first and then mended. */
  readonly repaired: number;
  readonly missing: string | null;
  readonly coverage: "complete" | "cut";
  /** Of all calls together. */
  readonly usage: Usage | null;
}

export interface ReplyOptions {
  /** Called with all claims so far each time one passed its checks; none is ever taken back. */
  readonly onClaims?: ((claims: readonly Claim[]) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

const MAX_CLAIMS = 12;

/**
 * Streams a reply and checks each claim as soon as it is complete; only checked claims reach `onClaims`. Those that fail
 * are given back to the model once, in one call, with what failed. A reply cut in the middle keeps what was checked; one
 * cut before any claim is an error, and so is one that was stopped then.
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
    usage: sum(first.usage, mended?.usage ?? null),
  };
}

/** Claims as they pass or fail. */
class CheckedClaims {
  readonly kept: Claim[] = [];
  readonly failed: FailedClaim[] = [];
  readonly #keys: KeyTable;
  readonly #context: AttributionContext;
  readonly #options: ReplyOptions;

  constructor(keys: KeyTable, context: AttributionContext, options: ReplyOptions) {
    this.#keys = keys;
    this.#context = context;
    this.#options = options;
  }

  /** Returns those that passed and say something new. */
  add(fresh: readonly ModelClaim[]): ModelClaim[] {
    const passed = fresh.filter((claim) => this.kept.length < MAX_CLAIMS && this.#check(claim));
    if (passed.length > 0) this.#options.onClaims?.([...this.kept]);
    return passed;
  }

  #check(claim: ModelClaim): boolean {
    const result = attribute(claim, this.#keys, this.#context);
    if (result.kind === "dropped") {
      this.failed.push({ claim, dropped: result.dropped });
      return false;
    }
    if (this.kept.some(({ text }) => text === result.claim.text)) return false;
    this.kept.push(result.claim);
    return true;
  }
}

interface ReadReply {
  readonly missing: string | null;
  /** `length`: the model's limit ended it; `broken`: the connection did. */
  readonly end: "whole" | "length" | "broken";
  readonly usage: Usage | null;
}

async function readReply(
  model: ChatModel,
  request: ChatRequest,
  signal: AbortSignal | undefined,
  add: (fresh: readonly ModelClaim[]) => void,
  { kept }: CheckedClaims,
): Promise<ReadReply> {
  const parser = new ClaimParser();
  let end: ReadReply["end"] = "whole";
  let usage: Usage | null = null;
  try {
    for await (const event of model.stream(request, signal)) {
      if (event.kind === "text") add(parser.push(event.text));
      else {
        usage = event.usage;
        if (event.finish === "length") end = "length";
      }
    }
  } catch (error) {
    const isStopped = signal?.aborted === true;
    if (kept.length === 0 || !(error instanceof AppError || isStopped)) throw error;
    end = "broken";
  }
  add(parser.end());
  return { missing: parser.missing, end, usage };
}

/** A failing repair call costs the answer nothing: the failed claims stay dropped. */
async function mend(
  model: ChatModel,
  request: ChatRequest,
  checked: CheckedClaims,
  atMost: number,
  signal: AbortSignal | undefined,
): Promise<{ readonly claims: readonly ModelClaim[]; readonly usage: Usage | null }> {
  const claims: ModelClaim[] = [];
  const add = (fresh: readonly ModelClaim[]) => {
    for (const claim of fresh) if (claims.length < atMost) claims.push(...checked.add([claim]));
  };
  try {
    const { usage } = await readReply(model, request, signal, add, checked);
    return { claims, usage };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { claims, usage: null };
  }
}

function sum(a: Usage | null, b: Usage | null): Usage | null {
  if (a === null || b === null) return a ?? b;
  return {
    promptTokens: a.promptTokens + b.promptTokens,
    completionTokens: a.completionTokens + b.completionTokens,
  };
}
