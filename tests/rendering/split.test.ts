import fc from "fast-check";
import type { MessageEntity } from "grammy/types";
import { describe, expect, it } from "vitest";
import type { RichText } from "../../src/rendering/rich-text.ts";
import { splitRichText } from "../../src/rendering/split.ts";

const PIECES = ["word ", "。", "灯塔", "😀", "\n\n", "\n", ". ", "[1]", "[23]", "  ", "👩‍👩‍👧", "x".repeat(30), "！”"];
const LINK = { type: "text_link", url: "https://example.org" } as const;

const richText: fc.Arbitrary<RichText> = fc
  .tuple(
    fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }),
    fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 60 }), fc.nat(2)), { maxLength: 14 }),
  )
  .map(([pieces, marks]) => {
    const text = pieces.join("");
    const entities = marks.flatMap(([at, wanted, kind]): MessageEntity[] => {
      const offset = text.length === 0 ? 0 : at % text.length;
      const length = Math.min(wanted, text.length - offset);
      if (length === 0) return [];
      return [kind === 0 ? { ...LINK, offset, length } : { type: kind === 1 ? "bold" : "italic", offset, length }];
    });
    return { text, entities };
  });

/** What lies over one character, told apart from each other. */
function marksAt(entities: readonly MessageEntity[], at: number): string[] {
  return entities
    .filter(({ offset, length }) => offset <= at && at < offset + length)
    .map(({ type }) => type)
    .sort();
}

/** Each part with the place where it stands in the original; fails when order or text is lost. */
function placed(rich: RichText, parts: readonly RichText[]) {
  let from = 0;
  const places = parts.map((part) => {
    const at = rich.text.indexOf(part.text, from);
    expect(rich.text.slice(from, at).trim()).toBe("");
    from = at + part.text.length;
    return { part, at };
  });
  expect(rich.text.slice(from).trim()).toBe("");
  return places;
}

describe("splitRichText, for any text with any entities", () => {
  const check = (property: (rich: RichText, maxChars: number) => void) =>
    fc.assert(fc.property(richText, fc.integer({ min: 12, max: 120 }), property), { numRuns: 400 });

  it("keeps within the limits, and makes no empty part", () =>
    check((rich, maxChars) => {
      for (const { text, entities } of splitRichText(rich, maxChars, 5)) {
        expect(text.trim()).not.toBe("");
        expect(text.length).toBeLessThanOrEqual(maxChars);
        expect(entities.length).toBeLessThanOrEqual(5);
        for (const { offset, length } of entities)
          expect(offset >= 0 && length > 0 && offset + length <= text.length).toBe(true);
      }
    }));

  it("loses nothing: glued together, text and entities are the original's", () =>
    check((rich, maxChars) => {
      for (const { part, at } of placed(rich, splitRichText(rich, maxChars))) {
        for (let i = 0; i < part.text.length; i++)
          expect(marksAt(part.entities, i)).toEqual(marksAt(rich.entities, at + i));
      }
    }));

  it("cuts no surrogate pair and no citation", () =>
    check((rich, maxChars) => {
      const whole = rich.entities.every(({ length }) => length < maxChars);
      for (const { text } of splitRichText(rich, maxChars)) {
        expect(text.isWellFormed()).toBe(true);
        // An entity too long for any part may have to be cut anywhere.
        if (whole && rich.entities.length === 0) expect(text).not.toMatch(/^\d*\]|\[\d*$/);
      }
    }));

  it("cuts no entity that fits into a part", () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PIECES), { minLength: 30, maxLength: 60 }),
        fc.integer({ min: 40, max: 90 }),
        (pieces, maxChars) => {
          let text = "";
          const entities: MessageEntity[] = [];
          for (const [index, piece] of pieces.entries()) {
            if (index % 3 === 0 && piece.trim() === piece)
              entities.push({ type: "bold", offset: text.length, length: piece.length });
            text += piece;
          }
          const after = splitRichText({ text, entities }, maxChars).reduce(
            (sum, part) => sum + part.entities.length,
            0,
          );
          expect(after).toBe(entities.length);
        },
      ),
    ));
});

describe("splitRichText cuts where a reader would", () => {
  it.each([
    {
      name: "between paragraphs",
      text: "First one. It.\n\nSecond one",
      max: 20,
      parts: ["First one. It.", "Second one"],
    },
    { name: "between lines", text: "First one. It.\nSecond one", max: 20, parts: ["First one. It.", "Second one"] },
    {
      name: "after a sentence",
      text: "灯亮了。“好！”他走了很远的路",
      max: 10,
      parts: ["灯亮了。“好！”", "他走了很远的路"],
    },
    { name: "not within 3.14", text: "about 3.14 or so", max: 9, parts: ["about", "3.14 or", "so"] },
    { name: "before a citation", text: "abcdefgh[12]", max: 10, parts: ["abcdefgh", "[12]"] },
    { name: "before a pair", text: "abc😀", max: 4, parts: ["abc", "😀"] },
    { name: "nowhere in blanks", text: " \n\n ", max: 4, parts: [] },
  ])("$name", ({ text, max, parts }) => {
    expect(splitRichText({ text, entities: [] }, max).map((part) => part.text)).toEqual(parts);
  });
});
