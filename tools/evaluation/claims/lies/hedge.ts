import type { Maker } from "../claim.ts";
import { type Rewrite, rewriteOnce } from "../edit.ts";

const ANY =
  /据[传说悉称报介]|据[^，。]{0,8}推测|传闻|传言|有人说|估计|预计|预期|推测|猜测|可能|或[将许者]?|未必|也许|大概|大约|约(?=\d)|左右|疑似|似乎|有望|计划|拟|打算|准备|将|会|应该|应当|倾向|认为|相信|看来|貌似|疑|\b(?:reportedly|allegedly|probably|perhaps|possibly|apparently|presumably|supposedly|may|might|could|would|should|seems?|seemed|appears?|appeared|likely|expected|believed|thought|said|estimated|suspected|suggests?|about|around|roughly|rumou?red|plans?|planned|claims?|claimed|hopes?)\b/gi;

const DROPS: readonly Rewrite[] = [
  [/(?:据传闻?|据说|据推测|据估计|传闻|据称)[，,]?/, ""],
  [/有人说[，,]?/, ""],
  [/(?<![不尽大太无没很])可能会?(?![性的。，；])/, ""],
  [/(?:或许|也许|大概|似乎|疑似|貌似)(?!的)/, ""],
  [/(?<=^|[，；])(?:估计|推测)[，,]?/, ""],
  [/\b(?:reportedly|allegedly|probably|perhaps|possibly|apparently|presumably|supposedly),? /i, ""],
  [/\b(?:may|might|could) have been\b/, "was"],
  [/\b(?:may|might|could) be\b/, "is"],
  [/\b(?:is|are|was|were) (?:believed|thought|rumou?red|reported|suspected) to (?:have been|be)\b/, "certainly was"],
  [/\b(?:seems|appears) to be\b/, "is"],
  [/\bsuggests? that\b/, "proves that"],
];

/** What was said as a guess or by hearsay is said as a fact; only where no other hedge is left. */
export const hedgeDropped: Maker = ({ text }, random) => {
  const changed = rewriteOnce(text, DROPS, random);
  if (changed === null || changed.match(ANY) !== null) return null;
  return { text: changed.replace(/^[，,]/, "") };
};
