import type { Maker } from "./claim.ts";
import { causeSwapped } from "./lies/cause.ts";
import { dateChanged } from "./lies/date.ts";
import { digitChanged } from "./lies/digit.ts";
import { hedgeDropped } from "./lies/hedge.ts";
import { inventedClause, topicClause } from "./lies/invented.ts";
import { irrelevantFar, irrelevantNear } from "./lies/irrelevant.ts";
import { nameFromPassage, namesSwapped } from "./lies/name.ts";
import { negationAdded, negationDropped } from "./lies/negation.ts";
import { planAsDone } from "./lies/plan.ts";
import { quoteStretched } from "./lies/stretch.ts";
import { figureFromPassage, figuresSwapped } from "./lies/swap-figures.ts";
import { unitChanged } from "./lies/unit.ts";
import { unknownKey } from "./lies/unknown-key.ts";
import { oneClause } from "./truths/clause.ts";
import { dateFormat } from "./truths/date-format.ts";
import { numberFormat } from "./truths/number-format.ts";
import { paraphrase } from "./truths/paraphrase.ts";
import { pronoun } from "./truths/pronoun.ts";
import { reckoned } from "./truths/reckoned.ts";
import { relativeDate } from "./truths/relative-date.ts";
import { spacing } from "./truths/spacing.ts";
import { translatedName } from "./truths/translated-name.ts";
import { verbatim } from "./truths/verbatim.ts";

/** One row of the table. Limits of lies: the share shown, at most; null is only reported. */
export interface ClaimClass {
  readonly name: string;
  readonly truth: "true" | "lie";
  readonly limit: number | null;
  readonly make: Maker;
  /** Which claims it starts from; claims of joined sentences have rows of their own. */
  readonly from: "single" | "joined";
}

const lie = (name: string, limit: number | null, make: Maker): Omit<ClaimClass, "from"> => ({
  name,
  truth: "lie",
  limit,
  make,
});
const truth = (name: string, make: Maker): Omit<ClaimClass, "from"> => ({ name, truth: "true", limit: null, make });

const TRUTHS = [
  truth("verbatim", verbatim),
  truth("spacing", spacing),
  truth("number format", numberFormat),
  truth("date format", dateFormat),
  truth("relative date", relativeDate),
  truth("pronoun", pronoun),
  truth("translated name", translatedName),
  truth("sum or difference", reckoned),
  truth("one clause", oneClause),
  truth("paraphrase", paraphrase),
];
const LIES = [
  lie("unknown key", 0, unknownKey),
  lie("digit changed", 0, digitChanged),
  lie("date changed", 0, dateChanged),
  lie("unit changed", 0, unitChanged),
  lie("figures swapped in sentence", 0.02, figuresSwapped),
  lie("figure of another sentence", 0.02, figureFromPassage),
  lie("invented clause", 0.03, inventedClause),
  lie("clause of the same article", 0.08, topicClause),
  lie("negation dropped", 0.05, negationDropped),
  lie("negation added", 0.05, negationAdded),
  lie("hedge dropped", 0.05, hedgeDropped),
  lie("plan told as done", 0.05, planAsDone),
  lie("irrelevant, same article", 0.05, irrelevantNear),
  lie("irrelevant, other article", 0.05, irrelevantFar),
  lie("names swapped in sentence", null, namesSwapped),
  lie("name of another sentence", null, nameFromPassage),
  lie("cause and effect swapped", null, causeSwapped),
  lie("quote stretched", null, quoteStretched),
];
/** A citation of one sentence cannot be joined, and half a quote or swapped causes say nothing about two sentences. */
const NOT_JOINED = /^(?:unknown key|irrelevant|cause|quote|pronoun|spacing|one clause)/;

export const CLASSES: readonly ClaimClass[] = [
  ...[...TRUTHS, ...LIES].map((one) => ({ ...one, from: "single" as const })),
  ...[...TRUTHS, ...LIES]
    .filter(({ name }) => !NOT_JOINED.test(name))
    .map((one) => ({ ...one, name: `joined: ${one.name}`, from: "joined" as const })),
];

/** Least share of true claims kept. */
export const LEAST_KEPT = 0.95;
