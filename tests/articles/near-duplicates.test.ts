import { describe, expect, it } from "vitest";
import { findCopies, signatureOf, similarity } from "../../src/articles/near-duplicates.ts";

const words = (seed: number, count: number): string[] =>
  Array.from(
    { length: count },
    (_, index) => `w${(seed * 7_919 + index * 104_729 + ((index * index * seed) % 997)) % 50_021}`,
  );

describe("near-duplicates", () => {
  it("estimate the share of common shingles", () => {
    const text = words(1, 600);
    const half = [...text.slice(0, 300), ...words(2, 300)];
    expect(similarity(signatureOf(text.join(" ")), signatureOf(text.join(" ")))).toBe(1);
    expect(similarity(signatureOf(text.join(" ")), signatureOf(words(3, 600).join(" ")))).toBeLessThan(0.1);
    expect(Math.abs(similarity(signatureOf(text.join(" ")), signatureOf(half.join(" "))) - 1 / 3)).toBeLessThan(0.15);
  });

  it("see through width, case and punctuation, in Chinese too", () => {
    const text = "河口的灯塔昨天晚上又亮了起来，ＬＥＤ灯的光在十八海里外就能看见。";
    expect(similarity(signatureOf(text), signatureOf(text.normalize("NFKC").toLowerCase().replace("，", " ")))).toBe(1);
  });

  it("point every copy at the first, and leave others alone", () => {
    const texts = Array.from({ length: 60 }, (_, index) => words((index % 20) + 1, 400));
    const edited = texts.map((text, index) => (index < 20 ? text : [...text.slice(0, 395), `edit${index}`]).join(" "));
    expect(findCopies(edited.map(signatureOf))).toEqual(texts.map((_, index) => (index < 20 ? null : index % 20)));
  });
});
