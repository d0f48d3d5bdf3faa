import type { ArticleCard } from "../domain.ts";
import { fileStem } from "../text/file-name.ts";
import type { ArticleFile } from "./library.ts";

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
