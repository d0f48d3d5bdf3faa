import { createHash } from "node:crypto";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import type { LoadedCorpus, RemovedText } from "../../src/articles/load.ts";
import type { Article, ArticleId } from "../../src/domain.ts";
import { articleRows } from "../../src/reporting/article-rows.ts";
import { reportPage } from "../../src/reporting/page.ts";
import { totalsOf } from "../../src/reporting/totals.ts";
import { describeTotals } from "../../src/reporting/totals-table.ts";
import { anArticle } from "../support/articles.ts";

type Fields = Parameters<typeof anArticle>[0];

function corpusOf(...articles: readonly (readonly [fields: Fields, removed: readonly RemovedText[]])[]): LoadedCorpus {
  const cleaned = articles.map(([fields, removed]) => ({ article: anArticle(fields), removed }));
  const report = cleaned.map(({ article: { sourcePath: path } }) => {
    return { path, outcome: "indexed" as const, reason: null, skipped: null, warnings: [] as string[] };
  });
  return { articles: cleaned, report, corpusHash: "" };
}

function pageOf(corpus: LoadedCorpus) {
  const page = reportPage(corpus, { folder: "some/folder", madeAt: new Date("2024-05-11T00:00:00Z") });
  return { page, document: parseHTML(page).document };
}

const BODY = "First paragraph.\n\nSecond paragraph.";
const SECOND = BODY.indexOf("Second");
const REMOVED: readonly RemovedText[] = [
  { text: "By a person", reason: "byline", at: 0 },
  { text: "https://pictures.example/1", reason: "image", at: SECOND },
  { text: "Follow us", reason: "follow-me", at: BODY.length },
];

describe("an article's rows", () => {
  it.each<[string, RemovedText[], string[]]>([
    ["nothing removed", [], [`|${BODY}`]],
    [
      "before, within and after",
      [...REMOVED],
      ["By a person|First paragraph.", "https://pictures.example/1|Second paragraph.", "Follow us|"],
    ],
    ["only after", REMOVED.slice(2), [`|${BODY}`, "Follow us|"]],
    ["two at one place", [...REMOVED.slice(0, 1), ...REMOVED.slice(0, 1)], [`By a person+By a person|${BODY}`]],
  ])("%s", (_, removed, rows) => {
    const told = articleRows(BODY, removed).map(
      (row) => `${row.removed.map(({ text }) => text).join("+")}|${row.kept}`,
    );
    expect(told).toEqual(rows);
  });
});

describe("the totals", () => {
  const corpus = corpusOf(
    [{ id: "a", body: BODY, missing: { paywall: true, picturesUnread: 1 } }, REMOVED],
    [{ id: "b", body: "x".repeat(45), repostOf: "a" as ArticleId }, []],
  );

  it("count what was kept and removed; addresses of pictures are no text", () => {
    expect(totalsOf(corpus)).toEqual({
      articles: 2,
      keptChars: BODY.length + 45,
      removedChars: 20,
      byReason: [
        { reason: "byline", blocks: 1, chars: 11, share: 0.11 },
        { reason: "follow-me", blocks: 1, chars: 9, share: 0.09 },
        { reason: "image", blocks: 1, chars: 0, share: 0 },
      ],
      reposts: 1,
      paywalled: 1,
      picturesUnread: 1,
      skippedFiles: 0,
      filesWithNotes: 0,
    });
  });

  it("are an aligned table in a terminal", () => {
    const lines = describeTotals(totalsOf(corpus)).split("\n");
    expect(lines).toContain("characters removed  20  20.0%");
    const rows = lines.slice(lines.indexOf("") + 1);
    expect(rows).toEqual([
      "removed as  blocks  characters  share",
      "byline           1          11  11.0%",
      "follow-me        1           9   9.0%",
      "image            1           –      –",
    ]);
  });

  it("of nothing are noughts", () => {
    expect(totalsOf({ articles: [], report: [], corpusHash: "" })).toMatchObject({ articles: 0, byReason: [] });
  });
});

