import { UnreadableFile } from "./parsed.ts";

const PROBE_BYTES = 8_192;
const MOST_CONTROL_SHARE = 0.01;
/** Valid sequences of several bytes for each damaged place, at least, for a text that is UTF-8 with damage. */
const VALID_FOR_EACH_DAMAGE = 4;
const LEAST_LIKELY = 0.2;

export interface DecodedText {
  readonly text: string;
  /** Places that are not valid text; each becomes one `\uFFFD`. */
  readonly damaged: number;
}

/**
 * The text of a file, by the first that applies: its byte-order mark; valid UTF-8; the encoding that the page declares; UTF-8
 * with a few damaged places; the old encoding in which it reads most like text.
 * @throws UnreadableFile when the bytes are no text
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodedText {
  const decoded = decode(bytes, declared);
  if (controlShare(decoded.text.slice(0, PROBE_BYTES)) > MOST_CONTROL_SHARE)
    throw new UnreadableFile("encoding", "binary, not text");
  return decoded;
}

function decode(bytes: Uint8Array, declared: string | null): DecodedText {
  const marked = byMark(bytes);
  if (marked !== null) return lenient(marked, bytes);
  if (bytes.subarray(0, PROBE_BYTES).includes(0)) {
    const wide = likeliest(["utf-16le", "utf-16be"], bytes);
    if (wide === null) throw new UnreadableFile("encoding", "binary, not text");
    return lenient(wide, bytes);
  }
  const whole = strict("utf-8", bytes) ?? (declared === null ? null : strict(declared, bytes));
  if (whole !== null) return { text: whole, damaged: 0 };
  const damaged = lenient("utf-8", bytes);
  if (validSequences(damaged.text) >= damaged.damaged * VALID_FOR_EACH_DAMAGE) return damaged;
  const encoding = hasLoneAccents(bytes) ? "windows-1252" : likeliest(OLD_ENCODINGS, bytes);
  if (encoding === null) throw new UnreadableFile("encoding", "in no known encoding; save it as UTF-8");
  return lenient(encoding, bytes);
}

/** The encoding that a page declares; its bytes take precedence. */
export function declaredEncoding(page: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(page.subarray(0, PROBE_BYTES));
  const label = /<(?:meta\b[^>]{0,500}?\bcharset|\?xml\b[^>]{0,200}?\bencoding)\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(
    head,
  )?.[1];
  // A page whose bytes show this very text is not in UTF-16, whatever it says.
  return label === undefined || /^utf-?16/i.test(label) ? null : label;
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? "utf-8" : null;
}

/** null also where the encoding is not known. */
function strict(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function lenient(encoding: string, bytes: Uint8Array): DecodedText {
  const raw = new TextDecoder(encoding).decode(bytes);
  const text = raw.includes("\uFFFD") ? raw.replace(/\uFFFD+/g, "\uFFFD") : raw;
  return { text, damaged: text.split("\uFFFD").length - 1 };
}

const validSequences = (text: string): number => text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;

/** Single bytes above ASCII between letters: accents of Western Europe. Chinese and Japanese come in pairs and rows. */
function hasLoneAccents(bytes: Uint8Array): boolean {
  const text = new TextDecoder("windows-1252").decode(bytes.subarray(0, PROBE_BYTES * 4));
  const runs = text.match(/[^\p{ASCII}]+/gu) ?? [];
  const lone = text.match(/(?<=[\x20-\x7e\n])[\u00a0-\u00ff\u2013-\u2022\u20ac](?=[\x20-\x7e\n\r])/g) ?? [];
  return runs.length > 0 && lone.length >= runs.length * 0.9;
}

const OLD_ENCODINGS = ["gb18030", "big5", "shift_jis", "euc-jp", "utf-16le", "utf-16be"] as const;

/** Those that make up about half of any Chinese text, in both scripts, and the commonest of Japanese. */
const COMMON =
  /[的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年动動同工也能下过過子说說产產种種面而方后後多定行学學法所民得经經十三之进進着等部度家电電力里裏裡如水化高自二理起小物现現实實加量都两兩体體制机機当當使点點从從业業本去把性好应應开開它合还還因由其些然前外天政四日那社事平形相全表间間样樣与與关關各重新线線内內数數正心反你明看原又么麼利比或但质質气氣第向道命此变變条條只没沒结結解问問意建月公无無系很情者最立代想已通并提直题題党程展五果料象员員入常文总總次品式活设設及管特件长長求老头頭基资資边邊流路级級少图圖山统統接知将將组組见見计計她手期六七八九百千万萬元吨米座间，。、：；！？「」“”（）《》\u3040-\u30ff\x20-\x7e\n\r\t]/gu;
const UNLIKELY = /[\ufffd\ue000-\uf8ff\uff61-\uff9f\u{20000}-\u{10ffff}[\p{Cc}--[\t\n\r]]]/gv;

/** The encoding in which the start of the file reads most like text; null where none does. */
function likeliest(encodings: readonly string[], bytes: Uint8Array): string | null {
  const probe = bytes.subarray(0, PROBE_BYTES);
  const scored = encodings.map((encoding) => ({ encoding, likely: likelihood(lenientStart(encoding, probe)) }));
  const best = scored.reduce((a, b) => (b.likely > a.likely ? b : a));
  return best.likely >= LEAST_LIKELY ? best.encoding : null;
}

/** The probe may end inside a character. */
const lenientStart = (encoding: string, probe: Uint8Array): string =>
  new TextDecoder(encoding).decode(probe, { stream: true });

function likelihood(text: string): number {
  const count = (kind: RegExp) => text.match(kind)?.length ?? 0;
  return (count(COMMON) - 3 * count(UNLIKELY)) / Math.max(1, text.length);
}

function controlShare(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary file
  const controls = text.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g)?.length ?? 0;
  return controls / Math.max(1, text.length);
}
