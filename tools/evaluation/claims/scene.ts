import { assignKeys, type KeyedPassage, type KeyTable, keyTable } from "../../../src/answering/keys.ts";
import type { ModelClaim } from "../../../src/answering/model-claim.ts";
import type { ArticleCard, Passage, RetrievedPassage } from "../../../src/domain.ts";
import type { Place, TestClaim } from "./claim.ts";

/** As many passages as a request shows. */
const PASSAGES_SHOWN = 10;

/** A claim as a model would send it, and the request that it answers. */
export interface Scene {
  readonly claim: ModelClaim;
  readonly passages: readonly KeyedPassage[];
  readonly keys: KeyTable;
  readonly question: string | null;
}

/** The cited passages, and others of the article as far as a request has room, under keys of this one request. */
export function sceneOf({ text, cited, forged, source, question }: TestClaim): Scene {
  const shown = new Map<Passage, ArticleCard>(cited.map(({ passage, article }) => [passage, article]));
  for (const passage of source?.passages ?? []) {
    if (shown.size >= PASSAGES_SHOWN) break;
    if (source !== null && !shown.has(passage)) shown.set(passage, source.card);
  }
  const passages = assignKeys([...shown].map(([passage, article]) => retrieved(passage, article)));
  const cites = cited.map((place) => keyOf(place, passages));
  return { claim: { cites: [...cites, ...forged], text }, passages, keys: keyTable(passages), question };
}

function keyOf({ passage, sentence }: Place, passages: readonly KeyedPassage[]): string {
  const keyed = passages.find(({ found }) => found.passage === passage);
  return `${keyed?.key}.${(keyed?.sentences.indexOf(sentence) ?? -1) + 1}`;
}

function retrieved(passage: Passage, article: ArticleCard): RetrievedPassage {
  const none = {
    lexical: { share: 0, rank: null, article: 0, title: 0 },
    dense: { passage: 0, sentence: 0, rank: null },
  };
  return { passage, article, score: 0, matchedTerms: [], ...none };
}
