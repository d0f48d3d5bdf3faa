import type { ArticleCard } from "../domain.ts";
import type { PassageStore } from "../ports.ts";
import { spellingsOf } from "../text/link-spellings.ts";

const LINK = /(?:https?:\/\/|www\.)\S+/i;

/** The article that a person means: by its link, else by words of its title; the newest where they say nothing. */
export function oneArticle(about: string, store: PassageStore): ArticleCard | null {
  const words = about.trim();
  if (words === "") return store.list(0, 1)[0] ?? null;
  const link = LINK.exec(words)?.[0];
  const linked = link === undefined ? undefined : spellingsOf(link).flatMap((url) => store.findByUrl(url) ?? [])[0];
  return linked ?? store.findByTitle(words, 1)[0] ?? null;
}
