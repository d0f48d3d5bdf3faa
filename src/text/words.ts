import { wordSegmentsOf } from "./segments.ts";
import { spellSignedNames } from "./signed-names.ts";
import { simplified } from "./simplified.ts";

/** Words that ask: no answer repeats them. */
const ASKING = new Set(
  "what which who whom whose where when why how 什么 哪 谁 哪个 多少 哪些 哪里 哪儿 如何 怎么 怎样 为什么 为何 何时 吗 呢".split(
    " ",
  ),
);

/** Words of either language as a reader parts them, each once, lower case, without those that ask. */
export function plainWords(text: string): string[] {
  const words = wordSegmentsOf(spellSignedNames(simplified(text.normalize("NFKC").toLowerCase()))).map(
    ({ segment }) => segment,
  );
  return [...new Set(words)].filter((word) => !ASKING.has(word));
}
