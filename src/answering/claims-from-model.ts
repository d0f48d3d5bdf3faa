import type { Claim, DroppedClaim, Usage } from "../domain.ts";
import { AppError } from "../errors.ts";
import type { ChatModel, ChatRequest, SentenceEncoder } from "../ports.ts";
import { attribute } from "./attribute.ts";
import type { KeyTable } from "./keys.ts";
import { ClaimParser, type ModelClaim } from "./parse-claims.ts";

export interface CheckedReply {
  readonly claims: readonly Claim[];
  readonly dropped: readonly DroppedClaim[];
  readonly missing: string | null;
  readonly coverage: "complete" | "cut";
  readonly usage: Usage | null;
}

const MAX_CLAIMS = 12;

/**
 * Streams a reply and checks each claim as soon as it is complete; only checked claims reach `onClaims`. A reply cut in
 * the middle keeps what was checked; one cut before any claim is an error.
 * @throws AppError model-*
 */
export async function claimsFromModel(
  model: ChatModel,
  request: ChatRequest,
  keys: KeyTable,
  encoder: SentenceEncoder,
  options: {
    readonly onClaims?: ((claims: readonly Claim[]) => void) | undefined;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<CheckedReply> {
  const parser = new ClaimParser();
  const claims: Claim[] = [];
  const dropped: DroppedClaim[] = [];
  let coverage: CheckedReply["coverage"] = "complete";
  let usage: Usage | null = null;

  const check = (fresh: readonly ModelClaim[]) => {
    const before = claims.length;
    for (const claim of fresh) {
      if (claims.length >= MAX_CLAIMS) break;
      const result = attribute(claim, keys, encoder);
      if (result.kind === "dropped") dropped.push(result.dropped);
      else if (!claims.some((kept) => kept.text === result.claim.text)) claims.push(result.claim);
    }
    if (claims.length > before) options.onClaims?.([...claims]);
  };

  try {
    for await (const event of model.stream(request, options.signal)) {
      if (event.kind === "text") check(parser.push(event.text));
      else {
        usage = event.usage;
        if (event.finish === "length") coverage = "cut";
      }
    }
  } catch (error) {
    if (claims.length === 0 || !(error instanceof AppError)) throw error;
    coverage = "cut";
  }
  check(parser.end());
  return { claims, dropped, missing: parser.missing, coverage, usage };
}
