import { readFile } from "node:fs/promises";
import { z } from "zod";
import { type Checked, checkClaim, objectionsTo, signalsOfClaim } from "../../../src/checking/check-claim.ts";
import { checkContext } from "../../../src/checking/context.ts";
import { type Signals, scoreOf } from "../../../src/checking/score.ts";
import type {
  ArticleCard,
  ArticleId,
  Citation,
  DropReason,
  PassageId,
  RetrievedPassage,
  Sentence,
} from "../../../src/domain.ts";
import { AppError } from "../../../src/errors.ts";
import type { SentenceEncoder } from "../../../src/ports.ts";
import { languageOf } from "../../../src/text/language.ts";

const PairForm = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  lang: z.enum(["zh", "en"]),
  claim: z.string(),
  sentences: z.array(z.string()),
  true: z.boolean(),
  question: z.string().nullish(),
  label: z.string().nullish(),
  group: z.string().nullish(),
});

/** A claim with the sentences it cites, and whether they bear it out in full. */
export type Pair = z.infer<typeof PairForm>;

/** Best first: of the rows of a group, the best outcome is the claim's. */
export const OUTCOMES = ["verbatim", "checked", "matches", "compare", "sentence", "dropped"] as const;
export type PairOutcome = (typeof OUTCOMES)[number];

export interface JudgedPair {
  readonly pair: Pair;
  readonly outcome: PairOutcome;
  /** Of the score, 0-1; 0 where the gate speaks first, 1 of a whole sentence. */
  readonly score: number;
  /** All that the rules have against it. */
  readonly objections: readonly DropReason[];
}

/** `sentence` where a cited sentence stands in the place of a refuted claim, `dropped` where none does. */
export function outcomeOfCheck(checked: Checked): PairOutcome {
  if (checked.outcome !== "refuted") return checked.outcome;
  return checked.sentence === null ? "dropped" : "sentence";
}

/** One object a line; other fields are passed over. @throws AppError dataset with the line of the first mistake */
export async function readPairs(file: string): Promise<Pair[]> {
  const source = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new AppError("dataset", `${file} cannot be read. Give a file of claims with --pairs FILE.`, { cause });
  });
  return source.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    try {
      return [PairForm.parse(JSON.parse(line))];
    } catch (cause) {
      const why = cause instanceof z.ZodError ? z.prettifyError(cause) : "it is not JSON";
      throw new AppError("dataset", `${file}:${index + 1} is not a pair: ${why}`, { cause });
    }
  });
}

/** The sentences as one passage of an article without a title or a day. */
export function sceneOfPair({ sentences, lang }: Pick<Pair, "sentences" | "lang">): {
  readonly found: RetrievedPassage;
  readonly citations: readonly Citation[];
} {
  const texts = sentences.map((text) => text.trim()).filter((text) => text !== "");
  let at = 0;
  const placed = texts.map((text, ordinal): Sentence => {
    const span = { start: at, end: at + text.length };
    at = span.end + 1;
    return { ordinal, span, text };
  });
  const article: ArticleCard = {
    id: "pair" as ArticleId,
    title: "",
    author: null,
    publishedAt: null,
    url: null,
    language: languageOf(texts.join(" ")) ?? lang,
    sourcePath: "pair.md",
    missing: { paywall: false, picturesUnread: 0 },
    repostOf: null,
  };
  const passage = {
    id: "pair#0" as PassageId,
    articleId: article.id,
    ordinal: 0,
    heading: null,
    language: article.language,
    span: { start: 0, end: Math.max(0, at - 1) },
    text: texts.join("\n"),
    sentences: placed,
  };
  return {
    found: {
      passage,
      article,
      score: 0,
      lexical: { share: 0, rank: null, article: 0, title: 0 },
      dense: { passage: 0, sentence: 0, rank: null },
      matchedTerms: [],
    },
    citations: placed.map((sentence) => ({ article, passageId: passage.id, sentence })),
  };
}

/** One pair through the check: its outcome, its score and all that speaks against it. */
export function judgePair(pair: Pair, encoder: SentenceEncoder): JudgedPair {
  const signals = signalsOfPair(pair, encoder);
  const outcome = outcomeOfCheck(checkPair(pair, encoder));
  const score = outcome === "verbatim" ? 1 : signals === null ? 0 : scoreOf(signals);
  return { pair, outcome, score, objections: objectionsToPair(pair, encoder) };
}

/** What the check of a model's claims says of the pair. */
export function checkPair(pair: Pair, encoder: SentenceEncoder): Checked {
  const { found, citations } = sceneOfPair(pair);
  return checkClaim(pair.claim.trim(), citations, checkContext([found], pair.question ?? "", encoder));
}

/** What the score sees of the pair; null where the gate speaks first. */
export function signalsOfPair(pair: Pair, encoder: SentenceEncoder): Signals | null {
  const { found, citations } = sceneOfPair(pair);
  return signalsOfClaim(pair.claim.trim(), citations, checkContext([found], pair.question ?? "", encoder));
}

/** All that the check has against the pair. */
export function objectionsToPair(pair: Pair, encoder: SentenceEncoder): readonly DropReason[] {
  const { found, citations } = sceneOfPair(pair);
  if (citations.length === 0) return ["no-citation"];
  return objectionsTo(pair.claim.trim(), citations, checkContext([found], pair.question ?? "", encoder));
}
