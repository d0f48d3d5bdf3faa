import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readEntities, sliceEntities } from "../../tools/telegram-server/entities.ts";

const text = fc.string({ unit: fc.constantFrom("a", " ", "文", "😀", "\n", "é"), minLength: 1, maxLength: 30 });

/** A text and two places in it between whole symbols. */
const textAndSpan = text.chain((value) => {
  const symbols = [...value];
  const edges = symbols.map((_, count) => symbols.slice(0, count + 1).join("").length);
  const edge = fc.constantFrom(0, ...edges);
  return fc.record({ text: fc.constant(value), a: edge, b: edge });
});

describe("entity bounds (#messageentity)", () => {
  it("take every span between whole symbols", () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, a, b }) => {
        fc.pre(a !== b);
        const entity = { type: "bold", offset: Math.min(a, b), length: Math.abs(a - b) };
        expect(readEntities([entity], text)).toEqual([entity]);
      }),
    );
  });

  it("refuse exactly those that split a symbol or leave the text", () => {
    fc.assert(
      fc.property(text, fc.nat(40), fc.integer({ min: 1, max: 40 }), (value, offset, length) => {
        const end = offset + length;
        const inside = end <= value.length;
        const whole = [value.slice(0, offset), value.slice(offset, end), value.slice(end)].every((part) =>
          part.isWellFormed(),
        );
        const read = () => readEntities([{ type: "bold", offset, length }], value);
        if (inside && whole) expect(read()).toHaveLength(1);
        else expect(read).toThrow(/^Bad Request: entity begin/);
      }),
    );
  });

  it("keep the same words when a text is cut", () => {
    fc.assert(
      fc.property(textAndSpan, fc.nat(30), fc.nat(30), ({ text, a, b }, start, size) => {
        const entity = { type: "bold" as const, offset: Math.min(a, b), length: Math.abs(a - b) };
        const cut = text.slice(start, start + size);
        const words = sliceEntities([entity], start, start + cut.length).map(({ offset, length }) =>
          cut.slice(offset, offset + length),
        );
        const from = Math.max(entity.offset, start);
        const expected = text.slice(from, Math.max(from, Math.min(entity.offset + entity.length, start + cut.length)));
        expect(words.join("")).toBe(expected);
      }),
    );
  });
});
