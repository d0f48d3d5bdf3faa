import fc from "fast-check";
import type { Node, Nodes, Parent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import type { CitedArticle, KeptClaim, KeptReply, StoredReply } from "../../src/domain.ts";
import { keptAnswer, keptSummary } from "../../src/rendering/kept-reply.ts";
import { sayIn } from "../../src/rendering/say.ts";
import { conversationAsFile, replyAsFile } from "../../src/rendering/take-away.ts";
import { answered, card, cite, claim } from "../bot/support/fake-library.ts";

const AT = "2025-06-01T08:30:12.000Z";
const stored = (reply: KeptReply, id = 1): StoredReply => ({ id, at: AT, reply });
/** Without the second pass over finished text, which finds addresses there that were escaped. */
const fromGfm = gfmFromMarkdown().map(({ transforms: _, ...extension }) => extension);
const read = (markdown: string) => fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: fromGfm });
const isParent = (node: Node): node is Parent => "children" in node;

function nodesOf(node: Nodes): Nodes[] {
  return [node, ...(isParent(node) ? (node.children as Nodes[]).flatMap(nodesOf) : [])];
}

function wordsOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type === "footnoteReference") return `[${node.label}]`;
  return isParent(node) ? (node.children as Nodes[]).map(wordsOf).join("") : "";
}

const pier = card("pier", { title: "旧码头", author: "港口笔记", publishedAt: "2024-03-05", language: "zh" });
const lighthouse = card("lighthouse", { missing: { paywall: true, picturesUnread: 2 } });

describe("a reply as a file", () => {
  it("has the question as heading, marks, notes, and a footnote for each cited sentence", () => {
    const lit = cite(lighthouse, "In 1931 the lamp was lit.");
    const answer = {
      ...answered([
        claim("It was lit in 1931.", lit),
        { ...claim("It is older than the pier.", lit, cite(pier, "码头建于1935年。")), mark: "matches" as const },
      ]),
      dropped: [{ text: "x", reason: "figure" as const }],
      open: ["lit"],
      judging: { by: "some-judge", calls: ["answered" as const], unsure: 1 },
    };
    const { fileName, markdown } = replyAsFile(stored(keptAnswer("When was the lamp lit?", answer, lighthouse)));
    expect(fileName).toBe("2025-06-01-When-was-the-lamp-lit.md");
    expect(markdown).toBe(`# When was the lamp lit?

*Asked 2025-06-01 08:30 UTC*

*Searched only this article:* Title of lighthouse · <https://example.org/lighthouse>

It was lit in 1931.[^1] It is older than the pier.[^1][^2] ≈

*✓ 1 checked by some-judge · ≈ 1 matches its sentence, meaning not decided by some-judge*

*The cited sentences do not mention “lit”.*

*1 claim failed its check and was left out.*

---

${sayIn("en")("marks-explained")}

[^1]: > In 1931 the lamp was lit. — Title of lighthouse, Harbour Notes, 2024-05-11, <https://example.org/lighthouse> *(the article is cut off by a paywall; 2 pictures were not read)*

[^2]: > 码头建于1935年。 — 旧码头, 港口笔记, 2024-03-05, <https://example.org/pier>
`);
  });

  it("quotes what was quoted, opens with the value asked for, and tells a refusal with what came nearest", () => {
    const citation = cite(pier, "码头建于1935年。");
    const quote = claim("码头建于1935年。", citation);
    const searched = { articles: 12, from: null, to: null };
    const closest = keptAnswer(
      "码头何时建成？",
      {
        kind: "closest",
        language: "zh",
        claims: [quote],
        strength: "likely",
        direct: { text: "1935年", citation },
        failure: null,
        unknownNames: [],
        searched,
      },
      null,
    );
    const abstained = keptAnswer(
      "谁造的？",
      {
        kind: "abstained",
        language: "zh",
        reason: "nothing-found",
        dropped: [],
        unknownNames: ["铁塔"],
        searched,
        nearest: [pier],
        usage: null,
      },
      null,
    );
    const { fileName, markdown } = conversationAsFile([stored(closest), stored(abstained, 2)], 5, "zh");
    expect(fileName).toBe("2025-06-01-对话.md");
    expect(markdown).toBe(`# 2025-06-01 起的对话

*这次对话最早的 5 条回答已不再保存。*

## 码头何时建成？

*提问时间：2025-06-01 08:30 UTC*

**最相关的原文**

→ **1935年**[^1]

- 码头建于1935年。[^1]

## 谁造的？

*提问时间：2025-06-01 08:30 UTC*

**这些文章里没有找到答案。**

*这些文章里没有出现「铁塔」。*

*已查找 12 篇文章。*

最接近的文章（不作为来源）：

- 旧码头 · 港口笔记 · 2024-03-05 · <https://example.org/pier>

[^1]: > 码头建于1935年。 — 旧码头，港口笔记，2024-03-05，<https://example.org/pier>
`);
  });

  it("a summary has its article as heading", () => {
    const points = [claim("The pier is old.", cite(pier, "The pier is old."))];
    const base = { article: pier, language: "en", claims: points, dropped: [], repaired: 0, usage: null } as const;
    const { markdown } = replyAsFile(stored(keptSummary({ ...base, kind: "extracted" })));
    expect(markdown).toMatch(/^# 旧码头\n\n.*\n\n\*\*Main points .*\*\*\n\n- The pier is old\.\[\^1\]\n/);
    const judging = { by: "some-judge", calls: ["answered" as const], unsure: 0 };
    expect(replyAsFile(stored(keptSummary({ ...base, judging, kind: "written" }))).markdown).toContain(
      "The pier is old.[^1]\n\n*✓ The statement was checked by some-judge.*",
    );
  });
});

const NASTY = [
  ...["# ", "> ", "- ", "+ ", "* ", "1. ", "1) ", "---", "===", "```", "~~~", "    ", "\t", "\n", "\n\n", "\r\n"],
  ...[
    "|",
    "| a | b |\n|---|---|",
    "[x]",
    "[a](javascript:alert(1))",
    "![a](https://evil.org/a.png)",
    "[^1]",
    "[^1]: no",
  ],
  ...["<script>alert(1)</script>", "<!--", "<a href='x'>", "&amp;", "&#x202e;", "`code`", "``", "**b**", "*i*", "_i_"],
  ...["~~x~~", "https://evil.org", "www.evil.org", "me@evil.org", "<https://evil.org>", "\\", "\\\\", "$x$", "[[a]]"],
  ...[
    "#tag",
    "==x==",
    "%%x%%",
    "^id",
    "\u202eabc",
    "\u0000",
    "\ud800",
    "😀",
    "灯塔。",
    "（1931年）",
    "[ ] ",
    "![",
    "](",
  ],
];
const nasty = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ maxLength: 8, unit: "grapheme" })), { maxLength: 8 })
  .map((parts) => parts.join(""));
