import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { type ParsedFile, UnreadableFile } from "./parsed.ts";

const RUNNING_LINE_PAGES = 3;
const FULL_LINE_SHARE = 0.75;

/** A PDF with a text layer. @throws UnreadableFile when it is broken, locked or only pictures */
export async function parsePdf(bytes: Uint8Array): Promise<ParsedFile> {
  const { pages, info } = await read(bytes);
  const { kept, outside } = partRunningLines(pages.map((page) => page.split("\n")));
  const title = text(info["Title"]);
  const markdown = asParagraphs(kept, title);
  if (markdown.trim() === "") throw new UnreadableFile("the PDF has no text layer (a scan?)");
  return {
    title,
    author: text(info["Author"]),
    date: pdfDate(text(info["CreationDate"])),
    zone: null,
    url: null,
    markdown,
    outside,
  };
}

interface PdfText {
  readonly pages: readonly string[];
  readonly info: Readonly<Record<string, unknown>>;
}

async function read(bytes: Uint8Array): Promise<PdfText> {
  try {
    // A copy: the reader takes the buffer over.
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    const { text: pages } = await extractText(document, { mergePages: false });
    const { info } = await getMeta(document);
    return { pages, info };
  } catch (error) {
    throw new UnreadableFile(`the PDF cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
}

const text = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : null;

/** `D:20240312…` of the PDF standard (ISO 32000, 7.9.4) as a day. */
function pdfDate(value: string | null): string | null {
  const match = /^D:(\d{4})(\d{2})(\d{2})/.exec(value ?? "");
  return match === null ? null : `${match[1]}-${match[2]}-${match[3]}`;
}

/** Page numbers, and lines that head or foot several pages, are not the article's; each is told once. */
function partRunningLines(pages: readonly (readonly string[])[]): { kept: string[]; outside: string[] } {
  const seen = new Map<string, number>();
  for (const page of pages)
    for (const line of new Set(page.map((l) => l.trim()))) seen.set(line, (seen.get(line) ?? 0) + 1);
  const runs = (line: string) =>
    line !== "" && ((seen.get(line) ?? 0) >= RUNNING_LINE_PAGES || /^[-–]?\s*\d{1,4}\s*[-–]?$/.test(line));
  return {
    kept: pages.flatMap((page) => page.filter((line) => !runs(line.trim()))),
    outside: [...seen.keys()].filter(runs),
  };
}

/** A text layer has lines but no paragraphs: the title's line, and one that ends a sentence short of the margin, end one. */
function asParagraphs(lines: readonly string[], title: string | null): string {
  const widest = lines.reduce((width, line) => Math.max(width, line.length), 0);
  const ends = (line: string) =>
    line.trim() === title || (line.length < widest * FULL_LINE_SHARE && /[。！？.!?:：”"」）)]\s*$/.test(line));
  return lines.map((line) => (ends(line) ? `${line}\n` : line)).join("\n");
}
