import type { Base, Maker } from "../claim.ts";
import { exchange, splice } from "../edit.ts";
import { type Figure, figuresOf, mayFollowFrom } from "../figures.ts";
import { pick, shuffled } from "../random.ts";

/** Between two amounts of a range, a size or a mere list the order says little: no lie for sure. */
const LIST = /^[\s、，,和与及或至到~～—–\-×x*/]*(?:and|or|to|by)?[\s]*$|(?:分别|respectively)/;
const LEAST_BETWEEN = 4;
/** "Some do this, others that": which is which is not told, so an exchange changes nothing. */
const UNNAMED = /有些|有的|有人|\bsome\b|\bothers?\b/i;

/** Two amounts of one unit in the cited text change places. */
export const figuresSwapped: Maker = (base, random) => {
  if (UNNAMED.test(base.text)) return null;
  const figures = figuresOf(base.text).filter(({ unit }) => unit !== "");
  for (const left of shuffled(figures, random)) {
    const rights = figures.filter(
      (right) => right.start > left.end && right.unit === left.unit && right.value !== left.value,
    );
    const right = pick(
      rights.filter((one) => areApart(base.text, left, one)),
      random,
    );
    const text = right === null ? null : exchange(base.text, left, right);
    if (text !== null) return { text };
  }
  return null;
};

/** An amount of another sentence of the passage takes the place of one with the same unit. */
export const figureFromPassage: Maker = (base, random) => {
  const others = figuresElsewhere(base);
  for (const figure of shuffled(figuresOf(base.text), random)) {
    const fits = others.filter(({ value, unit }) => unit === figure.unit && !mayFollowFrom(value, base.context));
    const other = pick(fits, random);
    if (other !== null) return { text: splice(base.text, figure, other.written) };
  }
  return null;
};

function figuresElsewhere({ cited, source }: Base): (Figure & { readonly written: string })[] {
  const passage = cited[0]?.passage;
  const texts = source.places
    .filter((place) => place.passage === passage && !cited.includes(place))
    .map(({ sentence }) => sentence.text);
  return texts.flatMap((text) =>
    figuresOf(text).map((figure) => ({ ...figure, written: text.slice(figure.start, figure.end) })),
  );
}

function areApart(text: string, left: Figure, right: Figure): boolean {
  const between = text.slice(left.end, right.start);
  return between.replace(/[\s\p{P}]/gu, "").length >= LEAST_BETWEEN && !LIST.test(between);
}
