import { joinedBases, singleBases } from "./bases.ts";
import type { Base, SourceArticle, TestClaim } from "./claim.ts";
import type { ClaimClass } from "./classes.ts";
import { randomOf, shuffled } from "./random.ts";

/** A sentence with several figures or names gives several claims, one in each round. */
const ROUNDS = 4;

export type Bases = Readonly<Record<ClaimClass["from"], readonly Base[]>>;

export function basesOf(sources: readonly SourceArticle[]): Bases {
  return { single: singleBases(sources), joined: joinedBases(sources) };
}

/** Up to `limit` different claims of a class from all over the articles; the same ones each time. */
export function* makeClaims(
  { name, make, from }: ClaimClass,
  bases: Bases,
  sources: readonly SourceArticle[],
  limit: number,
): Generator<TestClaim> {
  const random = randomOf(name);
  const seen = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const base of shuffled(bases[from], random)) {
      if (seen.size >= limit) return;
      const made = make(base, random, sources);
      if (made === null) continue;
      const { text, cited = base.cited, forged = [] } = made;
      const key = JSON.stringify([text, cited.map(({ sentence, article }) => [article.id, sentence.span.start])]);
      if (seen.has(key)) continue;
      seen.add(key);
      yield { id: `${name} ${seen.size}`, row: name, text, cited, forged, source: base.source, question: null };
    }
  }
}
