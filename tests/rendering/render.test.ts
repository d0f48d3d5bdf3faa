import { describe, expect, it } from "vitest";
import type { Answer, ArticleId, Claim } from "../../src/domain.ts";
import { toPlainText } from "../../src/rendering/plain-text.ts";
import { renderProof } from "../../src/rendering/proof.ts";
import { renderAnswer, renderPreview, renderSummary } from "../../src/rendering/render.ts";
import type { RichText } from "../../src/rendering/rich-text.ts";
import { sayIn } from "../../src/rendering/say.ts";
import { answered, card, cite, claim } from "../bot/support/fake-library.ts";

const pier = card("pier", { missing: { paywall: true, picturesUnread: 2 } });
const unlinked = card("unlinked", { url: null, author: null, publishedAt: null });
const copy = card("copy", { repostOf: "pier" as ArticleId });
const zh = card("zh", { language: "zh", title: "灯塔" });
const searched = { articles: 12, from: "2023-01-02", to: "2025-03-04" };

const linked = ({ text, entities }: RichText) =>
  entities.flatMap((entity) =>
    entity.type === "text_link" ? [[text.slice(entity.offset, entity.offset + entity.length), entity.url]] : [],
  );

describe("an answer", () => {
  const claims: Claim[] = [
    claim("The pier is old.", cite(unlinked, "It is old."), cite(pier, "Old it is.")),
    { ...claim("It was mended.", cite(copy, "Mended."), cite(pier, "It was mended.")), mark: "verbatim" },
  ];

  it("numbers sources in order of first use, copies with their source", () => {
    const rich = renderAnswer({
      ...answered(claims),
      open: ["cost"],
      dropped: [{ text: "x", reason: "figure" }],
      coverage: "cut",
      judging: { by: "some-judge", calls: ["answered"], unsure: 0 },
    });
    expect(rich.text.split("\n\n")).toEqual([
      "The pier is old.[1][2] “It was mended.”[2]",
      "✓ 1 checked by some-judge · “ ” 1 word for word from the articles",
      "The cited sentences do not mention “cost”.",
      "1 claim failed its check and was left out.",
      sayIn("en")("cut"),
      "Sources\n[1] Title of unlinked · undated\n[2] Title of pier · Harbour Notes · 2024-05-11\n" +
        "    the article is cut off by a paywall; 2 pictures were not read",
    ]);
    expect(linked(rich)).toEqual([
      ["[2]", pier.url],
      ["[2]", pier.url],
      ["Title of pier", pier.url],
    ]);
  });

  it("has no marks while it grows", () => {
    expect(renderPreview(claims, "en").text).toBe("The pier is old.[1][2] It was mended.[2] …");
  });

  it("links nothing but web addresses", () => {
    const bad = card("bad", { url: "javascript:alert(1)" });
    expect(linked(renderAnswer(answered([claim("x", cite(bad, "x"))])))).toEqual([]);
  });

  it("in a terminal has its links written out once", () => {
    const plain = toPlainText(renderAnswer(answered(claims)));
    expect(plain).toContain(`[2] Title of pier · Harbour Notes · 2024-05-11\n    ${pier.url}`);
    expect(plain.split(String(pier.url))).toHaveLength(2);
  });
});

describe("passages instead of an answer", () => {
  const closest = (language: "zh" | "en", strength: "likely" | "related", source = pier): Answer => ({
    kind: "closest",
    language,
    strength,
    direct: null,
    failure: null,
    unknownNames: [],
    searched,
    claims: [claim("The pier is old.", cite(source, "The pier is old."))],
  });

  it.each([
    { language: "en", strength: "likely", heading: "Closest passages" },
    { language: "en", strength: "related", heading: "No clear answer was found; these passages come closest" },
    { language: "zh", strength: "likely", heading: "最相关的原文" },
    { language: "zh", strength: "related", heading: "没有找到明确的答案，以下是最接近的原文" },
  ] as const)("$language, $strength", ({ language, strength, heading }) => {
    expect(renderAnswer(closest(language, strength)).text).toMatch(
      new RegExp(`^${heading}\n\n• The pier is old\\. ?\\[1\\]`),
    );
  });

  it.each([
    ["- an item of a list", "an item of a list"],
    ["● 一项", "一项"],
    ["-5 degrees", "-5 degrees"],
    ["–", "–"],
  ])("quotes %j with one bullet", (sentence, shown) => {
    const answer = { ...closest("en", "likely"), claims: [claim(sentence, cite(pier, sentence))] } as Answer;
    expect(renderAnswer(answer).text).toContain(`\n\n• ${shown} [1]`);
  });

  it("opens with the span that was asked for", () => {
    const direct = { text: "old", citation: cite(pier, "The pier is old.") };
    const { text } = renderAnswer({ ...closest("en", "likely"), direct } as Answer);
    expect(text).toMatch(/^Closest passages\n\n→ old \[1\]\n\n• The pier is old\. \[1\]/);
  });

  it.each([
    { language: "zh", source: zh, sentence: "桥是旧的。", foreign: false },
    { language: "zh", source: pier, sentence: "The pier is old.", foreign: true },
    { language: "en", source: zh, sentence: "桥是旧的。", foreign: true },
    { language: "en", source: pier, sentence: "The pier is old.", foreign: false },
    { language: "en", source: zh, sentence: "The pier is old.", foreign: false },
    { language: "zh", source: zh, sentence: "The pier is old.", foreign: true },
  ] as const)(
    "“$sentence” of an article in $source.language for a question in $language: foreign $foreign",
    ({ language, source, sentence, foreign }) => {
      const answer = { ...closest(language, "likely"), claims: [claim(sentence, cite(source, sentence))] } as Answer;
      expect(renderAnswer(answer).text.includes(sayIn(language)("other-language"))).toBe(foreign);
    },
  );
});

