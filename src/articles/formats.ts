import path from "node:path";
import { declaredEncoding } from "./decode.ts";
import { parseMarkdown } from "./markdown.ts";
import type { ParsedFile } from "./parsed.ts";
import { parsePlainText } from "./plain-text.ts";
import { parseSubtitles } from "./subtitles.ts";

interface Format {
  /** As names end, the usual one first. */
  readonly extensions: readonly string[];
  /** As clients and servers name it. */
  readonly mediaTypes: readonly string[];
  /** Of text, decoded and with plain line ends, or of the bytes as they are. */
  readonly parse:
    | { readonly text: (text: string) => ParsedFile | Promise<ParsedFile> }
    | { readonly bytes: (bytes: Uint8Array) => Promise<ParsedFile> };
  /** The encoding that such a file names for itself. */
  readonly encoding?: (bytes: Uint8Array) => string | null;
}

/**
 * Every article format. What is indexed, what the bot accepts and which links it opens all follow from these rows. The parsers of
 * pages and PDFs are large programs, so that a folder without such files starts without them.
 */
export const FORMATS = [
  {
    extensions: [".md", ".markdown"],
    mediaTypes: ["text/markdown", "text/x-markdown"],
    parse: { text: parseMarkdown },
  },
  {
    extensions: [".html", ".htm"],
    mediaTypes: ["text/html", "application/xhtml+xml"],
    parse: { text: async (text) => (await import("./html.ts")).parseHtml(text) },
    encoding: declaredEncoding,
  },
  {
    extensions: [".txt", ".text"],
    mediaTypes: ["text/plain"],
    parse: { text: parseText },
  },
  {
    extensions: [".pdf"],
    mediaTypes: ["application/pdf"],
    parse: { bytes: async (bytes) => await (await import("./pdf.ts")).parsePdf(bytes) },
  },
  {
    extensions: [".srt"],
    mediaTypes: ["application/x-subrip"],
    parse: { text: parseText },
  },
  {
    extensions: [".vtt"],
    mediaTypes: ["text/vtt"],
    parse: { text: parseText },
  },
] as const satisfies readonly Format[];

export type Extension = (typeof FORMATS)[number]["extensions"][number];

export const EXTENSIONS: readonly Extension[] = FORMATS.flatMap(({ extensions }): readonly Extension[] => extensions);
/** One for each format, for people to read. */
export const USUAL_EXTENSIONS: readonly Extension[] = FORMATS.map(({ extensions }) => extensions[0]);
export const MEDIA_TYPES: readonly string[] = FORMATS.flatMap(({ mediaTypes }): readonly string[] => mediaTypes);

/** Of a file's name, in small letters; null where it is no article. */
export function extensionOf(name: string): Extension | null {
  const end = path.extname(name).toLowerCase();
  return EXTENSIONS.find((extension) => extension === end) ?? null;
}

/** null for the type of something else. */
export function extensionOfType(mediaType: string): Extension | null {
  const named: readonly (Format & { readonly extensions: readonly Extension[] })[] = FORMATS;
  return named.find(({ mediaTypes }) => mediaTypes.includes(mediaType.toLowerCase()))?.extensions[0] ?? null;
}

export function formatOf(extension: Extension): Format {
  const rows: readonly Format[] = FORMATS;
  const found = rows.find(({ extensions }) => extensions.includes(extension));
  if (found === undefined) throw new Error(`No format has the extension ${extension}.`);
  return found;
}

function parseText(text: string): ParsedFile {
  return parseSubtitles(text) ?? (looksLikeExport(text) ? parseMarkdown(text) : parsePlainText(text));
}

/** Exporters also name their Markdown `.txt`. */
function looksLikeExport(text: string): boolean {
  return /^(?:文章作者|发布时间)[:：]/m.test(text.slice(0, 2_000)) || /^(?:---|\+\+\+)[ \t]*\n/.test(text);
}
