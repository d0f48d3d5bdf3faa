import type { Base, Maker } from "../claim.ts";
import { splice } from "../edit.ts";
import { namesOf } from "../names.ts";

/** A name that opens the claim becomes a pronoun, or a pronoun the one name of the sentence before. */
export const pronoun: Maker = (base) => nameToPronoun(base) ?? pronounToName(base);

function nameToPronoun({ text, language }: Base) {
  const name = namesOf(text, language).find(({ start }) => start === 0);
  if (name === undefined || /^(?:的|和|与|、|及| and |[’'])/.test(text.slice(name.end))) return null;
  const zh = name.kind === "person" ? "他" : "它";
  return language === "zh"
    ? { text: splice(text, name, zh) }
    : { text: splice(text, name, name.text.includes(" ") ? "It" : "He") };
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
