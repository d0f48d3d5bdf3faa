import { createRequire } from "node:module";
import path from "node:path";
import { getDocumentProxy, getMeta } from "unpdf";
import { joinBrokenWords } from "./broken-words.ts";
import { textSize } from "./characters.ts";
import { type ParsedFile, UnreadableFile } from "./parsed.ts";
import { type PdfPiece, pageLines } from "./pdf-lines.ts";

const RUNNING_LINE_PAGES = 3;
const FULL_LINE_SHARE = 0.75;
const LONGEST_TITLE_SIZE = 40;
/** How many of a text's characters may be meaningless, as in PDFs whose fonts do not say which characters they draw. */
const MOST_MEANINGLESS_SHARE = 0.3;
/** Needed for Chinese and Japanese fonts that are named but not embedded. */
const CMAPS = `${path.join(path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json")), "cmaps")}${path.sep}`;

/** A PDF with a text layer. @throws UnreadableFile when it is broken, locked or only pictures */
export async function parsePdf(bytes: Uint8Array): Promise<ParsedFile> {
  const { pages: found, info } = await read(bytes);
  const broken = found.filter((lines) => lines === null).length;
  if (broken === found.length) throw new UnreadableFile("damaged", "the PDF cannot be read (none of its pages can)");
  const pages = found.map((lines) => lines ?? []);
  const { kept, outside } = partRunningLines(pages);
  const title = realTitle(text(info["Title"])) ?? firstLine(kept);
  const words = kept.flat().join("");
  if (words.trim() === "") throw new UnreadableFile("no-text-layer", "the PDF has no text layer (a scan?)");
  const meaningless = words.match(/[\p{Co}\p{Cn}\ufffd]|[^\P{Cc}\s]/gu)?.length ?? 0;
  if (meaningless > words.length * MOST_MEANINGLESS_SHARE) {
    throw new UnreadableFile(
      "no-text-layer",
      "the PDF has no text layer that can be read: its fonts do not tell their characters",
    );
  }
  const silent = pages.filter((lines) => lines.every((line) => line.trim() === "")).length - broken;
  return {
    title,
    author: realName(text(info["Author"])),
    date: pdfDate(text(info["CreationDate"])),
    zone: null,
    url: null,
    markdown: asParagraphs(kept, title),
    outside,
    notes: [
      ...(broken === 0 ? [] : [`read only in part: pages that are broken, of ${pages.length}: ${broken}`]),
      ...(silent === 0 ? [] : [`read only in part: pages without text, of ${pages.length}: ${silent}`]),
      ...(meaningless === 0 ? [] : [`read only in part: characters that the PDF does not tell: ${meaningless}`]),
    ],
  };
}

interface PdfText {
  /** The lines of each page; null for one that cannot be read. */
  readonly pages: readonly (readonly string[] | null)[];
  readonly info: Readonly<Record<string, unknown>>;
}

async function read(bytes: Uint8Array): Promise<PdfText> {
  try {
    // A copy: the reader takes the buffer over.
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, cMapUrl: CMAPS, cMapPacked: true });
    const pages: (readonly string[] | null)[] = [];
    for (let number = 1; number <= document.numPages; number += 1) pages.push(await linesOf(document, number));
    const { info } = await getMeta(document);
    return { pages, info };
  } catch (error) {
    throw new UnreadableFile(
      "damaged",
      `the PDF cannot be read (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}

/** null for a broken page; the other pages are still read. */
async function linesOf(document: PdfDocument, number: number): Promise<readonly string[] | null> {
  try {
    const { items } = await (await document.getPage(number)).getTextContent();
    return pageLines(items.flatMap((item) => ("str" in item ? [pieceOf(item)] : [])));
  } catch {
    return null;
  }
}

function pieceOf({ str, dir, width, hasEOL, transform }: PdfItem): PdfPiece {
  const [, , c, d, x, y] = transform.map(Number);
  return { str, dir, width, hasEOL, x: x ?? 0, y: y ?? 0, fontSize: Math.hypot(c ?? 0, d ?? 0) };
}

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfItem = Pick<PdfPiece, "str" | "dir" | "width" | "hasEOL"> & { readonly transform: readonly unknown[] };

/** Programs put a file name where nobody wrote a title. */
const realTitle = (title: string | null): string | null =>
  title === null ||
  /^(?:untitled|无标题|microsoft word - .*)$|\.(?:docx?|pptx?|xlsx?|pdf|indd|tex|dvi|html?)$/i.test(title)
    ? null
    : title;

const text = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : null;

const realName = (name: string | null): string | null =>
  name === null || /^\W?(?:anonymous|unknown|unspecified|user|admin(?:istrator)?)\W?$/i.test(name) ? null : name;

/** A first line that is short and not a sentence. */
function firstLine(pages: readonly (readonly string[])[]): string | null {
  const lines = pages
    .flat()
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const [first = ""] = lines;
  const isShort =
    textSize(first) <= widestOf(lines, textSize) * FULL_LINE_SHARE && textSize(first) <= LONGEST_TITLE_SIZE;
  return lines.length > 1 && isShort && /\p{L}{2}/u.test(first) && !/[\p{Pe}。！？；，、.!;,:：-]$/u.test(first)
    ? first
    : null;
}

const widestOf = (lines: readonly string[], size: (line: string) => number): number =>
  lines.reduce((width, line) => Math.max(width, size(line)), 0);

/** `D:20240312…` of the PDF standard (ISO 32000, 7.9.4) as a day. */
function pdfDate(value: string | null): string | null {
  const match = /^D:(\d{4})(\d{2})(\d{2})/.exec(value ?? "");
  return match === null ? null : `${match[1]}-${match[2]}-${match[3]}`;
}

/** Page numbers and running heads are not part of the article; each is reported once. */
function partRunningLines(pages: readonly (readonly string[])[]): { kept: string[][]; outside: string[] } {
  const seen = new Map<string, number>();
  for (const page of pages)
    for (const line of new Set(page.map((l) => l.trim()))) seen.set(line, (seen.get(line) ?? 0) + 1);
  const runs = (line: string) =>
    line !== "" && ((seen.get(line) ?? 0) >= RUNNING_LINE_PAGES || /^[-–]?\s*\d{1,4}\s*[-–]?$/.test(line));
  return {
    kept: pages.map((page) => page.filter((line) => !runs(line.trim()))),
    outside: [...seen.keys()].filter(runs),
  };
}

/**
 * A text layer has lines but no paragraphs. A paragraph ends after the title, and after a line that ends a sentence short of
 * the margin. A page that is only a picture is kept as a picture, since it is not read.
 */
function asParagraphs(pages: readonly (readonly string[])[], title: string | null): string {
  const lines = joinBrokenWords(pages.flatMap((page, index) => (page.length === 0 ? [pictureOf(index)] : page)));
  const widest = widestOf(lines, ({ length }) => length);
  const ends = (line: string) =>
    line.trim() === title || (line.length < widest * FULL_LINE_SHARE && /[。！？.!?:：”"」）)]$/.test(line.trimEnd()));
  return lines.map((line) => (ends(line) ? `${line}\n` : line)).join("\n");
}

const pictureOf = (page: number): string => `\n![](page-${page + 1})\n`;
