/** A name in a sentence at the position that the question asks about. */
export interface PlacedName {
  readonly text: string;
  /** Characters around it that question and sentence share. */
  readonly agreement: number;
}

const ASKED = /谁|哪一?位|何人|什么人|哪里|哪儿|何处|什么地方|哪[个一座]?(?:城市|国家|地方|省份?|州|岛|县|市)/u;
const CLAUSE_END = /[，。；：！？,;:!?()（）]/u;
const LIST_END = /[，。；：！？、,;:!?()（）]/u;
const TRAILING = /(?<![了过的呢吗])[了过的呢吗]+$/u;
/** Pronouns, counted things and clauses with a verb. */
const NO_NAME = /[他她它其该此了着\d]|^[一这那有被]|的$|一[个种位名本条]|自己|作者/u;
const NAME_CHARS = { least: 2, most: 14 };
const MOST_BEFORE = 6;
const MOST_BEHIND = 8;
/** Fewer agree by chance; of the names found with this many, nine in ten are right (docs/EVALUATION.md). */
const LEAST_BEHIND = 2;
const LEAST_ALONE = 5;

/**
 * Who or where, when a Chinese sentence says what the question says with something else in the place of the question
 * word: 由谁接任 finds the name in 由王长华接任. Both texts are NFKC.
 */
export function nameInPlace(question: string, sentence: string): PlacedName | null {
  const asked = ASKED.exec(question);
  if (asked === null) return null;
  const before = question.slice(0, asked.index).split(CLAUSE_END).at(-1) ?? "";
  const behind = (question.slice(asked.index + asked[0].length).split(CLAUSE_END)[0] ?? "").replace(TRAILING, "");
  const [best] = endings(before, sentence)
    .flatMap(({ rest, chars }) => (behind === "" ? alone(rest, chars) : upTo(behind, rest, chars)))
    .filter(({ text }) => isName(text) && !question.includes(text))
    .sort((a, b) => b.agreement - a.agreement);
  return best ?? null;
}

/** Wherever the sentence has the last characters that stand before the question word: what follows there. */
function endings(before: string, sentence: string): { readonly rest: string; readonly chars: number }[] {
  return Array.from({ length: Math.min(before.length, MOST_BEFORE) }, (_, index) => before.slice(-index - 1)).flatMap(
    (ending) =>
      sentence
        .split(ending)
        .slice(1)
        .map((_, index, pieces) => ({ rest: pieces.slice(index).join(ending), chars: ending.length })),
  );
}

function upTo(behind: string, rest: string, before: number): PlacedName[] {
  for (let chars = Math.min(behind.length, MOST_BEHIND); chars >= LEAST_BEHIND; chars--) {
    const at = rest.indexOf(behind.slice(0, chars));
    if (at > 0) return [{ text: rest.slice(0, at).trim(), agreement: before + chars }];
  }
  return [];
}

function alone(rest: string, before: number): PlacedName[] {
  return before < LEAST_ALONE ? [] : [{ text: (rest.split(LIST_END)[0] ?? "").trim(), agreement: before }];
}

function isName(text: string): boolean {
  const { least, most } = NAME_CHARS;
  return text.length >= least && text.length <= most && !CLAUSE_END.test(text) && !NO_NAME.test(text);
}
