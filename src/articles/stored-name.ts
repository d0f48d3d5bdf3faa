import path from "node:path";

/** File systems allow 255 bytes in a name; this leaves room for the tag, the extension and a suffix while writing. */
const MOST_STEM_BYTES = 150;
const TAG = /~([0-9a-f]{12})$/;
/** Names that Windows reserves for devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * `<stem>~<tag><extension>`: words of `title` alone, so that no sender chooses a path, a hidden file or a control sign;
 * the tag is the start of the content's sha256, so that no two contents share a name. `extension` holds its dot.
 */
export function storedName(title: string, sha256: string, extension: string): string {
  const words = title
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
    .replace(/^-+/, "");
  const stem = withinBytes(words, MOST_STEM_BYTES).replace(/(?<!-)-+$/, "");
  const safe = stem === "" || DEVICE.test(stem) ? `article${stem === "" ? "" : `-${stem}`}` : stem;
  return `${safe}~${sha256.slice(0, 12)}${extension}`;
}

/** The tag of a stored name; null for any other name. */
export function tagOf(file: string): string | null {
  return TAG.exec(path.parse(file).name)?.[1] ?? null;
}

/** The stem of a stored name as it was before its tag; any other stem as it is. */
export function withoutTag(stem: string): string {
  return stem.replace(TAG, "");
}

function withinBytes(text: string, most: number): string {
  let bytes = 0;
  let kept = "";
  for (const sign of text) {
    bytes += Buffer.byteLength(sign);
    if (bytes > most) break;
    kept += sign;
  }
  return kept;
}
