import type { Analysed } from "./analysed.ts";
import type { AttributionContext, Evidence } from "./evidence.ts";
import { likeness, type Patterns, patternsOf, placesOf } from "./word-places.ts";

/** How alike the words around the two have to be. */
const LEAST_LIKENESS = 0.2;

/** How much of something a sentence speaks of, from little to all. */
const EXTENTS: readonly Patterns[] = [
  {
    zh: "部分|一些|有些|有的|若干|少数|少许|个别|有人|有时|偶尔",
    en: "some|part of|partly|in part|partially|a few|several|sometimes|occasionally",
  },
  {
    zh: "大多|多数|大部分|绝大部分|大半|主要|通常|一般|往往|经常|几乎",
    en: "most|mostly|mainly|majority|largely|usually|often|generally|typically|almost|nearly",
  },
  {
    zh: "全部|所有|一律|全都|都(?!市|江|会|城|督|护|柏|灵)|每[个位名家天年次]|任何|始终|总是|从来|一直|完全|彻底",
    en: "all|every|everyone|everybody|entire(?:ly)?|whole|always|completely|fully",
  },
].map(patternsOf);

/** "Some" or 大多 told as all: the claim has a word of larger extent where the sentences have a smaller one. */
export function checkExtent(
  claim: Analysed,
  cited: readonly Evidence[],
  context: AttributionContext,
): "overstated" | null {
  const isOverstated = EXTENTS.some((larger, index) => {
    const own = placesOf(larger, claim);
    if (own.length === 0 || cited.some(({ sentence }) => placesOf(larger, sentence).length > 0)) return false;
    return EXTENTS.slice(0, index).some(
      (smaller) =>
        placesOf(smaller, claim).length === 0 &&
        cited.some(({ sentence }) =>
          placesOf(smaller, sentence).some(
            (rival) =>
              sentence.language === claim.language &&
              own.some((place) => likeness(place, claim, rival, sentence, context) >= LEAST_LIKENESS),
          ),
        ),
    );
  });
  return isOverstated ? "overstated" : null;
}
