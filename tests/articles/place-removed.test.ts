import fc from "fast-check";
import { expect, it } from "vitest";
import type { Block } from "../../src/articles/blocks.ts";
import type { RemovalReason } from "../../src/articles/phrases.ts";
import { placeRemoved } from "../../src/articles/place-removed.ts";

const block: fc.Arbitrary<Block> = fc.record({
  kind: fc.constantFrom("heading", "item", "paragraph", "verbatim"),
  text: fc.stringMatching(/^[a-z河口]{1,12}$/),
  pictures: fc.nat(2),
  linked: fc.constant(0),
});
const reason = fc.constantFrom<RemovalReason | null>(null, null, "byline", "related");

it("the body and what was removed, put back at its places, are the whole text in its order", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(block, reason)), (sorted) => {
      const blocks = sorted.map(([each]) => each);
      const pictures = blocks.flatMap((each, index) =>
        Array.from({ length: each.pictures }, (_, n) => `${index}/${n}`),
      );
      const { body, removed } = placeRemoved(
        blocks,
        sorted.map(([, why]) => why),
        pictures,
      );
      const places = [0, ...removed.map(({ at }) => at), body.length];
      expect(places).toEqual([...places].sort((a, b) => a - b));
      const pieces = removed.flatMap(({ text, at }, index) => [body.slice(places[index], at), text]);
      const whole = [...pieces, body.slice(places.at(-2))].join("\n").split(/\n+/).filter(Boolean);
      expect(whole).toEqual(
        blocks.flatMap(({ text, pictures: count }, index) => [
          text,
          ...Array.from({ length: count }, (_, n) => `${index}/${n}`),
        ]),
      );
    }),
  );
});
