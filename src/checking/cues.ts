import type { Span } from "../domain.ts";
import { CUES, type Cue, LEXICON } from "../language/lexicon.ts";
import type { ReadText } from "./read-text.ts";
import { share } from "./score.ts";
import type { Word } from "./words.ts";

/** `plan`: something intended or to come is told as done; `opposite`: a rise as a fall; `overstated`: some as all. */
export type CueDoubt = "negation" | "hedge" | "plan" | "opposite" | "overstated";

/** The cues of a stretch of text. */
interface Reading {
  readonly cues: ReadonlySet<Cue>;
  readonly extent: ReadonlySet<string>;
  /** Named `rise+` for a word that says it, `rise-` for its opposite. */
  readonly directions: ReadonlySet<string>;
}

/** What a claim may say in the place of a cue of its sentence, and what is in doubt where it says nothing of the kind. */
const KEEPS: Readonly<Partial<Record<Cue, { readonly by: readonly Cue[]; readonly else: CueDoubt }>>> = {
  negation: { by: ["negation", "denial", "failure", "limit"], else: "negation" },
  denial: { by: ["negation", "denial", "failure"], else: "negation" },
  rumour: { by: ["rumour", "possibility", "opinion", "estimate"], else: "hedge" },
  estimate: { by: ["estimate", "possibility", "future", "plan"], else: "hedge" },
  possibility: { by: ["possibility", "estimate", "alternative", "rumour", "opinion"], else: "hedge" },
  plan: { by: ["plan", "future", "estimate", "possibility"], else: "plan" },
  future: { by: ["future", "plan", "estimate", "possibility"], else: "plan" },
};
/** What a short clause before others says of all of them. */
const COLOURING: readonly Cue[] = ["rumour", "estimate"];
const OPENING_WORDS = 3;
const DENYING: readonly Cue[] = ["negation", "denial"];

/** By how much another clause must raise what the best one meets before the claim's clause is taken to rest on it too. */
const ADDS = 0.15;
/** Below this share the sentences do not speak of the clause, and their cues say nothing of it. */
const SPEAKS = 0.15;

/** Among more clauses than these the nearest is near by chance, and speaks of the claim only in the same words. */
const MANY = 12;
/** From this share on a clause has the words of its source, and is compared with that alone. */
const SAME = 0.9;

/**
 * What the claim turns round, strengthens or hastens: a cue of the clauses that say the same must be kept somewhere in the
 * claim, and a denial, an opposite or a larger extent must stand in the sentences. null where nothing is in doubt.
 */
export function cueDoubt(
  claim: ReadText,
  sentences: readonly ReadText[],
  meet: (word: Word, others: readonly Word[]) => number,
): CueDoubt | null {
  const whole = readingOf(claim);
  const said = joined(sentences.map((sentence) => readingOf(sentence)));
  for (const [index, clause] of claim.clauses.entries()) {
    const words = claim.words.filter((word) => word.clause === index);
    const { readings, met } = sayingClauses(words, sentences, meet);
    const source = joined(readings);
    const own = readingOf(claim, clause);
    const isSame = readings.length > 0 && met >= SAME;
    const doubt =
      lost(source, isSame ? own : whole) ??
      (isSame ? denied(own, source) : added(own, said)) ??
      turned(own, source) ??
      overstated(own, source);
    if (doubt !== null) return doubt;
  }
  return null;
}

function lost(source: Reading, claim: Reading): CueDoubt | null {
  for (const cue of source.cues) {
    const kept = KEEPS[cue];
    if (kept !== undefined && !kept.by.some((other) => claim.cues.has(other))) return kept.else;
  }
  return null;
}

function added(own: Reading, said: Reading): CueDoubt | null {
  const isDenied = DENYING.some((cue) => own.cues.has(cue));
  return isDenied && !KEEPS.negation?.by.some((cue) => said.cues.has(cue)) ? "negation" : null;
}

/** In the very words of its clause, a claim denies what that denies. */
function denied(own: Reading, source: Reading): CueDoubt | null {
  return DENYING.some((cue) => own.cues.has(cue) && !source.cues.has(cue)) ? "negation" : null;
}

