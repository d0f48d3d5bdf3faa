import { createHash } from "node:crypto";
import type { Article, ArticleId, Passage, PassageId, Sentence, Span } from "../domain.ts";
import { languageOf } from "../text/language.ts";
import { textSize } from "./characters.ts";
import { splitSentences } from "./sentences.ts";

export const SPLITTER_VERSION = "2";

/** Measured by `textSize`: 400 are 400 Chinese characters, or about 890 characters of English. */
export interface PassageSize {
  readonly least: number;
  readonly target: number;
  readonly most: number;
}

/** Chosen by measurement: docs/ABLATION.md. */
export const PASSAGE_SIZE: PassageSize = { least: 120, target: 320, most: 500 };

interface Unit {
  readonly kind: "heading" | "sentence";
  readonly span: Span;
  readonly size: number;
  readonly opensParagraph: boolean;
}

/**
 * Passages of whole sentences, about 300-500 in `textSize`, which end with a paragraph or section if possible. Every non-blank
 * character of the body is in exactly one passage.
 */
export function splitPassages(article: Article, passageSize: PassageSize = PASSAGE_SIZE): Passage[] {
  const groups = mergeShort(groupUnits(unitsOf(article.body), passageSize), passageSize);
  const headings = nearestHeadings(article.body, groups);
  return groups.map((units, ordinal) => passageOf(article, units, ordinal, headings[ordinal] ?? null));
}

function unitsOf(body: string): Unit[] {
  const units: Unit[] = [];
  let lastEnd = 0;
  let inHeading = false;
  for (const span of splitSentences(body)) {
    const opensParagraph = units.length === 0 || body.slice(lastEnd, span.start).includes("\n");
    if (opensParagraph) inHeading = body.startsWith("## ", span.start);
    const size = textSize(body.slice(span.start, span.end));
    units.push({ kind: inHeading ? "heading" : "sentence", span, size, opensParagraph });
    lastEnd = span.end;
  }
  // A text of headings only still has to be quotable.
  return units.some(({ kind }) => kind === "sentence")
    ? units
    : units.map((unit) => ({ ...unit, kind: "sentence" as const }));
}

function groupUnits(units: readonly Unit[], passageSize: PassageSize): Unit[][] {
  const groups: Unit[][] = [];
  let group: Unit[] = [];
  let size = 0;
  for (const unit of units) {
    if (group.length > 0 && endsBefore(unit, group, size, passageSize)) {
      groups.push(group);
      group = [];
      size = 0;
    }
    group.push(unit);
    size += unit.size;
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

function endsBefore(unit: Unit, group: readonly Unit[], size: number, { least, target, most }: PassageSize): boolean {
  if (group.at(-1)?.kind === "heading") return false;
  if (size + unit.size > most) return true;
  if (unit.kind === "heading") return size >= least;
  return unit.opensParagraph && size >= target;
}

/** A group without a sentence, or a short one where there is room, joins the one before it (or, as the first, the next). */
function mergeShort(groups: readonly Unit[][], { least, most }: PassageSize): Unit[][] {
  const out: Unit[][] = [];
  for (const group of groups) {
    const before = out.at(-1);
    const wordless = (units: readonly Unit[]) => units.every(({ kind }) => kind === "heading");
    const short = sizeOf(group) < least && group[0]?.kind !== "heading";
    const fits = before !== undefined && sizeOf(before) + sizeOf(group) <= most;
    if (before !== undefined && (wordless(group) || wordless(before) || (short && fits))) before.push(...group);
    else out.push([...group]);
  }
  return out;
}

const sizeOf = (units: readonly Unit[]): number => units.reduce((sum, { size }) => sum + size, 0);

/** For each group the last heading at or above its first sentence. */
function nearestHeadings(body: string, groups: readonly (readonly Unit[])[]): (string | null)[] {
  let heading: string | null = null;
  return groups.map((units) => {
    const firstSentence = units.findIndex(({ kind }) => kind === "sentence");
    for (const unit of units.slice(0, firstSentence)) heading = headingText(body, unit) ?? heading;
    const above = heading;
    for (const unit of units.slice(firstSentence)) heading = headingText(body, unit) ?? heading;
    return above;
  });
}

function headingText(body: string, { kind, span }: Unit): string | null {
  return kind === "heading" ? body.slice(span.start, span.end).replace(/^## /, "").trim() : null;
}

function passageOf(article: Article, units: readonly Unit[], ordinal: number, heading: string | null): Passage {
  const span = { start: units[0]?.span.start ?? 0, end: units.at(-1)?.span.end ?? 0 };
  const text = article.body.slice(span.start, span.end);
  const sentences = units
    .filter(({ kind }) => kind === "sentence")
    .map((unit, index) => sentenceOf(article.body, unit, index));
  const language = languageOf(text);
  const id = passageId(article.id, ordinal, text);
  return { id, articleId: article.id, ordinal, heading, language, span, text, sentences };
}

function sentenceOf(body: string, { span }: Unit, ordinal: number): Sentence {
  return { ordinal, span, text: body.slice(span.start, span.end) };
}

function passageId(article: ArticleId, ordinal: number, text: string): PassageId {
  return createHash("sha256").update(`${article}\n${ordinal}\n${text}`).digest("hex").slice(0, 16) as PassageId;
}
