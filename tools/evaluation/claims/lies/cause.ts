import type { Maker } from "../claim.ts";
import { type Rewrite, rewriteOnce, tidy, withoutEnd } from "../edit.ts";

const CLAUSE = "([^，。；;]{5,40})";
const ZH: readonly Rewrite[] = [
  [new RegExp(`(?<=^|，)(因为|由于)${CLAUSE}，((?:所以|因此|因而)?)([^，。；]{5,40})$`), "$1$4，$3$2"],
  [new RegExp(`^${CLAUSE}，(因此|所以|因而|于是)${CLAUSE}$`), "$3，$2$1"],
  [new RegExp(`^${CLAUSE}(导致了?|造成了?|引发了?|促使)${CLAUSE}$`), "$3$2$1"],
];
const EN: readonly Rewrite[] = [
  [/^([^,;]{12,120}),? because (?!of)([^,;]{12,120})$/, "$2 because $1"],
  [/^Because (?!of)([^,;]{10,120}), ([^;]{10,120})$/, "Because $2, $1"],
  [/^([^,;]{4,80}) (caused|led to|resulted in) ([^,;]{4,80})$/, "$3 $2 $1"],
  [/^([^;]{10,120}), so (?!that|far|much)([^,;]{10,120})$/, "$2, so $1"],
];

/** Cause and effect change places. */
export const causeSwapped: Maker = ({ text, language }, random) => {
  const changed = rewriteOnce(withoutEnd(text), language === "zh" ? ZH : EN, random);
  return changed === null ? null : { text: tidy(`${changed}${language === "zh" ? "。" : "."}`) };
};
