/** The parts of a note: prose, in which marks have a meaning, and code, in which they are plain characters. */
export interface NotePart {
  readonly kind: "prose" | "code";
  readonly text: string;
}

const FENCE = /^[ \t]{0,3}(?:>[ \t]?){0,6}(`{3,}|~{3,})[ \t]*([\w-]*)/;
/** Blocks that show what they find, and not themselves. */
const QUERY = /^(?:dataview|dataviewjs|tasks|query|button|tracker|leaflet|base)$/i;
const COMMENTS = [
  { open: "<!--", close: "-->" },
  { open: "%%", close: "%%" },
] as const;

/**
 * The parts of a note without its comments, which are private: `%% … %%` and `<!-- … -->`, over lines too. One that is
 * never closed hides the rest if it starts a line, as note apps do; inside a line it is treated as text.
 */
export function noteParts(source: string, fences: "fences" | "none" = "fences"): NotePart[] {
  const lastClose = new Map<string, number>(COMMENTS.map(({ close }) => [close, source.lastIndexOf(close)]));
  const parts: NotePart[] = [];
  let prose: string[] = [];
  let fence: { readonly mark: string; readonly lines: string[]; readonly query: boolean } | null = null;
  let comment: string | null = null;
  let offset = 0;
  const flush = () => {
    if (prose.length > 0) parts.push({ kind: "prose", text: prose.join("\n") });
    prose = [];
  };
  for (const raw of source.split("\n")) {
    const lineStart = offset;
    offset += raw.length + 1;
    const mark = comment === null && fences === "fences" ? FENCE.exec(raw) : null;
    if (fence !== null) {
      fence.lines.push(raw);
      if (mark?.[1]?.startsWith(fence.mark) === true && mark[2] === "") {
        if (!fence.query) parts.push({ kind: "code", text: fence.lines.join("\n") });
        fence = null;
      }
    } else if (mark !== null) {
      flush();
      fence = { mark: mark[1] ?? "", lines: [raw], query: QUERY.test(mark[2] ?? "") };
    } else {
      const read = withoutComments(raw, comment, (close, at) => (lastClose.get(close) ?? -1) >= lineStart + at);
      comment = read.open;
      if (read.text.trim() !== "" || raw.trim() === "") prose.push(read.text);
      if (read.hidesRest) break;
    }
  }
  flush();
  // A fence that never closes is not a fence.
  return fence === null ? parts : [...parts, ...noteParts(fence.lines.slice(1).join("\n"), "none")];
}

interface ReadLine {
  readonly text: string;
  /** The close mark of a comment that goes on. */
  readonly open: string | null;
  readonly hidesRest: boolean;
}

function withoutComments(
  line: string,
  opened: string | null,
  closesLater: (close: string, from: number) => boolean,
): ReadLine {
  const kept: string[] = [];
  const read = (open: string | null): ReadLine => ({ text: kept.join(""), open, hidesRest: false });
  let at = 0;
  let comment = opened;
  while (at < line.length || comment !== null) {
    if (comment !== null) {
      const end = line.indexOf(comment, at);
      if (end === -1) return read(comment);
      at = end + comment.length;
      comment = null;
      continue;
    }
    const next = nextMark(line, at);
    kept.push(line.slice(at, next?.at));
    if (next === null) return read(null);
    at = next.end;
    if (next.close !== null && closesLater(next.close, next.end)) comment = next.close;
    else if (next.close !== null && kept.every((piece) => piece.trim() === ""))
      return { text: "", open: null, hidesRest: true };
    else kept.push(line.slice(next.at, next.end));
  }
  return read(comment);
}

const MARK = /<!--|%%|(?<!`)(`{1,2})(?!`)[^`\n]{1,500}\1(?!`)/g;

/** The next comment or code span; `close` is null for a span. */
function nextMark(line: string, from: number): { at: number; end: number; close: string | null } | null {
  MARK.lastIndex = from;
  const match = MARK.exec(line);
  if (match === null) return null;
  const close = COMMENTS.find(({ open }) => open === match[0])?.close ?? null;
  return { at: match.index, end: match.index + match[0].length, close };
}
