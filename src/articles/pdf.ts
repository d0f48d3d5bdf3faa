import { extractText, getDocumentProxy, getMeta } from "unpdf";
import type { Draft } from "./draft.ts";

/** The text layer of a PDF; its pictures and scanned pages are not read. */
export async function parsePdf(bytes: Uint8Array): Promise<Draft> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { info } = await getMeta(document);
  const { text } = await extractText(document, { mergePages: false });
  const field = (name: string) => (typeof info?.[name] === "string" && info[name].trim() !== "" ? info[name].trim() : null);
  const made = /^D:(\d{4})(\d{2})(\d{2})/.exec(field("CreationDate") ?? "");
  return {
    title: field("Title"),
    author: field("Author"),
    date: made === null ? null : `${made[1]}-${made[2]}-${made[3]}`,
    url: null,
    markdown: text.join("\n\n").replace(/[\\*_`[\]]/g, "\\$&"),
  };
}
