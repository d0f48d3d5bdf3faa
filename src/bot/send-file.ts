import { type Api, InputFile } from "grammy";
import { isUnwanted, mayHaveArrived } from "./delivery.ts";
import type { ArticleFile } from "./deps.ts";
import { type Place, replyOptions, threadOptions } from "./place.ts";

/** The article as a document. @throws GrammyError 4xx but 403 */
export async function sendFile(api: Api, place: Place, { fileName, markdown }: ArticleFile): Promise<void> {
  const document = new InputFile(Buffer.from(markdown, "utf8"), fileName);
  try {
    await api.sendDocument(place.chatId, document, { ...threadOptions(place), ...replyOptions(place) });
  } catch (error) {
    if (!isUnwanted(error) && !mayHaveArrived(error)) throw error;
  }
}
