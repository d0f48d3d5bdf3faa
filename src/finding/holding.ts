import type { ArticleId, Scope } from "../domain.ts";
import type { PassageStore } from "../ports.ts";
import { fold } from "../text/fold.ts";

/** The articles that hold every exact word of a scope and none that it leaves out; null where it names none. */
export async function holding(
  { words, without }: Pick<Scope, "words" | "without">,
  store: PassageStore,
): Promise<ReadonlySet<ArticleId> | null> {
  if (words.length + without.length === 0) return null;
  const found =
    words.length === 0 ? store.select({ articles: null, range: null }) : await store.findExactly(words.map(fold));
  const ids = new Set(found.map(({ id }) => id));
  for (const word of without) for (const { id } of await store.findExactly([fold(word)], "whole")) ids.delete(id);
  return ids;
}
