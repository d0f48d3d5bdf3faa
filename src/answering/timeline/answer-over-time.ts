import type { Answer, Citation, Claim, Question, Timeline, TimelineValue } from "../../domain.ts";
import type { PassageStore } from "../../ports.ts";
import { timelineOf } from "./timeline.ts";
import { asksForChange, countsThings, namesAttribute } from "./topic.ts";

const SHOWN = 4;
/** One value alone is not a change. */
const LEAST_FOR_A_CHANGE = 2;

/** The values over time, if a question asks how something changed or what it is now; otherwise null. */
export async function overTime(
  question: Question,
  store: PassageStore,
  signal?: AbortSignal,
): Promise<Timeline | null> {
  const { text, scope, order } = question;
  if (scope !== null || !namesAttribute(text)) return null;
  if (asksForChange(text)) return timelineOf(text, store, LEAST_FOR_A_CHANGE, signal);
  return order === "newest" && !countsThings(text) ? timelineOf(text, store, 1, signal) : null;
}

/** Without a model: the sentences that give the values, in their order, or the newest first where that was asked. */
export function quoteOverTime(
  answer: Answer & { readonly kind: "closest" },
  question: Question,
  timeline: Timeline,
): Answer {
  const isChange = asksForChange(question.text);
  const values = isChange ? timeline.values.slice(-SHOWN) : timeline.values.toReversed();
  const latest = timeline.values.findLast(({ isRumour }) => !isRumour) ?? timeline.values.at(-1);
  const cited = latest?.citations[0];
  const claims = distinct([...values.flatMap(claimOf), ...(isChange ? [] : answer.claims)]).slice(0, SHOWN);
  const direct =
    isChange || latest === undefined || cited?.sentence.text.includes(latest.text) !== true
      ? null
      : { text: latest.text, citation: cited };
  return { ...answer, strength: "likely", claims, direct, timeline };
}

/** The sentence of a value. */
export function claimOf({ citations: [citation] }: TimelineValue): Claim[] {
  return citation === undefined ? [] : [{ text: citation.sentence.text, citations: [citation], mark: "verbatim" }];
}

const distinct = (claims: readonly Claim[]): Claim[] => [
  ...new Map(claims.map((claim) => [keyOf(claim.citations[0]), claim])).values(),
];
const keyOf = (citation: Citation | undefined): string => `${citation?.passageId} ${citation?.sentence.ordinal}`;
