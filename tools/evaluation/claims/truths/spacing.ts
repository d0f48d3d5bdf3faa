import type { Maker } from "../claim.ts";
import type { Rewrite } from "../edit.ts";
import { shuffled } from "../random.ts";

const CHANGES: readonly Rewrite[] = [
  [/(?<=\p{Script=Han})(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=\p{Script=Han})/gu, " "],
  [/(?<=\p{Script=Han}) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9%]) (?=\p{Script=Han})/gu, ""],
  [/，/g, ", "],
  [/（([^（）]*)）/g, "($1)"],
  [/[“”]/g, '"'],
  [/’/g, "'"],
  [/ (?=[A-Za-z])/, "  "],
  [/[。.]$/, ""],
  [/、/g, "，"],
];

/** Blanks, and forms of punctuation that say nothing. */
export const spacing: Maker = ({ text }, random) => {
  let changed = text;
  for (const [pattern, replacement] of shuffled(CHANGES, random).slice(0, 4))
    changed = changed.replace(pattern, replacement);
  return changed === text ? null : { text: changed };
};
