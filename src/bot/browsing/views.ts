import type { InlineKeyboard } from "grammy";
import type { Library } from "../../library/library.ts";
import { renderArticleCard } from "../../rendering/article-card.ts";
import { renderArticleList } from "../../rendering/article-list.ts";
import { renderCollection } from "../../rendering/collection.ts";
import { renderFound, renderPlaces } from "../../rendering/found.ts";
import type { RichText } from "../../rendering/rich-text.ts";
import { sayIn } from "../../rendering/say.ts";
import { cardKeyboard, listKeyboard, placesKeyboard } from "./keyboards.ts";
import { limitRow } from "./limit-buttons.ts";
import type { ShownAs } from "./shown.ts";

/** What a message shows, and its buttons. */
export interface View {
  readonly rich: RichText;
  readonly keyboard: InlineKeyboard;
}

export function articlesView(
  { words, language }: ShownAs<"articles">,
  page: number,
  key: string,
  library: Library,
): View {
  const found = library.browse(words, page);
  const ids = found.rows.map(({ id }) => id);
  return { rich: renderArticleList(found, words, sayIn(language)), keyboard: listKeyboard(key, found, ids) };
}

export async function collectionView(
  shown: ShownAs<"collection">,
  page: number,
  key: string,
  library: Library,
): Promise<View> {
  const say = sayIn(shown.language);
  const found = await library.collection(shown, page);
  const ids = found.shown.kind === "cards" ? found.shown.rows.map(({ id }) => id) : [];
  const keyboard = listKeyboard(key, found.shown, ids);
  const limits = limitRow(found.understood, key, say);
  return { rich: renderCollection(found, say), keyboard: limits.length === 0 ? keyboard : keyboard.row(...limits) };
}

export async function foundView(
  { words, language }: ShownAs<"found">,
  page: number,
  key: string,
  library: Library,
): Promise<View> {
  const found = await library.find(words, page);
  const ids = found.rows.map(({ article }) => article.id);
  return { rich: renderFound(found, words, sayIn(language)), keyboard: listKeyboard(key, found, ids) };
}

/** null when the article or the words have left the index. */
export async function placesView(
  { words, articleId, language }: ShownAs<"places">,
  page: number,
  key: string,
  library: Library,
): Promise<View | null> {
  const say = sayIn(language);
  const found = await library.findIn(articleId, words, page);
  if (found === null) return null;
  return { rich: renderPlaces(found, words, say), keyboard: placesKeyboard(key, found, say) };
}

/** null when the article has left the index. */
export function cardView({ articleId, language }: ShownAs<"card">, key: string, library: Library): View | null {
  const say = sayIn(language);
  const details = library.details(articleId);
  if (details === null) return null;
  return { rich: renderArticleCard(details, say), keyboard: cardKeyboard(key, say) };
}
