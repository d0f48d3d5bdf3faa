import fc from "fast-check";
import type { InlineQueryResultArticle, InputTextMessageContent } from "grammy/types";
import { describe, expect, it } from "vitest";
import { passageResults } from "../../src/rendering/passage-results.ts";
import { sayIn } from "../../src/rendering/say.ts";
import { readResults } from "../../tools/telegram-server/inline-results.ts";
import { LIMITS } from "../../tools/telegram-server/limits.ts";
import { card, cite, claim } from "../bot/support/fake-library.ts";

const say = sayIn("zh");
const words = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom("a", "文", "😀", " ", "\n", "。", "é"), minLength: 1, maxLength });
const word = words(1).filter((text) => text.trim() !== "");
const whole = (maxLength: number) => fc.tuple(word, words(maxLength), word).map((parts) => parts.join(""));

const passage = fc.record({
  title: fc.oneof(whole(200), whole(6_000)),
  author: fc.option(whole(20)),
  publishedAt: fc.constantFrom(null, "2024-05-11", "2024-05-11T21:07+08:00"),
  url: fc.constantFrom(null, "https://example.org/a", "javascript:alert(1)"),
  sentence: whole(398),
});

const messageOf = (result: InlineQueryResultArticle) => result.input_message_content as InputTextMessageContent;
const noMending = (what: string) => expect.unreachable(what);

describe("passages to pick from", () => {
  it("are what Telegram takes, whatever articles are called, and quote the sentence whole", () => {
    fc.assert(
      fc.property(fc.array(passage, { maxLength: 5 }), (passages) => {
        const claims = passages.map(({ sentence, ...over }) => claim(sentence, cite(card("odd", over), sentence)));
        const results = passageResults(claims, say);
        expect(readResults(results, LIMITS, noMending)).toHaveLength(passages.length);
        for (const [at, result] of results.entries()) {
          const { message_text: text, entities = [] } = messageOf(result);
          const quote = entities.find(({ type }) => type === "blockquote");
          expect(text.slice(quote?.offset, (quote?.offset ?? 0) + (quote?.length ?? 0))).toBe(passages[at]?.sentence);
          for (const shown of [result.title, result.description ?? "", text]) expect(shown.isWellFormed()).toBe(true);
          expect(result.title.length).toBeLessThanOrEqual(100);
          expect(result.description?.length).toBeLessThanOrEqual(200);
        }
      }),
    );
  });
});
