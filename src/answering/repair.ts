import type { DropReason } from "../domain.ts";
import type { ChatRequest } from "../ports.ts";
import type { KeyTable } from "./keys.ts";
import type { ModelClaim } from "./model-claim.ts";
import { repairPrompt } from "./prompt.ts";

/** A claim that failed, with what failed. */
export interface FailedClaim {
  readonly claim: ModelClaim;
  readonly reason: DropReason;
  /** What the judge does not find in the sentences; empty where it named nothing. */
  readonly words: string;
}

/** Told to the model. What the cited sentences cannot repair is not asked for. */
const PROBLEMS: Readonly<Record<DropReason, string | null>> = {
  "no-citation": null,
  "unknown-key": "it cites a key that was not shown",
  figure: "a figure in it does not stand in the cited sentences",
  unit: "a figure in it has another unit than in the cited sentences",
  date: "a date in it does not stand in the cited sentences",
  "misplaced-figure": "a figure or date in it belongs to something else in the cited sentences",
  link: "a link in it does not stand in the cited sentences",
  name: "a name in it stands neither in the cited sentences nor before them",
  negation: "it loses or adds a negation",
  hedge: "it tells as a fact what the cited sentences only report, estimate or think possible",
  plan: "it tells as done what the cited sentences only plan or expect",
  opposite: "a word in it says the opposite of what the cited sentences say",
  overstated: "it says of all or most what the cited sentences say of fewer",
  unsupported: "the cited sentences do not speak of it",
  judged:
    "the cited sentences do not bear it out: it may have cause and effect or who did what the wrong way round, or say more than they do",
};

/** One request for all failing claims of a reply; null when none of them cites a sentence that was shown. */
export function repairRequest(failed: readonly FailedClaim[], keys: KeyTable): ChatRequest | null {
  const repairable = failed.flatMap((one) => {
    const problem = problemOf(one);
    const sentences = one.claim.cites.flatMap((key) => {
      const citation = keys.get(key);
      return citation === undefined ? [] : [`[${key}] ${citation.sentence.text.replace(/\s+/g, " ")}`];
    });
    return problem === null || sentences.length === 0
      ? []
      : [`Claim: ${one.claim.text}\nProblem: ${problem}.\n${sentences.join("\n")}`];
  });
  return repairable.length === 0 ? null : repairPrompt(repairable);
}

function problemOf({ reason, words }: FailedClaim): string | null {
  const named = words.replace(/\s+/g, " ").trim();
  return reason === "judged" && named !== "" ? `the cited sentences do not bear out "${named}"` : PROBLEMS[reason];
}
