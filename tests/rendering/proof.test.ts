import { describe, expect, it } from "vitest";
import { renderProof } from "../../src/rendering/proof.ts";
import { sayIn } from "../../src/rendering/say.ts";
import { card } from "../bot/support/fake-library.ts";

describe("the proof card", () => {
  it.each([
    [
      "with a blank in English",
      "It was dark.",
      "A lamp was lit.",
      "Ships came.",
      "It was dark. A lamp was lit. Ships came.",
    ],
    ["with none in Chinese", "天黑了。", "灯亮了。", "船来了。", "天黑了。灯亮了。船来了。"],
    ["after Chinese quotes", "他说：“天黑了。”", "灯亮了。", "", "他说：“天黑了。”灯亮了。"],
    ["line by line in a list", "有三种：", "- 红灯。", "- 绿灯。", "有三种：\n- 红灯。\n- 绿灯。"],
    ["at both ends of a passage", "", "A lamp was lit.", "", "A lamp was lit."],
  ])("joins a sentence to its neighbours %s", (_, before, text, after, joined) => {
    const around = { before, after, heading: null, percent: 40 };
    const proof = renderProof(card("lighthouse"), [{ text, mark: "verbatim", around }], sayIn("en"));
    expect(proof.text.slice(0, proof.text.lastIndexOf("\n\n")).split(`\n${sayIn("en")("mark-verbatim")}`)[0]).toBe(
      joined,
    );
    const bold = proof.entities.find(({ type }) => type === "bold");
    expect(proof.text.slice(bold?.offset, (bold?.offset ?? 0) + (bold?.length ?? 0))).toBe(text);
  });
});
