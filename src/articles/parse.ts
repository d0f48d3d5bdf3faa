import path from "node:path";
import { withoutDataUris } from "./data-uris.ts";
import { decodeText } from "./decode.ts";
import { extensionOf, formatOf } from "./formats.ts";
import { type ParsedFile, UnreadableFile } from "./parsed.ts";

/** Turns a file's bytes into title, facts and Markdown, by the extension of its name. @throws UnreadableFile with the reason */
export async function parseFile(name: string, bytes: Uint8Array): Promise<ParsedFile> {
  if (bytes.length === 0) throw new UnreadableFile("empty", "empty file");
  const extension = extensionOf(name);
  if (extension === null)
    throw new UnreadableFile("kind", `not an article format (${path.extname(name).toLowerCase() || "no extension"})`);
  const { parse, encoding } = formatOf(extension);
  if ("bytes" in parse) return await parse.bytes(bytes);
  const decoded = decodeText(bytes, encoding?.(bytes) ?? null);
  const text = withoutDataUris(decoded.text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"));
  if (text.trim() === "") throw new UnreadableFile("empty", "empty file");
  const parsed = await parse.text(text);
  if (decoded.damaged === 0) return parsed;
  return { ...parsed, notes: [...(parsed.notes ?? []), `damaged places, shown as \uFFFD: ${decoded.damaged}`] };
}
