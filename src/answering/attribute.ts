import type { Citation, DropReason } from "../domain.ts";
import { type Analysed, analyse } from "./attribution/analysed.ts";
import { checkDates } from "./attribution/check-dates.ts";
import { checkExtent } from "./attribution/check-extent.ts";
import { checkFigures } from "./attribution/check-figures.ts";
import { checkMarkers } from "./attribution/check-markers.ts";
import { checkNames } from "./attribution/check-names.ts";
import { checkOpposites } from "./attribution/check-opposites.ts";
import { checkPlaces } from "./attribution/check-places.ts";
import { checkRates } from "./attribution/check-rates.ts";
import { checkSupport, coverage, nearness } from "./attribution/check-support.ts";
import { type AttributionContext, type Evidence, evidenceOf } from "./attribution/evidence.ts";
import { isVerbatim } from "./attribution/verbatim.ts";
import type { KeyTable } from "./keys.ts";
import type { ModelClaim } from "./parse-claims.ts";

/** By how much less of a claim's words one sentence may hold than all that are cited, and still carry it alone. */
const LITTLE_MORE = 0.1;

/** What the check says of a claim without a model, before anybody read it for meaning. */
export type Attribution =
  | {
      readonly outcome: "verbatim" | "matches" | "compare";
      /** The cited sentences that it needs. */
      readonly citations: readonly Citation[];
      /** Of `compare`: what the check is not sure of; null where it cannot name it. */
      readonly doubt: DropReason | null;
    }
  | {
      readonly outcome: "refuted";
      readonly reason: DropReason;
      /** The cited sentence that speaks of the claim best; null where it cites none that was shown. */
      readonly sentence: Citation | null;
    };

/** What rules can prove to be wrong; of anything else a reader may be the judge, with the sentence beside the claim. */
const REFUTING: readonly DropReason[] = ["no-citation", "unknown-key", "figure", "unit", "date"];

/**
 * Holds a claim against the sentences it cites, without a model: keys, figures, dates, their places, names, negations and
 * hedges, support. A sentence that carries the claim alone stays its only citation. It cannot see wrong cause and effect.
 */
export function attribute(claim: ModelClaim, keys: KeyTable, context: AttributionContext): Attribution {
  if (claim.text === "" || claim.cites.length === 0)
    return { outcome: "refuted", reason: "no-citation", sentence: null };
  const citations = claim.cites.map((key) => keys.get(key)).filter((citation) => citation !== undefined);
  if (citations.length < claim.cites.length) return { outcome: "refuted", reason: "unknown-key", sentence: null };
  const whole = citations.find((citation) => isVerbatim(claim.text, citation));
  if (whole !== undefined) return { outcome: "verbatim", citations: [whole], doubt: null };
  const text = analyse(claim.text);
  const cited = citations.map((citation) => evidenceOf(citation, context));
  const alone = cited.find(
    (evidence) =>
      carries(text, evidence, cited, context) &&
      faultOf(text, [evidence], context) === null &&
      checkMarkers(text, cited, context) === null,
  );
  if (alone !== undefined) return { outcome: "matches", citations: [alone.citation], doubt: null };
  const fault = faultOf(text, cited, context);
  if (fault === null) {
    const needed = withoutIdle(text, cited, context).map(({ citation }) => citation);
    return { outcome: "matches", citations: needed, doubt: null };
  }
  if (!REFUTING.includes(fault)) return { outcome: "compare", citations, doubt: fault };
  return { outcome: "refuted", reason: fault, sentence: nearest(text, cited, context) };
}

function nearest(claim: Analysed, cited: readonly Evidence[], context: AttributionContext): Citation | null {
  const shares = cited.map((evidence) => shareOf(claim, [evidence], context));
  return cited[shares.indexOf(Math.max(...shares))]?.citation ?? null;
}

/** A sentence without which the claim passes as well, and that holds no more of its words, supports no part of it. */
function withoutIdle(claim: Analysed, cited: readonly Evidence[], context: AttributionContext): readonly Evidence[] {
  return cited.reduce<readonly Evidence[]>((kept, evidence) => {
    const rest = kept.filter((other) => other !== evidence);
    const isIdle = rest.length > 1 && shareOf(claim, rest, context) >= shareOf(claim, kept, context);
    return isIdle && faultOf(claim, rest, context) === null ? rest : kept;
  }, cited);
}

/** What the claim takes from another sentence must be checked against that one too. */
function carries(
  claim: Analysed,
  evidence: Evidence,
  cited: readonly Evidence[],
  context: AttributionContext,
): boolean {
  return shareOf(claim, [evidence], context) >= shareOf(claim, cited, context) - LITTLE_MORE;
}

/** How much of the claim the sentences hold: words within a language, meaning across. */
function shareOf(claim: Analysed, cited: readonly Evidence[], context: AttributionContext): number {
  const isAcross = cited.every(({ sentence }) => sentence.language !== claim.language);
  const share = isAcross ? nearness : coverage;
  return share(
    claim,
    cited.map(({ sentence }) => sentence),
    context,
  );
}

/** The first of the checks that does not hold, for the cited sentences taken together. */
function faultOf(claim: Analysed, cited: readonly Evidence[], context: AttributionContext): DropReason | null {
  return (
    checkFigures(claim, cited, context) ??
    checkRates(
      claim,
      cited.map(({ sentence }) => sentence),
    ) ??
    checkDates(claim, cited) ??
    checkPlaces(claim, cited, context) ??
    checkNames(claim, cited, context) ??
    checkMarkers(claim, cited, context) ??
    checkOpposites(claim, cited, context) ??
    checkExtent(claim, cited, context) ??
    checkSupport(claim, cited, context)
  );
}