const url = fc.oneof(
  nasty.map((end) => `https://example.org/${end}`),
  nasty,
  fc.constant(null),
);
const article: fc.Arbitrary<CitedArticle> = fc.record({
  title: nasty,
  author: fc.option(nasty),
  publishedAt: fc.option(nasty),
  url,
  sourcePath: fc.constantFrom("a.md", "b.md"),
  missing: fc.record({ paywall: fc.boolean(), picturesUnread: fc.nat(3) }),
});
const aClaim = (mark: KeptClaim["mark"]): fc.Arbitrary<KeptClaim> =>
  fc.record({
    text: nasty,
    mark: fc.constant(mark),
    sentences: fc.array(fc.record({ text: nasty, article }), { maxLength: 3 }),
  });
const aReply: fc.Arbitrary<KeptReply> = fc.record({
  kind: fc.constantFrom("answered", "closest", "abstained", "summary"),
  language: fc.constantFrom("zh", "en"),
  question: nasty,
  only: fc.option(article),
  opening: fc.option(nasty),
  direct: fc.option(aClaim(null)),
  layout: fc.constantFrom("text", "list"),
  claims: fc.array(fc.oneof(aClaim("checked"), aClaim(null)), { maxLength: 3 }),
  notes: fc.array(nasty, { maxLength: 2 }),
  nearest: fc.array(article, { maxLength: 2 }),
});

/** As the file may hold it, and a reader may see it: on one line, blanks at the ends and in rows aside. */
const plain = (words: string) =>
  words
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .toWellFormed()
    .replace(/ +/g, " ")
    .trim();
const OWN = ["root", "heading", "paragraph", "text", "emphasis", "strong", "list", "listItem", "link", "blockquote"];
const ALLOWED = new Set([...OWN, "footnoteReference", "footnoteDefinition", "thematicBreak"]);

describe("whatever the articles hold", () => {
  it("is read back as the same words by a Markdown parser, and is never markup", () => {
    fc.assert(
      fc.property(fc.array(aReply, { minLength: 1, maxLength: 2 }), (replies) => {
        const { markdown } = conversationAsFile(
          replies.map((reply, index) => stored(reply, index)),
          0,
          "en",
        );
        const root = read(markdown);
        const nodes = nodesOf(root);
        expect(nodes.map(({ type }) => type).filter((type) => !ALLOWED.has(type))).toEqual([]);
        const headings = root.children.filter(({ type }) => type === "heading").map((node) => plain(wordsOf(node)));
        expect(headings).toEqual([
          sayIn("en")("conversation-of", { day: "2025-06-01" }),
          ...replies.map(({ question }) => plain(question)),
        ]);
        const words = root.children.map((node) => plain(wordsOf(node))).join("\n");
        const sentences = replies.flatMap(({ direct, claims }) =>
          [...(direct === null ? [] : [direct]), ...claims].flatMap((each) => each.sentences),
        );
        for (const { text, article: source } of sentences) {
          expect(words).toContain(plain(`${text} — ${source.title}`));
        }
        for (const { claims, notes } of replies) {
          for (const said of [...claims.map(({ text }) => text), ...notes]) expect(words).toContain(plain(said));
        }
        const distinct = new Set(sentences.map((sentence) => JSON.stringify(sentence)));
        const definitions = nodes.filter(({ type }) => type === "footnoteDefinition");
        expect(definitions).toHaveLength(distinct.size);
        const urls = nodes.flatMap((node) => (node.type === "link" ? [node.url] : []));
        for (const address of urls) expect(address).toMatch(/^https?:\/\//i);
        const given = [
          ...sentences.map((each) => each.article),
          ...replies.flatMap(({ only, nearest }) => (only === null ? nearest : [only, ...nearest])),
        ];
        expect(urls.length).toBeLessThanOrEqual(given.filter((each) => each.url !== null).length);
      }),
      { numRuns: 300 },
    );
  });
});
