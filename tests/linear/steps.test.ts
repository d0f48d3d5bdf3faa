import { expect, it } from "vitest";
import { ClaimParser } from "../../src/answering/parse-claims.ts";
import { boundMarkup } from "../../src/articles/bound-markup.ts";
import { draftOf } from "../../src/articles/draft.ts";
import { parseMarkdown } from "../../src/articles/markdown.ts";
import { parsePlainText } from "../../src/articles/plain-text.ts";
import { splitSentences } from "../../src/articles/sentences.ts";
import { splitPassages } from "../../src/articles/split.ts";
import { linksIn } from "../../src/text/links.ts";
import { terms } from "../../src/text/terms.ts";
import { anArticle } from "../support/articles.ts";
import { growthOf, isLinear } from "./growth.ts";
import { hostile, UNITS } from "./hostile-lines.ts";

/** Each step that sees whole texts. */
const STEPS: Readonly<Record<string, (text: string) => unknown>> = {
  "a note is read": (text) => draftOf("a.md", parseMarkdown(text)),
  "a text is read": (text) => draftOf("a.txt", parsePlainText(text)),
  "markup is bounded": (text) => boundMarkup(`<p>${text}</p>`),
  "sentences are parted": splitSentences,
  "passages are made": (text) => splitPassages(anArticle({ body: text })),
  "words are read": terms,
  "links are found": linksIn,
  "a model's reply is read": (text) => {
    const parser = new ClaimParser();
    return [parser.push(`【[1]】 ${text}`), parser.end()];
  },
};
const SIZES = [1_000, 8_000, 32_000];

it.each(Object.entries(STEPS))("%s in time in proportion to the text", (_, step) => {
  const slow = UNITS.flatMap((unit) => {
    const growth = growthOf((chars) => {
      try {
        step(hostile(unit, chars));
      } catch {
        // Nothing to read in it is an answer too.
      }
    }, SIZES);
    return isLinear(growth) ? [] : [`${JSON.stringify(unit)}: ${growth.toFixed(0)} times as long for 4 times as much`];
  });
  expect(slow).toEqual([]);
});
