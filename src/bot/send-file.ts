import { type Api, InputFile } from "grammy";
import { type ChatTarget, replyOptions, threadOptions } from "./chat-target.ts";
import { isUnwanted, mayHaveArrived } from "./delivery.ts";

export interface MarkdownFile {
  readonly fileName: string;
  readonly markdown: string;
}

/** Sends the text as a document, once. @throws GrammyError 4xx but 403 */
export async function sendFile(api: Api, target: ChatTarget, { fileName, markdown }: MarkdownFile): Promise<void> {
  const document = new InputFile(Buffer.from(markdown, "utf8"), fileName);
  try {
    await api.sendDocument(target.chatId, document, { ...threadOptions(target), ...replyOptions(target) });
  } catch (error) {
    if (!isUnwanted(error) && !mayHaveArrived(error)) throw error;
  }
}
