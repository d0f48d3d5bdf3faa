/** Markdown as blocks of plain text: hard wraps joined, pictures counted and dropped, marks and link addresses removed. */

export type BlockKind = "paragraph" | "heading" | "item" | "rule" | "link-list";

export interface Block {
  readonly kind: BlockKind;
  readonly text: string;
}

export interface Blocks {
  readonly blocks: readonly Block[];
  readonly pictures: number;
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g;
const NO_BREAK_SPACE = /[\u00a0\u3000]/g;
/** Exporters cut long addresses at any place, so they may hold line breaks. */
const IMAGE = /!\[[^\]]{0,500}\]\((?:[^()]|\([^()]*\)){0,3000}\)/g;
const LINK = /\[([^[\]]{0,1000})\]\((?:[^()]|\([^()]*\)){0,3000}\)/g;
const LINK_START = "\ue000";
const LINK_END = "\ue001";
const ESCAPED = /\\([\\`*_{}[\]()#+\-.!>|~])/g;
const RULE = /^\s*(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$/;
const HEADING = /^\s{0,3}#{1,6}\s+(.*)$/;
const ITEM = /^\s*(?:[-*+•·▪◦]\s+|(\d{1,3})\\?[.)、]\s+)(.*)$/;
const TABLE_RULE = /^\s*\|?[\s:|-]+\|[\s:|-]*$/;

export function readBlocks(markdown: string): Blocks {
  const plain = markdown.replace(/\r\n?/g, "\n").replace(INVISIBLE, "").replace(NO_BREAK_SPACE, " ");
  const pictures = plain.match(IMAGE)?.length ?? 0;
  const marked = plain.replace(IMAGE, "").replace(LINK, (_, text: string) => `${LINK_START}${text.replace(/\n/g, " ")}${LINK_END}`);
  const blocks = marked.split(/\n[ \t>]*\n/).flatMap(readChunk).filter((block) => block.text !== "" || block.kind === "rule");
  return { blocks, pictures };
}

function readChunk(chunk: string): Block[] {
  const blocks: Block[] = [];
  let open: { kind: BlockKind; lines: string[] } | null = null;
  const close = () => {
    if (open !== null) blocks.push(finish(open.kind, joinWrapped(open.lines)));
    open = null;
  };
  for (const raw of chunk.split("\n")) {
    const line = raw.replace(/^\s*(?:>\s?)+/, "");
    const heading = HEADING.exec(line);
    const item = ITEM.exec(line);
    if (RULE.test(line)) {
      close();
      blocks.push({ kind: "rule", text: line.trim() });
    } else if (TABLE_RULE.test(line)) close();
    else if (heading !== null) {
      close();
      blocks.push(finish("heading", heading[1] ?? ""));
    } else if (item !== null) {
      close();
      open = { kind: "item", lines: [item[1] === undefined ? (item[2] ?? "") : `${item[1]}. ${item[2] ?? ""}`] };
    } else if (line.includes("|") && /^\s*\|/.test(line)) {
      close();
      blocks.push(finish("paragraph", line.trim().replace(/^\||\|$/g, "").trim()));
    } else {
      open ??= { kind: "paragraph", lines: [] };
      open.lines.push(line);
    }
    if (open !== null && / {2}$/.test(raw)) close();
  }
  close();
  return blocks;
}

/** A wrapped line goes on without a space between Chinese characters, with one elsewhere. */
function joinWrapped(lines: readonly string[]): string {
  let text = "";
  for (const line of lines.map((each) => each.trim())) {
    if (line === "") continue;
    const tight = text === "" || (isWide(text.replace(/[*_\ue000\ue001]+$/, "").at(-1)) && isWide(line.replace(/^[*_\ue000\ue001]+/, "").at(0)));
    text += tight ? line : ` ${line}`;
  }
  return text;
}

function isWide(character: string | undefined): boolean {
  return character !== undefined && /[\p{Script=Han}\u2014\u2018-\u201d\u2026\u3000-\u303f\uff00-\uffef]/u.test(character);
}

function finish(kind: BlockKind, marked: string): Block {
  const onlyLinks = marked.includes(LINK_START) && marked.replace(/\ue000[^\ue001]*\ue001/g, "").replace(/[\s\p{P}\p{S}\d]/gu, "") === "";
  const text = withoutEmphasis(marked.replaceAll(LINK_START, "").replaceAll(LINK_END, ""))
    .replace(ESCAPED, "$1")
    .replace(/[ \t]+/g, " ")
    .replace(/ (?=[，。！？；：、”」』》）])/g, "")
    .trim();
  return { kind: onlyLinks ? "link-list" : kind, text };
}

function withoutEmphasis(text: string): string {
  const stars = text.replace(/(?<!\\)\*{2,}/g, "").replace(/(?<![\\*])\*(?=\S)([^*]+?)(?<=\S)(?<!\\)\*/g, "$1");
  return stars
    .replace(/(?<![\p{L}\p{N}\\])_+\s*([^_]+?)\s*(?<!\\)_+(?![\p{L}\p{N}])/gu, "$1")
    .replace(/(?<!\\)`+/g, "")
    .replace(/^[*_\s]+$/, "");
}
