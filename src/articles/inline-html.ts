import { superscript } from "./superscripts.ts";

/** Elements that Markdown writers use for what Markdown lacks; any other `<word>` is text, such as `Set<uid>`. */
const INLINE = "u|b|i|em|strong|span|font|mark|kbd|small|big|ins|abbr|cite|q|bdi|a|sub";
const BLOCK = "p|div|center|section|article|details|summary|figure|figcaption|blockquote|ul|ol";
const ANY_TAG = /<\/?[a-z]/i;
const TAG = new RegExp(String.raw`</?(?:${INLINE})(?:\s[^<>]{0,1000})?/?>`, "gi");
const BLOCK_TAG = new RegExp(String.raw`</?(?:${BLOCK})(?:\s[^<>]{0,1000})?/?>`, "gi");
const SUP = /<sup(?:\s[^<>]{0,300})?>((?:[^<>]|<\/?(?:a|em|b|i|span)(?:\s[^<>]{0,500})?>){0,300})<\/sup>/gi;
const GONE = /<(del|s|strike|rt|rp)(?:\s[^<>]{0,300})?>[^<>]{0,2000}<\/\1>/gi;
const HIDDEN =
  /<(span|div|p|font)\s[^<>]{0,500}(?:display:\s*none|visibility:\s*hidden|font-size:\s*0|opacity:\s*0(?![.\d])|\shidden)[^<>]{0,500}>[^<>]{0,5000}<\/\1>/gi;
const IMAGE = /<img\s[^<>]{0,4000}?\bsrc\s*=\s*["']?([^"'\s<>]{1,4000})[^<>]{0,4000}>/gi;
const UNREAD = ["script", "style", "iframe", "video", "audio", "svg", "template"] as const;

/** Prose of Markdown with the HTML in it read as a page shows it. */
export function readInlineHtml(prose: string): string {
  if (!ANY_TAG.test(prose)) return prose;
  const readable = UNREAD.reduce((text, name) => mapElements(text, name, () => ""), prose);
  return mapElements(readable, "table", tableAsMarkdown)
    .replace(HIDDEN, "")
    .replace(GONE, "")
    .replace(SUP, (whole: string, raised: string, at: number, all: string) =>
      superscript(
        plain(all.slice(Math.max(0, at - 60), at)),
        plain(raised),
        plain(all.slice(at + whole.length, at + whole.length + 60)),
      ),
    )
    .replace(IMAGE, (_, address: string) => `![](${address.replace(/[()]/g, "")})`)
    .replace(/^([ \t]*\|.*)$/gm, (row: string) => row.replace(/<br\s*\/?>/gi, " "))
    .replace(/<br\s*\/?>[ \t]*\n?/gi, "  \n")
    .replace(/<\/?ruby(?:\s[^<>]{0,200})?>|<\/?rb>/gi, "")
    .replace(TAG, "")
    .replace(BLOCK_TAG, "\n\n");
}

const plain = (text: string): string => text.replace(/<[^<>]{0,500}>/g, "");

/** Maps whole elements, not nested ones; an element that never ends stays. */
function mapElements(text: string, name: string, map: (element: string) => string): string {
  const opens = new RegExp(String.raw`<${name}(?=[\s>/])`, "gi");
  const lower = text.toLowerCase();
  let out = "";
  let from = 0;
  for (let match = opens.exec(text); match !== null; match = opens.exec(text)) {
    const end = lower.indexOf(`</${name}>`, match.index);
    if (end === -1) break;
    out += text.slice(from, match.index) + map(text.slice(match.index, end));
    from = end + name.length + 3;
    opens.lastIndex = from;
  }
  return out + text.slice(from);
}

function tableAsMarkdown(table: string): string {
  const rows = table
    .split(/<tr(?=[\s>])/i)
    .slice(1)
    .map((row) =>
      row
        .split(/<t[dh](?=[\s>])/i)
        .slice(1)
        .map(cellText),
    );
  if (rows.length === 0) return "";
  const [first = [], ...rest] = rows.map((row) => `| ${row.join(" | ")} |`);
  const heads = /<th(?=[\s>])/i.test(table.split(/<tr(?=[\s>])/i)[1] ?? "");
  const rule = `|${"---|".repeat(Math.max(1, rows[0]?.length ?? 1))}`;
  return `\n\n${[first, ...(heads ? [rule] : []), ...rest].join("\n")}\n\n`;
}

const cellText = (cell: string): string =>
  cell
    .replace(/^[^>]{0,1000}>/, "")
    .replace(/<br\s*\/?>/gi, " ")
    .replace(/<[^<>]{0,1000}>/g, "")
    .replace(/\s+/g, " ")
    .replaceAll("|", "\\|")
    .trim();
