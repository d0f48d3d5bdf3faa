import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type LoadedCorpus, loadCorpus } from "../../src/articles/load.ts";

const ARTICLES = process.env["ARTICLES_DIR"] ?? "";
const QUESTIONS = path.join(process.env["BENCH_DIR"] ?? "", "wechat-dev", "questions.jsonl");
const hasArticles = ARTICLES !== "" && existsSync(ARTICLES);
const why = hasArticles ? "" : " (skipped: ARTICLES_DIR is unset or missing)";

/** Measured over 921 articles: 6.5% of the words in all, at most 43% of one article. */
const MOST_REMOVED_SHARE = 0.09;
const MOST_REMOVED_OF_ONE = 0.5;
const MOST_REMOVED_LINE_CHARS = 200;

const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

describe.skipIf(!hasArticles)(`a folder of real WeChat exports${why}`, () => {
  let corpus: LoadedCorpus;
  beforeAll(async () => {
    corpus = await loadCorpus(ARTICLES);
  }, 60_000);

  it("is indexed but for duplicates and articles without text", () => {
    const odd = corpus.report.filter(
      ({ reason }) => reason !== null && !/^(?:duplicate of|only pictures|no text of its own)/.test(reason),
    );
    expect(odd).toEqual([]);
    expect(corpus.articles.length).toBeGreaterThan(corpus.report.length * 0.95);
    expect(corpus.articles.filter(({ article }) => article.missing.paywall).length).toBeGreaterThan(100);
    expect(corpus.articles.filter(({ article }) => article.publishedAt?.endsWith("+08:00") !== true)).toEqual([]);
  });

  it("loses little text, and never a long paragraph", () => {
    const shares = corpus.articles.map(({ article, removed }) => {
      const words = removed.filter(({ reason }) => reason !== "image");
      return {
        file: article.sourcePath,
        kept: article.body.length,
        removed: words.reduce((sum, { text }) => sum + text.length, 0),
        longest: Math.max(0, ...words.map(({ text }) => text.length)),
      };
    });
    const kept = shares.reduce((sum, one) => sum + one.kept, 0);
    const removed = shares.reduce((sum, one) => sum + one.removed, 0);
    expect(removed / (kept + removed)).toBeLessThan(MOST_REMOVED_SHARE);
    expect(shares.filter((one) => one.removed / (one.kept + one.removed) > MOST_REMOVED_OF_ONE)).toEqual([]);
    expect(shares.filter((one) => one.longest > MOST_REMOVED_LINE_CHARS)).toEqual([]);
  });

  it("leaves no markup and none of the lines that every article of an account ends with", () => {
    const bodies = corpus.articles.map(({ article }) => article.body);
    expect(bodies.filter((body) => /!\[|\]\(https?:|mmbiz\.qpic|[\u200b\ue000-\uf8ff]/.test(body))).toEqual([]);
    expect(bodies.filter((body) => /一键三连|科技前沿进展日日相见/.test(body.slice(-200)))).toEqual([]);
  });

  it.skipIf(!existsSync(QUESTIONS))("keeps every sentence that the development questions quote (BENCH_DIR)", () => {
    const texts = corpus.articles.map(({ article }) => fold(`${article.title}\n${article.body}`)).join("\n");
    const quotes = readFileSync(QUESTIONS, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .flatMap((line): string[] => JSON.parse(line).gold_quotes ?? []);
    expect(quotes.length).toBeGreaterThan(100);
    expect(quotes.filter((quote) => !texts.includes(fold(quote)))).toEqual([]);
  });
});
