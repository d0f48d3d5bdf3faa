import path from "node:path";
import { type Block, readBlocks } from "./blocks.ts";
import { inCommonCharacters } from "./common-characters.ts";
import { normaliseDate } from "./dates.ts";
import { isErrorPage } from "./error-page.ts";
import { markInline, plainInline, withoutInvisible } from "./inline.ts";
import { type Signature, signatureOf } from "./near-duplicates.ts";
import { type ParsedFile, UnreadableFile } from "./parsed.ts";
import { withoutTag } from "./stored-name.ts";
import { readRaisedDigits } from "./superscripts.ts";

/** One file read and checked, before the folder as a whole tells what of it is the article. */
export interface Draft {
  readonly sourcePath: string;
  readonly title: string;
  readonly author: string | null;
  readonly publishedAt: string | null;
  readonly url: string | null;
  readonly blocks: readonly Block[];
  readonly pictures: readonly string[];
  readonly outside: readonly string[];
  readonly signature: Signature;
  readonly warnings: readonly string[];
}

const EXPORT_NAME_TIME = /^\d{4}-\d{2}-\d{2}-\d{2}-\d{2}-/;

/** Normalised facts and blocks of a parsed file. @throws UnreadableFile when there is no text in it */
export function draftOf(sourcePath: string, parsed: ParsedFile): Draft {
  const { text, pictures } = markInline(parsed.markdown);
  const blocks = readBlocks(text);
  const words = blocks.map((block) => block.text).join("\n");
  if (!/[\p{L}\p{N}]/u.test(words)) {
    throw pictures.length > 0
      ? new UnreadableFile("pictures-only", `only pictures (${pictures.length}), no text`)
      : new UnreadableFile("empty", "no text in it");
  }
  const title = onOneLine(parsed.title);
  if (isErrorPage(title ?? "", words))
    throw new UnreadableFile("error-page", "an error or verification page, not an article");
  const publishedAt = parsed.date === null ? null : normaliseDate(parsed.date, parsed.zone);
  const url = webAddress(parsed.url);
  const warnings = [
    ...(parsed.notes ?? []),
    title === null ? "no title; the file name stands in" : null,
    parsed.date === null ? "no date" : publishedAt === null ? `"${parsed.date}" is no date` : null,
    parsed.url !== null && parsed.url !== "" && url === null ? `"${parsed.url}" is no web address` : null,
  ].filter((warning) => warning !== null);
  return {
    sourcePath,
    title: title ?? titleFromName(sourcePath),
    author: onOneLine(parsed.author),
    publishedAt,
    url,
    blocks,
    pictures,
    outside: parsed.outside,
    signature: signatureOf(words),
    warnings,
  };
}

/** A title or an account stands within lines of all kinds. */
function onOneLine(text: string | null): string | null {
  const line = plainInline(readRaisedDigits(inCommonCharacters(withoutInvisible((text ?? "").replace(/\s+/g, " ")))));
  return line === "" ? null : line;
}

function titleFromName(sourcePath: string): string {
  const name = path.posix.basename(sourcePath, path.posix.extname(sourcePath));
  const words = withoutTag(name).replace(EXPORT_NAME_TIME, "").replace(/[_-]+/g, " ");
  return onOneLine(words) ?? name;
}

function webAddress(raw: string | null): string | null {
  const address = (raw ?? "").trim();
  return /^https?:\/\/[^\s\p{C}]+$/iu.test(address) && URL.canParse(address) ? address : null;
}
