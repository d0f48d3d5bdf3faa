import type { Citation, Claim, DroppedClaim, DropReason, Mark } from "../domain.ts";
import type { SentenceEncoder } from "../ports.ts";
import { cosine } from "../retrieval/cosine.ts";
import { languageOf } from "../text/language.ts";
import { distinctTerms } from "../text/terms.ts";
import { figuresIn } from "./figures.ts";
import type { KeyTable } from "./keys.ts";
import type { ModelClaim } from "./parse-claims.ts";

export type Attribution =
  | { readonly kind: "kept"; readonly claim: Claim }
  | { readonly kind: "dropped"; readonly dropped: DroppedClaim };

/** Least share of the claim's terms in the cited sentences, within one language. */
const LEAST_COVERAGE = 0.25;
/** Least cosine of the claim with its sentences, within one language and across two. */
const LEAST_COSINE = 0.35;
const LEAST_COSINE_ACROSS = 0.25;

/**
 * Holds a claim against the sentences it cites, without a model: its keys were shown in this request, its figures stand in
 * those sentences (or in the article's title or date), and it speaks of what they speak of. It cannot see wrong cause and
 * effect, nor a wrong name that stands in the same sentence.
 */
export function attribute(claim: ModelClaim, keys: KeyTable, encoder: SentenceEncoder): Attribution {
  const drop = (reason: DropReason): Attribution => ({ kind: "dropped", dropped: { text: claim.text, reason } });
  if (claim.text === "" || claim.cites.length === 0) return drop("no-citation");
  const citations = claim.cites.map((key) => keys.get(key)).filter((citation) => citation !== undefined);
  if (citations.length < claim.cites.length) return drop("unknown-key");
  const cited = citations.map((citation) => citation.sentence.text).join("\n");
  if (isVerbatim(claim.text, citations)) return keep(claim.text, citations, "verbatim");
  if (!figuresHold(claim.text, cited, citations)) return drop("figure");
  if (!isSupported(claim.text, cited, encoder)) return drop("unsupported");
  return keep(claim.text, citations, citations.length > 1 ? "combined" : "checked");
}

function keep(text: string, citations: readonly Citation[], mark: Mark): Attribution {
  return { kind: "kept", claim: { text, citations, mark } };
}

/** Verbatim means a whole sentence: half of one can say its opposite. */
function isVerbatim(text: string, citations: readonly Citation[]): boolean {
  return citations.length === 1 && fold(citations[0]?.sentence.text ?? "") === fold(text);
}

function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, "");
}

function figuresHold(text: string, cited: string, citations: readonly Citation[]): boolean {
  const context = citations.flatMap(({ article }) => [
    article.title,
    article.publishedAt?.slice(0, 10).replaceAll("-", " ") ?? "",
  ]);
  const known = figuresIn([cited, ...context].join("\n"));
  return [...figuresIn(text)].every((figure) => known.has(figure));
}

function isSupported(text: string, cited: string, encoder: SentenceEncoder): boolean {
  const similarity = similarityOf(text, cited, encoder);
  if (languageOf(text) !== languageOf(cited)) return similarity >= LEAST_COSINE_ACROSS;
  const shown = new Set(distinctTerms(cited));
  const asked = distinctTerms(text);
  const coverage = asked.filter((term) => shown.has(term)).length / Math.max(1, asked.length);
  return coverage >= LEAST_COVERAGE && (coverage >= 0.5 || similarity >= LEAST_COSINE);
}

function similarityOf(text: string, cited: string, encoder: SentenceEncoder): number {
  const left = encoder.encode(text);
  const right = encoder.encode(cited);
  return left === null || right === null ? 0 : cosine(left, right);
}
