import { type Api, InputFile } from "grammy";
import { isUnwanted, mayHaveArrived } from "./delivery.ts";
import { type Place, replyOptions, threadOptions } from "./place.ts";

export interface MarkdownFile {
  readonly fileName: string;
  readonly markdown: string;
}

/** Sends the text as a document, once. @throws GrammyError 4xx but 403 */
export async function sendFile(api: Api, place: Place, { fileName, markdown }: MarkdownFile): Promise<void> {
  const document = new InputFile(Buffer.from(markdown, "utf8"), fileName);
  try {
    await api.sendDocument(place.chatId, document, { ...threadOptions(place), ...replyOptions(place) });
  } catch (error) {
    if (!isUnwanted(error) && !mayHaveArrived(error)) throw error;
  }
}
