import type { Maker } from "../claim.ts";
import { type Rewrite, rewriteOnce } from "../edit.ts";

const NAMES = "January|February|March|April|May|June|July|August|September|October|November|December";
const two = (part: string) => part.padStart(2, "0");

const FORMS: readonly Rewrite[] = [
  [/(\d{4})年(\d{1,2})月(\d{1,2})日/, "$1-$2-$3"],
  [/(\d{4})年(\d{1,2})月(\d{1,2})日/, "$1/$2/$3"],
  [/(\d{1,2})月(\d{1,2})日/, "$1月$2号"],
  [/(\d{1,2})月(\d{1,2})日/, "$1 月 $2 日"],
  [/(\d{4})年(?!代)/, "$1 年"],
  [new RegExp(`\\b(\\d{1,2}) (${NAMES}) (\\d{4})`), "$2 $1, $3"],
  [new RegExp(`\\b(\\d{1,2}) (${NAMES})\\b(?! \\d)`), "$2 $1"],
  [new RegExp(`\\b(${NAMES}) (\\d{1,2}), (\\d{4})`), "$2 $1 $3"],
];

/** The same day written another way. */
export const dateFormat: Maker = ({ text }, random) => {
  const changed = rewriteOnce(text, FORMS, random);
  return changed === null
    ? null
    : { text: changed.replace(/\b(\d{4})-(\d{1,2})-(\d{1,2})/, (_, y, m, d) => `${y}-${two(m)}-${two(d)}`) };
};
