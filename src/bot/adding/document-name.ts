import path from "node:path";
import { type Extension, extensionOf, extensionOfType } from "../../articles/formats.ts";

export interface DocumentName {
  /** Without its extension. */
  readonly name: string;
  /** null if it is not an article. */
  readonly extension: Extension | null;
}

/** By the name's end, else by what the sender's client says it is. */
export function readDocumentName(fileName: string | undefined, mimeType: string | undefined): DocumentName {
  const whole = path.posix.basename((fileName ?? "").replaceAll("\\", "/")).trim();
  const end = path.posix.extname(whole).toLowerCase();
  const known = extensionOf(whole);
  if (known !== null) return { name: path.posix.basename(whole, path.posix.extname(whole)), extension: known };
  // A name with another end is another kind, whatever its type: programs are sent as text/plain.
  return { name: whole, extension: end === "" ? extensionOfType(mimeType ?? "") : null };
}
