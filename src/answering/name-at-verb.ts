import { terms } from "../text/terms.ts";
import type { PlacedName } from "./name-in-place.ts";

const AUXILIARY = "was|is|were|are|did|does|do|has|had|have|would|will|can|could";
const WHO_DID = new RegExp(`\\bwho (?:(?:first|also|originally|then) )?(?!(?:${AUXILIARY})\\b)(\\w+) (.+)`, "i");
const BY_WHOM = /\bwhom? (?:was|were) (.+?) (\w+)(?: by)?\W*$/i;
const NAME =
  "(?!(?:The|They|He|She|It|Its|This|That|These|Those|His|Her|Their|In|On|At|By|For|From|As|When|While|After|Before|An?|And|But|However|Also|Some|Many|Most|One|Two)\\b)\\p{Lu}[\\p{L}\\d'’-]*(?: (?:(?:of the|of|de|von|van|del|la|le|da) )?\\p{Lu}[\\p{L}\\d'’-]*)*";
const NAME_BEFORE = new RegExp(
  `(?:^|[.,;”"] |\\b(?:and|that|when|where|while|as) )(${NAME}) (?:(?:also|then|later|first|once|famously|originally) )?$`,
  "u",
);
const NAME_BEHIND = new RegExp(`^ by (?:the )?(?:[a-z]+ ){0,3}(${NAME})`, "u");

/**
 * Who, when an English sentence has the verb of the question with a name before it, or with "by" and a name behind it,
 * and on its other side something else that the question names: "Who led the team?" finds it in "Short led the team".
 */
export function nameAtVerb(question: string, sentence: string): PlacedName | null {
  const [, didVerb, didWhat] = WHO_DID.exec(question) ?? [];
  const [, sufferer, sufferedVerb] = BY_WHOM.exec(question) ?? [];
  const verb = terms(didVerb ?? sufferedVerb ?? "")[0];
  if (verb === undefined) return null;
  const others = contentOf(didWhat ?? sufferer ?? "");
  for (const { 0: word, index } of sentence.matchAll(/[A-Za-z][\w'’-]*/g)) {
    if (terms(word)[0] !== verb) continue;
    const text = nameBeside(sentence.slice(0, index), sentence.slice(index + word.length), others);
    if (text !== null && !question.includes(text)) return { text, agreement: word.length };
  }
  return null;
}

function nameBeside(before: string, behind: string, others: readonly string[]): string | null {
  const object = behind.split(/[.;:,]| (?:and|but|which|who) /)[0] ?? "";
  const doer = NAME_BEFORE.exec(before)?.[1];
  if (doer !== undefined && sharesWith(object, others)) return doer;
  const subject = before.split(/[.;:]/).at(-1) ?? "";
  const agent = NAME_BEHIND.exec(behind)?.[1];
  return agent !== undefined && sharesWith(subject, others) ? agent : null;
}

const sharesWith = (text: string, others: readonly string[]): boolean =>
  contentOf(text).some((word) => others.includes(word));

function contentOf(text: string): string[] {
  const words = (text.match(/[A-Za-z][\w'’-]*/g) ?? []).filter((word) => word.length > 3 || /^\p{Lu}/u.test(word));
  return words.flatMap((word) => terms(word));
}
