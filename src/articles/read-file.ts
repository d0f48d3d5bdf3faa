import { readFile, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { decodeText } from "./decode.ts";
import type { Draft } from "./draft.ts";
import { parseHtml } from "./html.ts";
import { parseMarkdownFile } from "./markdown-file.ts";
import { parsePdf } from "./pdf.ts";
import { parsePlainText } from "./plain-text.ts";
import { isWechatExport, parseWechat } from "./wechat.ts";

const LARGEST_BYTES = 20_000_000;

export type ReadOutcome =
  | { readonly kind: "draft"; readonly draft: Draft; readonly bytes: Uint8Array }
  | { readonly kind: "unreadable"; readonly reason: string };

/** One file as a draft, or why not; never throws. */
export async function readArticleFile(folder: string, relative: string): Promise<ReadOutcome> {
  try {
    const file = path.join(folder, relative);
    const real = await realpath(file);
    if (!real.startsWith((await realpath(folder)) + path.sep)) return unreadable("a link that leads out of the folder");
    const { size } = await stat(real);
    if (size === 0) return unreadable("empty file");
    if (size > LARGEST_BYTES) return unreadable(`${(size / 1e6).toFixed(0)} MB, more than the ${LARGEST_BYTES / 1e6} MB that are read`);
    const bytes = await readFile(real);
    return await parse(path.extname(relative).toLowerCase(), bytes);
  } catch (error) {
    return unreadable(error instanceof Error && "code" in error ? `cannot be read (${String(error.code)})` : "its format is broken");
  }
}

async function parse(extension: string, bytes: Uint8Array): Promise<ReadOutcome> {
  if (extension === ".pdf") return { kind: "draft", draft: await parsePdf(bytes), bytes };
  const text = decodeText(bytes);
  if (text === null) return unreadable("not text (neither UTF-8 nor GB18030)");
  const draft = parseText(extension, text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"));
  return draft === null ? unreadable(`no article format is known for "${extension || "no ending"}" (md, txt, html, pdf)`) : { kind: "draft", draft, bytes };
}

function parseText(extension: string, text: string): Draft | null {
  switch (extension) {
    case ".md":
    case ".markdown":
      return isWechatExport(text) ? parseWechat(text) : parseMarkdownFile(text);
    case ".txt":
    case ".text":
      return isWechatExport(text) ? parseWechat(text) : parsePlainText(text);
    case ".html":
    case ".htm":
      return parseHtml(text);
    default:
      return null;
  }
}

function unreadable(reason: string): ReadOutcome {
  return { kind: "unreadable", reason };
}
