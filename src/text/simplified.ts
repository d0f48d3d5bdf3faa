import type { DictLike } from "opencc-js/core";
import { Locale } from "opencc-js/t2cn";

/** One character each, so that every place in a text stays where it is. */
const SIMPLIFIED = readTable();
const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join("")}]`, "g");

/** The text in simplified characters: 臺灣 and 台湾 are one. Both sides are read by it, so that 乾隆 as 干隆 does no harm. */
export function simplified(text: string): string {
  return text.replace(TRADITIONAL, (character) => SIMPLIFIED.get(character) ?? character);
}

/** OpenCC's table of characters, without its words; 著 for 着 is Taiwan's way, which it tells by words alone. */
function readTable(): ReadonlyMap<string, string> {
  const dictionaries: readonly DictLike[] = Locale.to.cn.flat();
  const table = new Map([["著", "着"]]);
  for (const [from = "", to = ""] of dictionaries.flatMap(pairsOf))
    if (from.length === 1 && to.length === 1) table.set(from, to);
  return new Map([...table].map(([from, to]) => [from, table.get(to) ?? to]));
}

function pairsOf(dictionary: DictLike): (readonly string[])[] {
  return typeof dictionary === "string" ? dictionary.split("|").map((pair) => pair.split(" ")) : [...dictionary];
}
