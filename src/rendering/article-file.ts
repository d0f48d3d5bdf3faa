import type { ArticleCard } from "../domain.ts";
import { fileStem } from "../text/file-name.ts";

/** An article as it can be sent as a file. */
export interface ArticleFile {
  readonly card: ArticleCard;
  readonly fileName: string;
  readonly markdown: string;
}

/** The cleaned text below its title and facts. */
export function articleFile(card: ArticleCard, body: string): ArticleFile {
  const day = card.publishedAt?.slice(0, 10) ?? null;
  const facts = [card.author, day, card.url].filter((fact) => fact !== null).join(" · ");
  return {
    card,
    fileName: `${day ?? "undated"}-${fileStem(card.title)}.md`,
    markdown: `# ${card.title}\n\n${facts}\n\n${body}\n`,
  };
}
