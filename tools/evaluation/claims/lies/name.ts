import type { Base, Maker } from "../claim.ts";
import { exchange, splice } from "../edit.ts";
import { mayBeSame, type Name, namesOf } from "../names.ts";
import { pick, shuffled } from "../random.ts";

/** Between names of a list, or where what is told holds both ways, an exchange is no sure lie. */
const LIST = /^[\s、，,和与及跟同或／/&·（(]*(?:and|or|as well as)?[\s]*$/;
const MUTUAL =
  /合作|合并|对接|相撞|会面|连接|之间|互相|相互|竞争|不同|一样|类似|相似|相比|同时|分别|均|都|\b(?:between|both|married|versus|vs|each other|together|respectively|similar|same|with)\b/i;

/** Two names of one kind in the cited text change places: often subject and object. */
export const namesSwapped: Maker = (base, random) => {
  if (MUTUAL.test(base.text)) return null;
  const names = namesOf(base.text, base.language);
  for (const left of shuffled(names, random)) {
    const rights = names.filter(
      (right) =>
        right.start > left.end &&
        right.kind === left.kind &&
        areApart(base, left, right) &&
        occursOnce(base, right.text),
    );
    const right = occursOnce(base, left.text) ? pick(rights, random) : null;
    const text = right === null ? null : exchange(base.text, left, right);
    if (text !== null) return { text };
  }
  return null;
};

/** A name from another sentence of the passage takes the place of one of its kind. */
export const nameFromPassage: Maker = (base, random) => {
  const passage = base.cited[0]?.passage;
  if (passage === undefined) return null;
  const others = namesOf(passage.text, base.language).filter((name) => !base.context.includes(name.text));
  for (const name of shuffled(namesOf(base.text, base.language), random)) {
    const other = pick(
      others.filter(({ kind, text }) => kind === name.kind && !mayBeSame(text, name.text, base.source.text)),
      random,
    );
    if (other !== null && occursOnce(base, name.text)) return { text: splice(base.text, name, other.text) };
  }
  return null;
};

function areApart(base: Base, left: Name, right: Name): boolean {
  const between = base.text.slice(left.end, right.start);
  return !LIST.test(between) && !mayBeSame(left.text, right.text, base.source.text);
}

const occursOnce = (base: Base, name: string): boolean => base.text.split(name).length === 2;