describe("the page", () => {
  it("shows kept and removed in their order, each with its reason", () => {
    const { document } = pageOf(corpusOf([{ body: BODY, url: "https://example.com/a" }, REMOVED]));
    const rows = [...document.querySelectorAll(".row")].map((row) => row.textContent?.replace(/\s+/g, " ").trim());
    expect(rows).toEqual([
      "byline By a personFirst paragraph.",
      "picture https://pictures.example/1Second paragraph.",
      "follow me Follow us",
    ]);
    expect(document.querySelector(".facts a")?.getAttribute("href")).toBe("https://example.com/a");
  });

  it("speaks the language of most articles", () => {
    const zh = { language: "zh", body: "河口。" } as const;
    const english = pageOf(corpusOf([zh, []], [{ id: "b" }, []])).document;
    const chinese = pageOf(corpusOf([zh, []], [{ ...zh, id: "b" }, []], [{ id: "c" }, []])).document;
    expect(english.documentElement?.getAttribute("lang")).toBe("en");
    expect(chinese.documentElement?.getAttribute("lang")).toBe("zh");
    expect(chinese.querySelector("h1")?.textContent).toContain("清洗报告");
  });

  it("leads from a repost to its source, and names skipped files and notes with why", () => {
    const corpus = corpusOf([{ id: "a", title: "The first" }, []], [{ id: "b", repostOf: "a" as ArticleId }, []]);
    const report = [
      { path: "a.md", outcome: "indexed" as const, reason: null, skipped: null, warnings: ["no date"] },
      { path: "b.md", outcome: "indexed" as const, reason: null, skipped: null, warnings: [] },
      {
        path: "c.jpg",
        outcome: "skipped" as const,
        reason: "not an article format (.jpg)",
        skipped: { kind: "unreadable", why: "kind" } as const,
        warnings: [],
      },
    ];
    const { document } = pageOf({ ...corpus, report });
    expect(document.querySelector("#a2 .facts a")?.getAttribute("href")).toBe("#a1");
    expect(document.querySelector("#a2 .facts")?.textContent).toContain("The first");
    expect(document.querySelector(".skipped table")?.textContent).toContain("c.jpgnot an article format (.jpg)");
    expect(document.querySelector(".noted table")?.textContent).toContain("a.mdno date");
    expect(document.querySelector("#a1")?.getAttribute("data-tags")).toBe("notes");
  });

  it("lets no script, style or request through but its own", () => {
    const { page, document } = pageOf(corpusOf([{}, []]));
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content") ?? "";
    for (const name of ["script", "style"]) {
      const [, text = ""] = new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(page) ?? [];
      expect(policy).toContain(`${name}-src 'sha256-${createHash("sha256").update(text).digest("base64")}'`);
    }
    expect(policy).toContain("default-src 'none'");
    expect(page).not.toMatch(/\s(?:src|href)="(?!#|https:\/\/example\.com)/);
  });

  const ATTACK = `</bdi></script><script>bad()</script>"><img src=x onerror="bad()"><a href="javascript:bad()">x</a>`;
  const hostile: Partial<Article> = { body: ATTACK, author: ATTACK, sourcePath: ATTACK, url: "javascript:bad()" };

  it("takes a hostile title, author, file name, address, body and removal as text", () => {
    const removed: RemovedText = { text: ATTACK, reason: "related", at: 0 };
    const corpus = corpusOf([{ title: ATTACK, ...hostile }, [removed]]);
    const calm = pageOf(
      corpusOf([{ title: "t", author: "a", sourcePath: "s", body: "b" }, [{ ...removed, text: "r" }]]),
    );
    const { document } = pageOf({
      ...corpus,
      report: [{ path: ATTACK, outcome: "indexed", reason: null, skipped: null, warnings: [] }],
    });
    expect(document.querySelectorAll("*").length).toBe(calm.document.querySelectorAll("*").length);
    expect(document.querySelectorAll("img, a[href^=javascript]")).toHaveLength(0);
    expect(document.querySelector(".title")?.textContent).toBe(ATTACK);
    expect(document.querySelector(".row .kept")?.textContent).toBe(ATTACK);
  });
});