function turned(own: Reading, source: Reading): CueDoubt | null {
  const isTurned = [...own.directions].some((direction) => {
    const other = opposite(direction);
    return source.directions.has(other) && !source.directions.has(direction) && !own.directions.has(other);
  });
  return isTurned ? "opposite" : null;
}

const opposite = (direction: string): string =>
  direction.endsWith("+") ? `${direction.slice(0, -1)}-` : `${direction.slice(0, -1)}+`;

function overstated({ extent }: Reading, { extent: said }: Reading): CueDoubt | null {
  const isAll = extent.has("all") && !said.has("all") && (said.has("some") || said.has("most"));
  const isMost = extent.has("most") && !extent.has("some") && said.has("some") && !said.has("most");
  return isAll || isMost ? "overstated" : null;
}

/** The clauses of the sentences that together meet the words best; none where they do not speak of them. */
function sayingClauses(
  words: readonly Word[],
  sentences: readonly ReadText[],
  meet: (word: Word, others: readonly Word[]) => number,
): { readonly readings: readonly Reading[]; readonly met: number } {
  const places = sentences.flatMap((text) => text.clauses.map((clause, index) => ({ text, clause, index })));
  const rows = places.map(({ text, index }) => {
    const others = text.words.filter((word) => word.clause === index);
    return words.map((word) => meet(word, others));
  });
  const chosen: Reading[] = [];
  let met: readonly number[] = words.map(() => 0);
  for (;;) {
    const raised = rows.map((row) => row.map((value, at) => Math.max(value, met[at] ?? 0)));
    const best = raised.reduce((a, row, at) => (share(row, words) > share(raised[a] ?? [], words) ? at : a), 0);
    const next = raised[best];
    const place = places[best];
    const first = places.length > MANY ? SAME : SPEAKS;
    const least = chosen.length === 0 ? first : share(met, words) + ADDS;
    if (next === undefined || place === undefined || share(next, words) < least)
      return { readings: chosen, met: share(met, words) };
    chosen.push(readingOf(place.text, place.clause), opening(place.text, place.index));
    met = next;
  }
}

/** 据知情人士透露，… colours what follows in its sentence. */
function opening(text: ReadText, index: number): Reading {
  const before = text.clauses[index - 1];
  const isShort = text.words.filter((word) => word.clause === index - 1).length <= OPENING_WORDS;
  if (before === undefined || !isShort || before.sentence !== text.clauses[index]?.sentence) return joined([]);
  const { cues } = readingOf(text, before);
  return { ...joined([]), cues: new Set([...cues].filter((cue) => COLOURING.includes(cue))) };
}

function joined(readings: readonly Reading[]): Reading {
  const union = <T>(sets: readonly ReadonlySet<T>[]) => new Set(sets.flatMap((set) => [...set]));
  return {
    cues: union(readings.map(({ cues }) => cues)),
    extent: union(readings.map(({ extent }) => extent)),
    directions: union(readings.map(({ directions }) => directions)),
  };
}

function readingOf({ text, language }: ReadText, { start, end }: Span = { start: 0, end: text.length }): Reading {
  const part = text.slice(start, end).toLowerCase();
  const { cues, extent, opposites } = LEXICON[language];
  const has = (pattern: RegExp) => part.search(pattern) >= 0;
  const directions = Object.entries(opposites).flatMap(([name, { said, turned: other }]) => [
    ...(has(said) ? [`${name}+`] : []),
    ...(has(other) ? [`${name}-`] : []),
  ]);
  return {
    cues: new Set(cuesIn(part, cues)),
    extent: new Set((["some", "most", "all"] as const).filter((size) => has(extent[size]))),
    directions: new Set(directions),
  };
}

/** A longer word hides shorter ones inside it: 未必 is no 未, "no more than" no "no". */
function cuesIn(part: string, patterns: Readonly<Record<Cue, RegExp>>): Cue[] {
  const found = CUES.flatMap((cue) =>
    [...part.matchAll(patterns[cue])].map(({ 0: word, index }) => ({ cue, start: index, end: index + word.length })),
  );
  return found
    .filter(
      ({ cue, start, end }) =>
        !found.some(
          (other) =>
            other.start <= start &&
            other.end >= end &&
            (other.end - other.start > end - start || (other.cue === "limit" && cue === "negation")),
        ),
    )
    .map(({ cue }) => cue);
}
