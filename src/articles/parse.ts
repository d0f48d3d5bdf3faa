import path from "node:path";
import { withoutDataUris } from "./data-uris.ts";
import { declaredEncoding, decodeText } from "./decode.ts";
import { parseMarkdown } from "./markdown.ts";
import { type ParsedFile, UnreadableFile } from "./parsed.ts";
import { parsePlainText } from "./plain-text.ts";
import { parseSubtitles } from "./subtitles.ts";

/** The parsers of pages and PDFs are large programs: a folder without such files starts without them. */
const parsePage = async (text: string): Promise<ParsedFile> => (await import("./html.ts")).parseHtml(text);
const parsePdf = async (bytes: Uint8Array): Promise<ParsedFile> => await (await import("./pdf.ts")).parsePdf(bytes);

const PARSERS: Readonly<Record<string, (text: string) => ParsedFile | Promise<ParsedFile>>> = {
  ".md": parseMarkdown,
  ".markdown": parseMarkdown,
  ".txt": parseText,
  ".text": parseText,
  ".srt": parseText,
  ".vtt": parseText,
  ".html": parsePage,
  ".htm": parsePage,
};

/** A file's bytes as title, facts and Markdown, by the format that its name tells. @throws UnreadableFile with the reason */
export async function parseFile(name: string, bytes: Uint8Array): Promise<ParsedFile> {
  if (bytes.length === 0) throw new UnreadableFile("empty file");
  const extension = path.extname(name).toLowerCase();
  if (extension === ".pdf") return await parsePdf(bytes);
  const parser = PARSERS[extension];
  if (parser === undefined) throw new UnreadableFile(`not an article format (${extension || "no extension"})`);
  const declared = parser === parsePage ? declaredEncoding(bytes) : null;
  const decoded = decodeText(bytes, declared);
  const text = withoutDataUris(decoded.text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"));
  if (text.trim() === "") throw new UnreadableFile("empty file");
  const parsed = await parser(text);
  if (decoded.damaged === 0) return parsed;
  return { ...parsed, notes: [...(parsed.notes ?? []), `damaged places, shown as \uFFFD: ${decoded.damaged}`] };
}

function parseText(text: string): ParsedFile {
  return parseSubtitles(text) ?? (looksLikeExport(text) ? parseMarkdown(text) : parsePlainText(text));
}

/** Exporters also name their Markdown `.txt`. */
function looksLikeExport(text: string): boolean {
  return /^(?:文章作者|发布时间)[:：]/m.test(text.slice(0, 2_000)) || /^(?:---|\+\+\+)[ \t]*\n/.test(text);
}
