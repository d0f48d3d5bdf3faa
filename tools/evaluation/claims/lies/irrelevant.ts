import { isPlain } from "../bases.ts";
import type { Base, Maker, Place } from "../claim.ts";
import { pick } from "../random.ts";

const TRIES = 12;
/** A sentence that shares more pairs of characters than this may well support the claim. */
const MOST_SHARED = 0.18;
/** Characters between them: a neighbour may well be what a claim rests on. */
const LEAST_APART = 200;

/** A true sentence cites another one of the same article. */
export const irrelevantNear: Maker = (base, random) => {
  const own = base.cited[0];
  const others = base.source.places.filter((place) => Math.abs(distance(place, own)) >= LEAST_APART);
  return cite(base, () => pick(others, random));
};

/** A true sentence cites one of another article in its language. */
export const irrelevantFar: Maker = (base, random, sources) =>
  cite(base, () => {
    const other = pick(sources, random);
    return other === null || other === base.source || other.card.language !== base.language
      ? null
      : pick(other.places, random);
  });

function cite(base: Base, draw: () => Place | null) {
  for (let tries = 0; tries < TRIES; tries++) {
    const place = draw();
    if (place === null || !isPlain(place)) continue;
    if (shared(base.text, place.sentence.text) <= MOST_SHARED) return { text: base.text, cited: [place] };
  }
  return null;
}

const distance = (a: Place, b: Place | undefined): number => a.sentence.span.start - (b?.sentence.span.start ?? 0);

/** Share of the claim's pairs of characters (Chinese) or words of four letters and more that the sentence holds. */
function shared(claim: string, sentence: string): number {
  const there = new Set(unitsOf(sentence));
  const units = unitsOf(claim);
  return units.length === 0 ? 1 : units.filter((unit) => there.has(unit)).length / units.length;
}

function unitsOf(text: string): string[] {
  const pairs = (text.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) =>
    [...run].slice(1).map((character, index) => `${[...run][index]}${character}`),
  );
  return [...pairs, ...(text.toLowerCase().match(/[a-z]{4,}/g) ?? []).map((word) => word.slice(0, 6))];
}
