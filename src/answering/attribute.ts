import { type Checked, checkClaim } from "../checking/check-claim.ts";
import type { CheckContext } from "../checking/context.ts";
import type { KeyTable } from "./keys.ts";
import type { ModelClaim } from "./model-claim.ts";

/** The result of checking a claim against the keys that the model cites. */
export type Attribution = Checked;

export function attribute({ text, cites }: ModelClaim, keys: KeyTable, context: CheckContext): Checked {
  const citations = cites.map((key) => keys.get(key)).filter((citation) => citation !== undefined);
  if (citations.length < cites.length) return { outcome: "refuted", reason: "unknown-key", sentence: null };
  return checkClaim(text, citations, context);
}
