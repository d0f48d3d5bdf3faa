import type { Base, Maker } from "../claim.ts";
import { splice } from "../edit.ts";
import { namesOf } from "../names.ts";

/** What shows that the name is the whole subject. */
const PREDICATE = {
  zh: /^\s?(?:是|在|于|将|已|曾|也|还|有|由|说|表示|认为|指出|把|被|会|可以|发布|推出|宣布|拥有|成立|获得|使用|采用|支持|提供|\d{4}年)/,
  en: /^ (?:is|was|has|had|says|said|will|can|left|came|did|does|were|are)\b/,
} as const;

/** A name that opens the claim becomes a pronoun, or a pronoun the one name of the sentence before. */
export const pronoun: Maker = (base) => nameToPronoun(base) ?? pronounToName(base);

function nameToPronoun({ text, language }: Base) {
  const name = namesOf(text, language).find(({ start }) => start === 0);
  if (name === undefined || !PREDICATE[language].test(text.slice(name.end))) return null;
  const zh = name.kind === "person" ? "他" : "它";
  return { text: splice(text, name, language === "zh" ? zh : englishPronoun(text)) };
}

function pronounToName({ text, language, cited, source }: Base) {
  const place = cited[0];
  const before = place === undefined ? undefined : source.places[source.places.indexOf(place) - 1];
  const match =
    language === "zh"
      ? /^[它他她](?!们|[的日山乡])/.exec(text)
      : /^(?:It|He|She)\b(?! (?:is|was) (?:not |also )?(?:clear|said|true|likely|possible|hard|easy|only|planned|estimated))/.exec(
          text,
        );
  if (before === undefined || before.passage !== place?.passage || match === null) return null;
  const names = namesOf(before.sentence.text, language);
  const [name] = names;
  if (name === undefined || names.length !== 1 || name.start !== 0) return null;
  return { text: splice(text, { start: 0, end: match[0].length }, name.text) };
}

function englishPronoun(text: string): string {
  if (/\b(?:his|him|himself)\b/.test(text)) return "He";
  return /\b(?:her|hers|herself)\b/.test(text) ? "She" : "It";
}
