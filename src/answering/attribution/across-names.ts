import { spells } from "../../text/sounds.ts";
import type { Analysed } from "./analysed.ts";
import { similarity } from "./check-support.ts";
import type { AttributionContext } from "./evidence.ts";
import { SURNAMES } from "./name-words.ts";
import type { NameMention } from "./names.ts";

/** A translated word is taken for the same from this cosine on. */
const SAME_MEANING = 0.42;
const HAN_RUN = /\p{Script=Han}[\p{Script=Han}·]+/gu;
const LATIN_WORD = /\p{Script=Latin}[\p{Script=Latin}'’.-]+/gu;

/** Does a text of the other language hold the name, or one word of it, by its sound or its meaning? For names that no pair translates. */
export function standsAcross(name: NameMention, text: Analysed, context: AttributionContext): boolean {
  if (name.script === "han") return hanInLatin(name.text, text, context);
  const words = (name.run ?? name.text).split(" ").filter((word) => /^\p{Lu}/u.test(word));
  return words.some((word) => latinInHan(word, text, context));
}

/** Only forms that could hardly be common words are missed across languages. */
export function isMissedAcross({ script, text }: NameMention, { pairs }: AttributionContext): boolean {
  return script === "latin" || pairs.has(text) || SURNAMES.has(text.charAt(0)) || text.includes("·");
}

/** The digits of a model name are never translated. */
function latinInHan(name: string, { text }: Analysed, context: AttributionContext): boolean {
  if (/\d/.test(name)) return false;
  const parts = name.split(/[-.'’&]/).filter((part) => /^\p{Lu}/u.test(part) && part.length > 1);
  if (parts.some((part) => text.toLowerCase().includes(part.toLowerCase()))) return true;
  const runs = text.match(HAN_RUN) ?? [];
  if (runs.some((run) => run.split("·").some((part) => spells(part, name)))) return true;
  return context.words(text).some((word) => similarity(word, name, context) >= SAME_MEANING);
}

function hanInLatin(name: string, { text }: Analysed, context: AttributionContext): boolean {
  const words = text.match(LATIN_WORD) ?? [];
  const parts = name.split("·");
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word));
  if (capitals.some((word) => parts.some((part) => spells(part, word)))) return true;
  return words.some((word) => similarity(word, name, context) >= SAME_MEANING);
}