describe("no answer", () => {
  const abstained = (over: Partial<Answer & { kind: "abstained" }> = {}): Answer => ({
    kind: "abstained",
    language: "en",
    reason: "nothing-found",
    dropped: [],
    unknownNames: [],
    searched,
    nearest: [pier],
    usage: null,
    ...over,
  });

  it("says what was searched, and lists the nearest without numbers", () => {
    expect(renderAnswer(abstained()).text).toBe(
      "The articles do not say.\n\nSearched 12 articles, 2023-01-02 to 2025-03-04.\n\nNearest articles (not sources):\n– Title of pier · Harbour Notes · 2024-05-11\n    the article is cut off by a paywall; 2 pictures were not read",
    );
  });

  it.each([
    { language: "en", says: "The articles never mention “RTX 5090”, “etcd”." },
    { language: "zh", says: "这些文章里没有出现「RTX 5090」、「etcd」。" },
  ] as const)("names what no article mentions ($language)", ({ language, says }) => {
    expect(renderAnswer(abstained({ language, unknownNames: ["RTX 5090", "etcd"] })).text).toContain(says);
  });

  it.each([
    { language: "zh", says: "另有 2 篇转载" },
    { language: "en", says: "2 reposts" },
  ] as const)("counts the reposts of a source ($language)", ({ language, says }) => {
    const copied = { ...pier, reposts: 2 };
    const answer = { ...answered([claim("x", cite(copied, "x"))]), language };
    expect(renderAnswer(answer).text).toContain(`[1] Title of pier · Harbour Notes · 2024-05-11 · ${says}`);
  });

  it("says so when nothing passed the checks", () => {
    const dropped = [{ text: "x", reason: "figure" as const }];
    expect(renderAnswer(abstained({ reason: "no-claim-left", language: "zh", dropped })).text).toContain(
      "1 条说法都未通过核对",
    );
  });
});

describe("a summary and a proof", () => {
  it("names the article and how its points came about", () => {
    const points = [claim("The pier is old.", cite(pier, "The pier is old."))];
    const summary = { article: pier, language: "en", claims: points, dropped: [], repaired: 0, usage: null } as const;
    expect(renderSummary({ ...summary, kind: "written" }).text).toMatch(
      /^Summary · Title of pier\n\nThe pier is old\.\[1\]\n\n✓ The statement was checked by/,
    );
    expect(renderSummary({ ...summary, kind: "extracted" }).text).toMatch(
      /^Main points .* · Title of pier\n\n• The pier is old\. \[1\]/,
    );
  });

  it("quotes each sentence in bold among its neighbours, says where it stands and what was not read", () => {
    const around = { before: "Zero.", after: "", heading: "Counting", percent: 40 };
    const { text, entities } = renderProof(
      pier,
      [
        { text: "One.", mark: "checked", around },
        { text: "Two.", mark: null, around: null },
      ],
      sayIn("en"),
    );
    const marked = (kind: string) =>
      entities.filter(({ type }) => type === kind).map(({ offset, length }) => text.slice(offset, offset + length));
    expect(marked("expandable_blockquote")).toEqual(["Zero. One.", "Two."]);
    expect(marked("bold")).toEqual(["One.", "Two.", pier.title]);
    expect(text).toContain("checked · Counting · 40% into the article");
    expect(text).toContain("the article has changed since");
    expect(text).toContain("paywall; 2 pictures");
  });
});
