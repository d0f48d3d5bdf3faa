import type { Claim, Question } from "../domain.ts";
import { type RetrievalDeps, retrieve } from "../retrieval/retrieve.ts";
import { LEAST_EVIDENCE, PASSAGES_RETRIEVED } from "./ask.ts";
import { verbatimClaims } from "./extract.ts";

/**
 * The nearest sentence of each of the nearest passages, verbatim, best first; empty if the articles hardly mention the subject.
 * No chat model is asked. @throws AppError model-* from a remote embedder
 */
export async function closestPassages(
  question: Question,
  deps: RetrievalDeps,
  limit: number,
  signal?: AbortSignal,
): Promise<readonly Claim[]> {
  const { sentences, evidence } = await retrieve(question, deps, PASSAGES_RETRIEVED, signal);
  if (evidence < LEAST_EVIDENCE) return [];
  return onePerPassage(verbatimClaims(sentences)).slice(0, limit);
}

function onePerPassage(claims: readonly Claim[]): readonly Claim[] {
  const seen = new Set<string>();
  return claims.filter(({ citations: [citation] }) => {
    if (citation === undefined || seen.has(citation.passageId)) return false;
    seen.add(citation.passageId);
    return true;
  });
}
