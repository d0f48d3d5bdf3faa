import { textSize } from "./characters.ts";
import { superscript } from "./superscripts.ts";

/** A piece of text with its position on the page; y grows upwards. */
export interface PdfPiece {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
  readonly dir: string;
  readonly hasEOL: boolean;
}

/** Text on one line without a gap as wide as a column gap. */
interface Segment {
  readonly pieces: PdfPiece[];
  readonly left: number;
  right: number;
  readonly y: number;
  readonly size: number;
}

/** In font sizes. */
const COLUMN_GAP = 1.3;
const NEW_LINE = 0.5;
const RAISED = { size: 0.85, by: 0.15 } as const;
const FEWEST_LINES = 3;
/** How much of its column a line of prose fills; cells of tables are shorter. */
const LEAST_FILLED = 0.6;
const SHORTEST_LINE_SIZE = 8;
const FEWEST_TURNS = 3;

/** The lines of a page in reading order: as drawn, except that columns drawn side by side follow one another. */
export function pageLines(pieces: readonly PdfPiece[]): string[] {
  const segments = segmentsOf(pieces);
  const written = pieces.some(({ dir }) => dir === "ttb") ? segments : inColumns(segments);
  const lines: string[] = [];
  let last: Segment | null = null;
  for (const segment of written) {
    const text = textOf(segment);
    if (last !== null && isSameLine(last, segment)) lines.push(`${lines.pop() ?? ""} ${text}`);
    else lines.push(text);
    last = segment;
  }
  return lines;
}

const isSameLine = (a: Segment, b: Segment): boolean => Math.abs(a.y - b.y) < a.size * NEW_LINE && b.left >= a.right;

function segmentsOf(pieces: readonly PdfPiece[]): Segment[] {
  const segments: Segment[] = [];
  let open: Segment | null = null;
  for (const piece of pieces) {
    const blank = piece.str.trim() === "";
    const goesOn: boolean =
      open !== null &&
      Math.abs(piece.y - open.y) < open.size * NEW_LINE &&
      piece.x >= open.right - open.size &&
      piece.x - open.right < open.size * COLUMN_GAP &&
      !(blank && piece.width > open.size * COLUMN_GAP);
    if (goesOn && open !== null) {
      open.pieces.push(piece);
      open.right = Math.max(open.right, piece.x + piece.width);
    } else if (!blank) {
      open = { pieces: [piece], left: piece.x, right: piece.x + piece.width, y: piece.y, size: piece.fontSize || 1 };
      segments.push(open);
    } else open = null;
    if (piece.hasEOL) open = null;
  }
  return segments;
}

function textOf({ pieces }: Segment): string {
  const main = pieces.reduce((most, { fontSize }) => Math.max(most, fontSize), 0);
  const base = pieces.find(({ fontSize }) => fontSize === main)?.y ?? 0;
  let text = "";
  for (const [index, { str, fontSize, y }] of pieces.entries()) {
    const raised =
      fontSize < main * RAISED.size && y > base + main * RAISED.by && /^\s*[\d,*†‡[\]()+−-]{1,6}\s*$/.test(str);
    text += raised
      ? superscript(
          text,
          str,
          pieces
            .slice(index + 1, index + 3)
            .map((piece) => piece.str)
            .join(""),
        )
      : str;
  }
  return text.trim();
}

/** Splits at a gutter as often as there is one; lines that reach over it part what stands above them from what stands below. */
function inColumns(segments: readonly Segment[]): readonly Segment[] {
  const gutter = gutterOf(segments);
  if (gutter === null) return segments;
  const out: Segment[] = [];
  let left: Segment[] = [];
  let right: Segment[] = [];
  const flush = () => {
    out.push(...inColumns(left), ...inColumns(right));
    left = [];
    right = [];
  };
  for (const segment of segments) {
    if (crosses(segment, gutter)) {
      flush();
      out.push(segment);
    } else (segment.left < gutter ? left : right).push(segment);
  }
  flush();
  return out;
}

const crosses = (segment: Segment, at: number): boolean => segment.left < at - 1 && segment.right > at;

/** Where the right one of two columns of prose begins whose lines are drawn by turns; null where there is none. */
function gutterOf(segments: readonly Segment[]): number | null {
  const starts = new Map<number, number>();
  for (const { left } of segments) starts.set(Math.round(left), (starts.get(Math.round(left)) ?? 0) + 1);
  const from = segments.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY);
  const to = segments.reduce((most, { right }) => Math.max(most, right), 0);
  const candidates = [...starts].filter(([start, count]) => count >= FEWEST_LINES && start > from + (to - from) * 0.15);
  for (const [at] of candidates.sort((a, b) => b[1] - a[1]).slice(0, 5)) {
    const beside = segments.filter((segment) => !crosses(segment, at));
    const left = beside.filter((segment) => segment.left < at - 1);
    const right = beside.filter((segment) => segment.left >= at - 1);
    const turns = beside.filter(
      (segment, index) => index > 0 && segment.left < at - 1 !== (beside[index - 1]?.left ?? 0) < at - 1,
    );
    const prose = isProse(left, at - from) && isProse(right, to - at);
    if (prose && turns.length >= FEWEST_TURNS * 2 - 1) return at;
  }
  return null;
}

function isProse(segments: readonly Segment[], width: number): boolean {
  if (segments.length < FEWEST_LINES) return false;
  const filled = median(segments.map((segment) => segment.right - segment.left)) >= width * LEAST_FILLED;
  return filled && median(segments.map((segment) => textSize(textOf(segment)))) >= SHORTEST_LINE_SIZE;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
