import type { Additions } from "../adding/additions.ts";
import type { ArticleCard } from "../domain.ts";
import { spellingsOf } from "../text/link-spellings.ts";
import { linksIn } from "../text/links.ts";

export interface LinkedQuestion {
  /** The question without its links; with them where there is nothing else. */
  readonly text: string;
  /** The article that a link leads to. */
  readonly article: ArticleCard | null;
  /** A link leads to none of the articles. */
  readonly unread: boolean;
}

export function findLinked(link: string, additions: Additions): ArticleCard | null {
  return spellingsOf(link).flatMap((url) => additions.findByUrl(url) ?? [])[0] ?? null;
}

/** A link in a question says which article is meant; its characters are not search words. */
export function readLinked(text: string, additions: Additions | undefined): LinkedQuestion {
  const links = linksIn(text);
  if (additions === undefined || links.length === 0) return { text, article: null, unread: false };
  const found = links.map((link) => findLinked(link, additions));
  const article = found.find((one) => one !== null) ?? null;
  const words = links
    .reduce((rest, link) => rest.replace(link, " "), text)
    .replace(/\s+/g, " ")
    .trim();
  const rest = /[\p{L}\p{N}]/u.test(words) ? words : text;
  return { text: rest, article, unread: article === null };
}
