import path from "node:path";
import { EXTENSIONS, type Extension } from "../../adding/additions.ts";

const BY_TYPE: Readonly<Record<string, Extension>> = {
  "text/markdown": ".md",
  "text/x-markdown": ".md",
  "text/plain": ".txt",
  "text/html": ".html",
  "application/xhtml+xml": ".html",
  "application/pdf": ".pdf",
};

export interface DocumentName {
  /** Without its extension. */
  readonly name: string;
  /** null for what is no article. */
  readonly extension: Extension | null;
}

/** By the name's end, else by what the sender's client says it is. */
export function readDocumentName(fileName: string | undefined, mimeType: string | undefined): DocumentName {
  const whole = path.posix.basename((fileName ?? "").replaceAll("\\", "/")).trim();
  const end = path.posix.extname(whole).toLowerCase();
  const known = EXTENSIONS.find((extension) => extension === end);
  if (known !== undefined) return { name: path.posix.basename(whole, path.posix.extname(whole)), extension: known };
  // A name with another end is another kind, whatever its type: programs are sent as text/plain.
  return { name: whole, extension: end === "" ? (BY_TYPE[mimeType?.toLowerCase() ?? ""] ?? null) : null };
}
