import type { Answer, ArticleCard, CitedArticle, Claim, KeptClaim, KeptReply, Mark, Summary } from "../domain.ts";
import { withoutBullet } from "../text/without-bullet.ts";
import { notesOf, refusal, searchedLine } from "./notes.ts";
import { sayIn } from "./say.ts";
import { understoodLines } from "./understood.ts";

/**
 * The answer in the words in which it was shown, without what only this program can read. `asked`: the one article that was
 * asked; null when all were.
 */
export function keptAnswer(question: string, answer: Answer, asked: ArticleCard | null): KeptReply {
  const say = sayIn(answer.language);
  const { kind, language } = answer;
  const limits = answer.understood === undefined ? [] : understoodLines(answer.understood, say);
  const notes = [...limits, ...notesOf(answer, say)];
  const only = asked === null ? null : cited(asked);
  const common = {
    ...{ kind, language, question, only, opening: null, direct: null, layout: "text" as const },
    ...{ claims: [], notes, nearest: [] },
  };
  switch (answer.kind) {
    case "answered":
      return { ...common, layout: answer.layout, claims: answer.claims.map((claim) => keptClaim(claim, claim.mark)) };
    case "closest": {
      const direct = answer.direct === null ? null : quoted(answer.direct.text, [answer.direct.citation]);
      const claims = answer.claims.map((claim) => quoted(withoutBullet(claim.text), claim.citations));
      return { ...common, opening: say(`answer-${answer.strength}`), direct, claims };
    }
    case "abstained":
      return {
        ...common,
        opening: refusal(answer, asked === null ? "all" : "one", say),
        notes: asked === null ? [...notes, searchedLine(answer.searched, say)] : notes,
        nearest: answer.nearest.map(cited),
      };
  }
}

export function keptSummary(summary: Summary): KeptReply {
  const say = sayIn(summary.language);
  const isWritten = summary.kind === "written";
  return {
    kind: "summary",
    language: summary.language,
    question: summary.article.title,
    only: null,
    opening: say(`summary-${summary.kind}`),
    direct: null,
    layout: "text",
    claims: summary.claims.map((claim) =>
      isWritten ? keptClaim(claim, claim.mark) : quoted(withoutBullet(claim.text), claim.citations),
    ),
    notes: notesOf(summary, say),
    nearest: [],
  };
}

const quoted = (text: string, citations: Claim["citations"]): KeptClaim =>
  keptClaim({ text, citations, mark: "verbatim" }, null);

function keptClaim({ text, citations, startsParagraph }: Claim, mark: Mark | null): KeptClaim {
  return {
    text,
    mark,
    ...(startsParagraph === true ? { startsParagraph } : {}),
    sentences: citations.map(({ article, sentence }) => ({ text: sentence.text, article: cited(article) })),
  };
}

function cited({ title, author, publishedAt, url, sourcePath, missing }: ArticleCard): CitedArticle {
  return { title, author, publishedAt, url, sourcePath, missing };
}
