import { readInlineHtml } from "./inline-html.ts";
import { noteParts } from "./note-parts.ts";

/**
 * Markdown as a reader sees it. Comments are private and removed; links, callouts, highlights, tasks, notes and embeds of
 * Obsidian, GitHub and Readwise become what they show. Code stays as it is.
 */
export function asNoteShows(source: string): string {
  const footnotes: string[] = [];
  const parts = noteParts(source).map(({ kind, text }) =>
    kind === "code" ? text : outsideSpans(text, (prose) => readProse(prose, footnotes)),
  );
  return [withReferences(parts.join("\n")), ...footnotes].join("\n\n");
}

const HELD = "\uE010";

/** Code spans are replaced by placeholders, so that a mark may span one. */
function outsideSpans(text: string, map: (prose: string) => string): string {
  const spans: string[] = [];
  const held = text.replaceAll(HELD, "").replace(/(?<!`)(`{1,2})(?!`)[^`\n]{1,500}\1(?!`)/g, (span) => {
    spans.push(span);
    return HELD;
  });
  let at = 0;
  return map(held).replaceAll(HELD, () => spans[at++] ?? "");
}

const EMBED = /!\[\[([^[\]\n|]{1,300})(?:\\?\|[^[\]\n]{0,300})?\]\]/g;
const LINK = /\[\[([^[\]\n|]{1,300}?)(?:\\?\|([^[\]\n]{0,300}))?\]\]/g;
const PICTURE_FILE = /\.(?:png|jpe?g|gif|svg|webp|bmp|avif|heic|tiff?)$/i;
const HIGHLIGHT = /(?<![\w=)\]"'!<>])==(?=[^\s=])([^=\n]{1,500}?)(?<=\S)==(?![\w=])/g;
const STRUCK = /~~(?=[^\s~])([^~\n]{1,500}?)(?<=\S)~~(?!~)/g;
/** After a word or its point; elsewhere it is a pattern in somebody's command. */
const FOOTNOTE_INLINE = /(?<=[\p{L}\p{N}\p{Pe}\p{Pf}。，！？；.!?,;])\^\[([^[\]\n]{3,1000})\]/gu;
const FOOTNOTE_MARK = /(?<=\S)[ ]?\[\^[^\]\s]{1,60}\](?!:)/g;
/** Readwise and Kindle end each highlight with a link back to its position. */
const BACK_LINK =
  /[ \t]{0,4}\((?:\[(?:View Highlight|Location [\d-]{1,20}|Page \d{1,6}|查看划线)\]\([^()\s]{1,2000}\)|(?:Location|Page) [\d-]{1,20})\)/gi;
const FORMULA = /(?<![\\$\w])\$(?=[^\s$])([^$\n]{1,300}?)(?<=[^\s\\])\$(?![\d$\w])/g;
const LOOKS_LIKE_FORMULA = /[\\^_={}]|^[A-Za-z]$|^-?[\d.,]+(?:\\?%)?$/;

function readProse(prose: string, footnotes: string[]): string {
  const inline = readInlineHtml(prose)
    .replace(EMBED, (_, name: string) =>
      PICTURE_FILE.test(name.trim()) ? `![](${encodeURI(name.trim()).replace(/[()]/g, "")})` : "",
    )
    .replace(LINK, (_, name: string, shown?: string) => shown?.trim() || shownName(name))
    .replace(HIGHLIGHT, "$1")
    .replace(STRUCK, "")
    .replace(BACK_LINK, "")
    .replace(FOOTNOTE_INLINE, (_, note: string) => {
      footnotes.push(note.trim());
      return "";
    })
    .replace(FOOTNOTE_MARK, "")
    .replace(FORMULA, (whole, formula: string) => (LOOKS_LIKE_FORMULA.test(formula) ? formula : whole));
  const lines = inline.split("\n");
  const worded = lines.flatMap((line, index) => (line.trim() === "" ? [] : [index]));
  const ends = new Set([worded[0], worded.at(-1)]);
  return lines.map((line, index) => readLine(line, ends.has(index))).join("\n");
}

/** `note#part` shows as `note > part`; a link to a block shows the note alone. */
const shownName = (name: string): string =>
  name
    .replace(/#?\^.*$/, "")
    .replace(/^#/, "")
    .replace(/#+/g, " > ")
    .trim();

const BLOCK_ID = /(?:^|[ \t]{1,4})\^[A-Za-z0-9-]{1,60}[ \t]{0,4}$/;
const CALLOUT = /^([ \t]{0,12}(?:>[ \t]?){1,6})\[![\w-]{1,40}(?:\|[^\]\n]{0,100})?\][+-]?[ \t]*(.*)$/;
const TASK = /^([ \t]{0,40}(?:>[ \t]?){0,6}(?:[-*+]|\d{1,3}[.)])[ \t]+)\[([ xX/<>?!*-])\][ \t]+/;
const FOOTNOTE_TEXT = /^\[\^[^\]\s]{1,60}\]:[ \t]*/;
const TAGS = /^\s*(?:#(?=[^\s#]*[\p{L}_])[\p{L}\p{N}_/-]{1,60}[ \t]*)+$/u;
const HEADING_ID = /[ \t]\{[#.][\w .#=-]{1,80}\}[ \t]*$/;
/** What a highlight was filed under. */
const HIGHLIGHT_TAGS = /^[ \t]{1,12}[-*] Tags:\s*(?:#\S+\s*|\S+\s*,?\s*){0,20}$/;

function readLine(line: string, atEnd: boolean): string {
  if (HIGHLIGHT_TAGS.test(line)) return "";
  // One tag alone in mid-text may be a heading of somebody who leaves no blank.
  if (line.includes("#") && TAGS.test(line) && (atEnd || line.trim().includes("#", 1))) return "";
  const callout = CALLOUT.exec(line);
  if (callout !== null) return callout[2] === "" ? (callout[1] ?? "") : `${callout[1]}${callout[2]}\n${callout[1]}`;
  return line
    .replace(BLOCK_ID, "")
    .replace(HEADING_ID, "")
    .replace(TASK, (_, marker: string, state: string) => `${marker}${state.toLowerCase() === "x" ? "☑" : "☐"} `)
    .replace(FOOTNOTE_TEXT, "\n")
    .replace(/^\$\$[ \t]*$/, "");
}

const DEFINITION = /^ {0,3}\[([^\]^\n][^\]\n]{0,200})\]:[ \t]+<?([^\s<>]{1,4000})>?(?:[ \t]+["'(][^\n]{0,300})?$/gm;
const REFERENCE = /(!?)\[([^[\]\n]{0,500})\]\[([^[\]\n]{0,200})\]/g;

/** `[text][name]` and `![alt][name]` with the address that a line of the note gives the name. */
function withReferences(text: string): string {
  const addresses = new Map(
    [...text.matchAll(DEFINITION)].map(([, name = "", address = ""]) => [name.toLowerCase(), address]),
  );
  if (addresses.size === 0) return text;
  const used = new Set<string>();
  const linked = text.replace(REFERENCE, (whole, picture: string, words: string, name: string) => {
    const key = (name === "" ? words : name).toLowerCase();
    const address = addresses.get(key);
    if (address === undefined) return whole;
    used.add(key);
    return `${picture}[${words}](${address})`;
  });
  return linked.replace(DEFINITION, (whole, name: string, address: string) =>
    used.has(name.toLowerCase()) || address.startsWith("data:") ? "" : whole,
  );
}
