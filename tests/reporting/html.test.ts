import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { Html, html } from "../../src/reporting/html.ts";

/** What a browser's parser makes of a page with this text in an element and in an attribute. */
function shown(text: string) {
  const { document } = parseHTML(`<html><body>${html`<p title="${text}">${text}</p>`.markup}</body></html>`);
  const paragraph = document.querySelector("p");
  return { elements: document.body.querySelectorAll("*").length, text: paragraph?.textContent, paragraph };
}

describe("text put into markup", () => {
  it.each([
    "<script>alert(1)</script>",
    `"><img src=x onerror=alert(1)>`,
    "'><svg onload=alert(1)>",
    "</p></details><script>",
    "<!-- <![CDATA[ ]]> -->",
    "&lt;b&gt; &amp; &#60;",
    "${7}`\\",
  ])("stays text: %s", (text) => {
    const { elements, text: seen, paragraph } = shown(text);
    expect(elements).toBe(1);
    expect(seen).toBe(text);
    expect(paragraph?.getAttribute("title")).toBe(text);
  });

  it("never holds a character that could end it, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const inside = html`${text}`.markup;
        expect(inside).not.toMatch(/[<>"']/);
        expect(inside.replace(/&(?:amp|lt|gt|quot|#39);/g, "")).not.toContain("&");
        expect(inside.isWellFormed()).toBe(true);
      }),
    );
  });

  it.each([
    ["controls", "a\u0000b\u001bc", "a\ufffdb\ufffdc"],
    ["a lone surrogate", "a\ud800", "a\ufffd"],
    ["direction marks in a file name", "photo\u202egnp.exe", "photo\ufffdgnp.exe"],
    ["line ends and tabs stay", "a\n\tb", "a\n\tb"],
  ])("shows %s", (_, text, seen) => expect(html`${text}`.markup).toBe(seen));

  it("keeps our own markup, also in lists, and figures", () => {
    expect(html`<ul>${["a&b", "c"].map((each) => html`<li>${each}</li>`)}</ul>${new Html("<br>")}${3}`.markup).toBe(
      "<ul><li>a&amp;b</li><li>c</li></ul><br>3",
    );
  });
});
