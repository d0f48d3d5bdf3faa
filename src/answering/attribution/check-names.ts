import { terms } from "../../text/terms.ts";
import { isMissedAcross, standsAcross } from "./across-names.ts";
import type { Analysed } from "./analysed.ts";
import type { AttributionContext, Evidence } from "./evidence.ts";
import { PRONOUN_HEAD } from "./name-words.ts";
import type { NameMention } from "./names.ts";
import { affinity } from "./neighbourhood.ts";
import { occurrences } from "./same-name.ts";

export type NameFault = "name" | "misplaced-name";

/** By how much another name of the sentence may fit the claim's words better before the two count as swapped. */
const MARGIN = 0.1;
/** Other names are bad neighbours: they may be swapped themselves. */
const NAME_WEIGHT = 0.3;
/** Below this fit the claim has other words, and says nothing about the rival's place. */
const LEAST_RIVAL = 0.6;
const MARGIN_LIKELY = 0.25;
/** A name of the sentence whose surroundings the claim repeats this well, with another name in its place, was replaced. */
const REPLACED = 0.45;
const REPLACED_LIKELY = 0.7;

/**
 * The names of the claim stand in the cited sentences, next to the same words; else in what the passage says before them,
 * in its title or in the question, unless the claim put them in the place of a name of the sentence.
 */
export function checkNames(claim: Analysed, cited: readonly Evidence[], context: AttributionContext): NameFault | null {
  for (const name of context.names(claim)) {
    const own = cited.map(({ sentence }) => occurrences(name, sentence, context));
    const fault = own.some((places) => places.length > 0)
      ? swapped(name, own, claim, cited, context)
      : brought(name, claim, cited, context);
    if (fault !== null) return fault;
  }
  return null;
}

type Places = readonly { readonly start: number; readonly end: number }[];

/** The name stands in the sentences: does another one of theirs fit its place better? */
function swapped(
  name: NameMention,
  own: readonly Places[],
  claim: Analysed,
  cited: readonly Evidence[],
  context: AttributionContext,
): NameFault | null {
  if (name.certainty !== "sure") return null;
  const fitting = (place: Places[number], { sentence }: Evidence) => fitOf(name, claim, place, sentence, context);
  const best = Math.max(
    0,
    ...cited.flatMap((evidence, index) => (own[index] ?? []).map((place) => fitting(place, evidence))),
  );
  const outdone = cited.some((evidence, index) =>
    rivalsOf(evidence.sentence, own[index] ?? [], context).some((rival) => {
      if (!isSure(rival) && !(rival.script === "latin" && name.script === "latin")) return false;
      // 质谱(Mass Spectrometry) is one thing under two names.
      const isKept = occurrences(rival, claim, context).some(
        ({ start, end }) => end <= name.start || start >= name.end,
      );
      if (!isKept && goesWith(rival, own[index] ?? [], evidence.sentence)) return false;
      const fit = fitting(rival, evidence);
      return fit > LEAST_RIVAL && fit > best + (isSure(rival) ? MARGIN : MARGIN_LIKELY);
    }),
  );
  return outdone ? "misplaced-name" : null;
}

/** 日本漫画家江口寿史, 威克水槽(Heuco Tanks), "BSkyB and Virgin Media": one may be told without the other. */
function goesWith(rival: Places[number], own: Places, { text, language }: Analysed): boolean {
  return own.some((place) => {
    const between = rival.end <= place.start ? text.slice(rival.end, place.start) : text.slice(place.end, rival.start);
    return GOES_WITH[language].test(between);
  });
}

const GOES_WITH = {
  zh: /^(?:的?\p{Script=Han}{0,6}|[\s·]*|[^,。;]{0,6}\([^)]{0,24})$/u,
  en: /^(?:[\s'’s]*(?:\p{Ll}+\s){0,2}|\s(?:and|or|&)\s|,\s(?:and\s)?|[^,.;]{0,12}\([^)]{0,24})$/u,
} as const;

/** The name comes from elsewhere: from before the sentence, for a pronoun, or in the place of another name? */
function brought(
  name: NameMention,
  claim: Analysed,
  cited: readonly Evidence[],
  context: AttributionContext,
): NameFault | null {
  const replaced = cited.flatMap(({ sentence }) =>
    rivalsOf(sentence, [], context).filter((rival) => {
      const fit = fitOf(name, claim, rival, sentence, context);
      if (completesSubject(name, sentence) || (isSure(name) && !isSure(rival))) return false;
      if (fit < (isSure(name) ? REPLACED : REPLACED_LIKELY)) return false;
      return !occurrences(rival, claim, context).some((place) => fitOf(place, claim, rival, sentence, context) >= fit);
    }),
  );
  const known = [
    ...(isSure(name) ? [context.question] : []),
    ...cited.flatMap(({ title, heading, before }) => [title, ...(heading === null ? [] : [heading]), ...before]),
  ];
  const isKnown = known.some((text) => occurrences(name, text, context).length > 0);
  const isLater =
    !isKnown && cited.some(({ after }) => after.some((text) => occurrences(name, text, context).length > 0));
  if (isAcross(claim, cited) && standsSomewhere(name, claim, cited, context)) return null;
  if (replaced.length > 0 && (isKnown || isLater || isSure(name))) return "misplaced-name";
  if (isKnown || name.certainty !== "sure") return null;
  return isLater ? "misplaced-name" : "name";
}

/** 它全长64.4米 may be told of the bridge by its name, which stands in the pronoun's place at the head. */
function completesSubject({ start }: NameMention, sentence: Analysed): boolean {
  return start <= LONGEST_HEAD && PRONOUN_HEAD[sentence.language].test(sentence.text);
}

const LONGEST_HEAD = 4;
const isSure = ({ certainty }: NameMention): boolean => certainty === "sure";

const isAcross = ({ language }: Analysed, cited: readonly Evidence[]): boolean =>
  cited.some(({ sentence }) => sentence.language !== language);

/** Across languages also by sound and meaning, and forms that may be common words are let through. */
function standsSomewhere(
  name: NameMention,
  claim: Analysed,
  cited: readonly Evidence[],
  context: AttributionContext,
): boolean {
  const foreign = cited.filter(({ sentence }) => sentence.language !== claim.language);
  return (
    !isMissedAcross(name, context) ||
    foreign.some(({ sentence, title, before }) =>
      [sentence, title, ...before].some((text) => standsAcross(name, text, context)),
    )
  );
}

function rivalsOf(sentence: Analysed, own: Places, context: AttributionContext): NameMention[] {
  return context
    .names(sentence)
    .filter(({ start, end }) => !own.some((place) => place.start < end && start < place.end));
}

function fitOf(
  name: Places[number],
  claim: Analysed,
  place: Places[number],
  sentence: Analysed,
  context: AttributionContext,
): number {
  if (claim.language !== sentence.language) return 0;
  const named = new Set(
    context
      .names(claim)
      .filter(isSure)
      .flatMap(({ text }) => terms(text)),
  );
  return affinity({ ...name, terms: claim.terms }, { ...place, terms: sentence.terms }, (term) =>
    named.has(term) ? NAME_WEIGHT * context.weigh(term) : context.weigh(term),
  );
}
