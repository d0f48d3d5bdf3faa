import { describe, expect, it } from "vitest";
import type { Answer, Claim, Mark } from "../../src/domain.ts";
import { keptAnswer } from "../../src/rendering/kept-reply.ts";
import { renderAnswer, renderPreview } from "../../src/rendering/render.ts";
import { replyAsFile } from "../../src/rendering/take-away.ts";
import { answered, card, cite } from "../bot/support/fake-library.ts";

const bridge = card("bridge", { title: "The Orn bridge" });
const bridgeZh = card("qiao", { title: "跨海大桥", language: "zh", author: "海湾笔记" });
const judging = { by: "judge-1", calls: ["answered" as const], unsure: 1 };

const one = (mark: Mark, text: string, sentence: string, over: Partial<Claim> = {}): Claim => ({
  text,
  mark,
  citations: [cite(/\p{Script=Han}/u.test(sentence) ? bridgeZh : bridge, sentence)],
  ...over,
});

const EN: readonly Claim[] = [
  one("checked", "The bridge carries four lanes.", "Four lanes run over the bridge."),
  one("checked", "Its towers are of steel.", "The towers were made of steel."),
  one("matches", "It took six years to build.", "Building took six years."),
  one("compare", "Traffic is said to have halved.", "Since then traffic on the ferry has fallen by half.", {
    startsParagraph: true,
  }),
  one("sentence", "It was opened in 1899.", "It was opened in 1899.", { inPlaceOf: { text: "x", reason: "date" } }),
  one("verbatim", "There is no toll on it.", "There is no toll on it."),
];
const ZH: readonly Claim[] = [
  one("checked", "大桥有四条车道。", "桥面设四条车道。"),
  one("checked", "桥塔是钢的。", "桥塔用钢材建造。"),
  one("matches", "建造用了六年。", "建造历时六年。"),
  one("compare", "据说车流减半。", "此后渡轮的客流少了一半。", { startsParagraph: true }),
  one("sentence", "大桥于1899年通车。", "大桥于1899年通车。", { inPlaceOf: { text: "x", reason: "date" } }),
  one("verbatim", "桥上没有收费站。", "桥上没有收费站。"),
];
const answerOf = (language: "zh" | "en", over: Partial<Answer & { kind: "answered" }> = {}): Answer => ({
  ...answered(language === "zh" ? ZH : EN),
  language,
  judging,
  ...over,
});
const withoutSources = (text: string) => text.slice(0, text.search(/\n\n(?:Sources|来源)/));

describe("all five outcomes in one reply", () => {
  it("in English", () => {
    const { text, entities } = renderAnswer(answerOf("en"));
    expect(withoutSources(text)).toBe(
      "The bridge carries four lanes.[1] Its towers are of steel.[1] It took six years to build.[1] ≈\n\n" +
        "Traffic is said to have halved.[1] ↓\nSince then traffic on the ferry has fallen by half.\n\n" +
        "“It was opened in 1899.”[1] “There is no toll on it.”[1]\n\n" +
        "✓ 2 checked by judge-1 · ≈ 1 matches its sentence, meaning not decided by judge-1 · “ ” 1 word for word from the articles · ↓ 1 to compare with the sentence below it · “ ” 1 sentence of an article instead of a statement that failed",
    );
    const quoted = entities.filter(({ type }) => type === "blockquote");
    expect(quoted.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual([
      "Since then traffic on the ferry has fallen by half.",
    ]);
  });

  it("in Chinese", () => {
    expect(withoutSources(renderAnswer(answerOf("zh")).text)).toBe(
      "大桥有四条车道。[1] 桥塔是钢的。[1] 建造用了六年。[1] ≈\n\n" +
        "据说车流减半。[1] ↓\n此后渡轮的客流少了一半。\n\n" +
        "「大桥于1899年通车。」[1] 「桥上没有收费站。」[1]\n\n" +
        "✓ 2 句经 judge-1 核对 · ≈ 1 句与所引句子相符，意思 judge-1 未能判断 · 「」1 句为原文 · ↓ 1 句请与下方的原句对照 · 「」1 处说法未通过核对，换成了原句",
    );
  });

  it("as a list where several things are asked for", () => {
    const lines = withoutSources(renderAnswer(answerOf("zh", { layout: "list" })).text).split("\n");
    expect(lines.slice(0, 5)).toEqual([
      "• 大桥有四条车道。[1]",
      "• 桥塔是钢的。[1]",
      "• 建造用了六年。[1] ≈",
      "• 据说车流减半。[1] ↓",
      "此后渡轮的客流少了一半。",
    ]);
  });

  it("while it grows: no marks, but the sentence to compare", () => {
    expect(renderPreview(EN.slice(2, 4), "en").text).toBe(
      "It took six years to build.[1]\n\nTraffic is said to have halved.[1]\nSince then traffic on the ferry has fallen by half. …",
    );
  });

  it("as a file", () => {
    const reply = keptAnswer("How is the bridge?", answerOf("en"), null);
    const { markdown } = replyAsFile({ id: 1, at: "2025-06-01T08:30:12.000Z", reply });
    expect(markdown).toContain(
      "The bridge carries four lanes.[^1] Its towers are of steel.[^2] It took six years to build.[^3] ≈\n\n" +
        "Traffic is said to have halved.[^4] ↓\n\n> Since then traffic on the ferry has fallen by half.\n\n" +
        "“It was opened in 1899.”[^5] “There is no toll on it.”[^6]\n\n*✓ 2 checked by judge-1",
    );
    const list = replyAsFile({ id: 1, at: "2025-06-01T08:30:12.000Z", reply: { ...reply, layout: "list" } });
    expect(list.markdown).toContain("- Traffic is said to have halved.[^4] ↓\n  > Since then traffic");
  });
});

describe("one line on how a reply was verified", () => {
  const lineOf = (claims: readonly Claim[], by?: string, language: "zh" | "en" = "en") => {
    const judged = by === undefined ? {} : { judging: { by, calls: [], unsure: 0 } };
    return withoutSources(renderAnswer({ ...answered(claims), ...judged, language }).text)
      .split("\n\n")
      .at(-1);
  };
  const [checked, , matches, compare, sentence, verbatim] = EN as [Claim, Claim, Claim, Claim, Claim, Claim];
  it.each([
    [[checked, checked], "j", "✓ All 2 statements were checked by j.", "✓ 2 句均经 j 核对"],
    [[checked], "j", "✓ The statement was checked by j.", "✓ 这句话经 j 核对"],
    [
      [matches, matches],
      undefined,
      "2 statements match their sentences; their meaning was not judged.",
      "2 句均与所引句子相符；意思未经复核",
    ],
    [
      [matches],
      "j",
      "The statement matches its sentence; j could not decide on its meaning.",
      "这句话与所引句子相符；意思是否一致，j 未能判断",
    ],
    [[verbatim], undefined, "The statement is a sentence of the articles, word for word.", "这句话是原文，逐字一致"],
    [[compare], undefined, "↓ 1 to compare with the sentence below it", "↓ 1 句请与下方的原句对照"],
    [
      [sentence],
      "j",
      "“ ” 1 sentence of an article instead of a statement that failed",
      "「」1 处说法未通过核对，换成了原句",
    ],
  ])("%#", (claims, by, en, zh) => {
    expect([lineOf(claims, by), lineOf(claims, by, "zh")]).toEqual([en, zh]);
  });
});
