import type { Maker } from "../claim.ts";
import { type Rewrite, tidy } from "../edit.ts";
import { shuffled } from "../random.ts";

const ZH: readonly Rewrite[] = [
  [/^((?:\d{4}年)(?:\d{1,2}月)?(?:\d{1,2}日)?)，([^。；]{8,})。$/, "$2（$1）。"],
  [/首次/, "第一次"],
  [/目前/, "现在"],
  [/位于/, "坐落在"],
  [/超过(?=\d)/, "多于"],
  [/大约/, "约"],
  [/获得/, "取得"],
  [/因此/, "所以"],
  [/建造/, "修建"],
  [/但是/, "但"],
  [/以及/, "和"],
  [/(?<=^|。)同时，/, "此外，"],
  [/例如/, "比如"],
  [/非常/, "很"],
  [/十分/, "很"],
  [/使用了/, "采用了"],
  [/(?<=[，。]|^)(?:其实|事实上|值得一提的是|此外|另外|同时|总的来说|当然)，/, ""],
  [/发现了/, "发现"],
  [/这些/, "上述"],
  [/人们/, "大家"],
  [/推出/, "发布"],
];
const EN: readonly Rewrite[] = [
  [/^In (\d{4}),? (?=[a-z]|[A-Z][a-z]+ )([^;]{20,})\.$/, "$2 in $1."],
  [/\balso /, ""],
  [/\bvery /, ""],
  [/\breally /, ""],
  [/\bstarted\b/, "began"],
  [/\bbegan\b/, "started"],
  [/\blarge\b/, "big"],
  [/\bbuilt\b/, "constructed"],
  [/\babout(?= \d)/, "approximately"],
  [/\broughly(?= \d)/, "approximately"],
  [/\bbut\b/, "yet"],
  [/\bhowever, /i, ""],
  [/\bshow\b/, "demonstrate"],
  [/\bnearly\b/, "almost"],
  [/\bmore than\b/, "over"],
  [/\bused\b/, "employed"],
  [/\bquickly\b/, "fast"],
  [/\bbecause\b/, "since"],
  [/\bhelped to\b/, "helped"],
  [/\bmust\b/, "has to"],
];
const MOST_EDITS = 3;

/** Other words for the same, at up to three places: a small list of synonyms, a date moved, an idle adverb left out. */
export const paraphrase: Maker = ({ text, language }, random) => {
  let changed = text;
  let edits = 0;
  for (const [pattern, replacement] of shuffled(language === "zh" ? ZH : EN, random)) {
    if (edits === MOST_EDITS) break;
    const next = changed.replace(pattern, replacement);
    if (next !== changed) edits++;
    changed = next;
  }
  return edits === 0 ? null : { text: tidy(changed) };
};
