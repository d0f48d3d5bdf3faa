import { UnreadableFile } from "./parsed.ts";

const PROBE_BYTES = 8_192;
const MOST_CONTROL_SHARE = 0.01;

/**
 * The text of a file in UTF-8 (with or without a byte-order mark), UTF-16 with one, or GB18030.
 * @throws UnreadableFile when the bytes are no text
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.subarray(0, PROBE_BYTES).includes(0)) throw new UnreadableFile("binary, not text");
  const text = strict("utf-8", bytes) ?? strict("gb18030", bytes);
  if (text === null) throw new UnreadableFile("neither UTF-8 nor GB18030");
  if (controlShare(text.slice(0, PROBE_BYTES)) > MOST_CONTROL_SHARE) throw new UnreadableFile("binary, not text");
  return text;
}

function strict(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function controlShare(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary file
  const controls = text.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g)?.length ?? 0;
  return controls / Math.max(1, text.length);
}
