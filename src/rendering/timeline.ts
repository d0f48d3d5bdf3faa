import type { Answer, Claim, Timeline, TimelineValue } from "../domain.ts";
import type { RichTextBuilder } from "./rich-text.ts";
import type { Say } from "./say.ts";
import type { NumberedSources } from "./source-numbers.ts";

/** "2022-12 5亿美金 [1] → 2023-06 15亿美金 [2]"; values of one day that differ stand side by side, hearsay is marked. */
export function renderTimeline(
  out: RichTextBuilder,
  { entity, values }: Timeline,
  sources: NumberedSources,
  say: Say,
): void {
  out.bold(`${entity} `);
  for (const [index, value] of values.entries()) {
    const isSameDay = value.asOf === values[index - 1]?.asOf;
    if (index > 0) out.plain(isSameDay ? " / " : " → ");
    if (!isSameDay) out.plain(`${value.asOf} `);
    out
      .plain(value.text)
      .plain(value.isRumour ? say("timeline-rumour") : "")
      .plain(" ");
    for (const number of numbersOf(value, sources))
      out.link(`[${number}]`, sources.list[number - 1]?.article.url ?? null);
  }
  out.plain("\n\n");
}

const MOST_SOURCES = 2;
const numbersOf = ({ citations }: TimelineValue, sources: NumberedSources): number[] => [
  ...new Set(citations.slice(0, MOST_SOURCES).map((citation) => sources.numberOf(citation))),
];

/** Claims that cite what the line cites, so that each of its sources has a number. */
export const claimsOfTimeline = ({ values }: Timeline): Claim[] =>
  values.map(({ text, citations }) => ({ text, citations: citations.slice(0, MOST_SOURCES), mark: "verbatim" }));

/** All that an answer cites, in the order in which its sources are numbered. */
export function citingClaims(answer: Answer): readonly Claim[] {
  if (answer.kind === "abstained") return [];
  return answer.timeline === undefined ? answer.claims : [...answer.claims, ...claimsOfTimeline(answer.timeline)];
}
