import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { ArticleCard, ArticleId, Claim, PassageId } from "../../domain.ts";

/** What a lie changes; a true claim says the same in free wording. */
const KINDS = ["subject", "role", "cause", "figure", "order", "negation", "hedge"] as const;
const LANGS = ["zh", "en", "across"] as const;
const Pair = z.object({
  id: z.string(),
  kind: z.enum(KINDS),
  /** Of sentence and claim; `across` where they differ. */
  lang: z.enum(LANGS),
  true: z.boolean(),
  claim: z.string(),
  sentences: z.array(z.string()).min(1),
});

/** One of our own claims with its sentences, about invented facts. */
export type ExamPair = z.infer<typeof Pair>;

const FILE = path.join(import.meta.dirname, "exam.jsonl");

export interface ExamPaper {
  readonly pairs: readonly ExamPair[];
  /** Another paper is another exam. */
  readonly version: string;
}

export function examPaper(): ExamPaper {
  const source = readFileSync(FILE, "utf8");
  const pairs = source
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => Pair.parse(JSON.parse(line)));
  return { pairs, version: createHash("sha256").update(source).digest("hex").slice(0, 12) };
}

const NO_ARTICLE: Omit<ArticleCard, "language"> = {
  id: "exam" as ArticleId,
  title: "",
  author: null,
  publishedAt: null,
  url: null,
  sourcePath: "",
  missing: { paywall: false, picturesUnread: 0 },
  repostOf: null,
};

/** The pair in the form in which a judge sees any claim. */
export function asClaim({ id, claim, sentences }: ExamPair): Claim {
  const citations = sentences.map((text, ordinal) => ({
    article: { ...NO_ARTICLE, language: "zh" as const },
    passageId: id as PassageId,
    sentence: { ordinal, span: { start: 0, end: text.length }, text },
  }));
  return { text: claim, citations, mark: "matches" };
}
