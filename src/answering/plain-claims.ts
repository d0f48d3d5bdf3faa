import type { ModelClaim } from "./model-claim.ts";

const KEY = /(?<![a-z0-9])[a-z]\d[a-z]\.\d{1,3}(?!\d)/g;
const PASSAGE_KEY = /(?<![a-z0-9])[a-z]\d[a-z](?![a-z0-9.])/g;
/** A bracket with only keys and separators in it. */
const KEYS = /[[(]\s*(?:[a-z]\d[a-z]\.\d{1,3}[\s,;、，；&-]*)+[\])]/gi;
/** A bracket cut off by the end of the reply: its last key may lack a digit. */
const CUT_KEYS = /[[(]((?:\s*[a-z]\d[a-z]\.\d{1,3}\s*[,;、，；]+)*)[^[\]()]{0,8}$/i;
const LISTED = /^\s*(?:[-*•]\s|\d{1,2}[.、)）](?!\d))/;
const LIST_MARK = /^[\s。,，、;；.]*(?:(?:[-*•]|\d{1,2}[.、)）](?!\d))\s*)?/;

/** Keys in any spelling: upper case, full-width letters and digits, any bracket. */
export function keysIn(text: string): string[] {
  return [...new Set(text.normalize("NFKC").toLowerCase().match(KEY) ?? [])];
}

/** Labels that models put before an answer or its keys, bold or not. */
const LABEL =
  /^[\s#>*_]*(?:final answer|answers?|sources?|references?|citations?|最终答案|答案?|回答|来源|出处|引用|参考)[*_]*\s*[:：]\s*[*_]*\s*/i;
/** `$360$`: a figure as a formula. */
const FORMULA = /(?<!\d)\$(\d[\d.,]*%?)\$/g;
const BOLD = /\*\*(?=\S)([^\n]+?)(?<=\S)\*\*/g;
const LINE_END = /(?<!\s)\s*[\r\n]\s*/;

/** Keys of passages without a sentence, where a model names nothing nearer. */
export function passageKeysIn(text: string): string[] {
  return [...new Set(text.normalize("NFKC").toLowerCase().match(PASSAGE_KEY) ?? [])];
}

/** The words of a claim alone, on one line: without keys in brackets, labels and bold letters. */
export function plainText(text: string): string {
  return oneLine(withoutKeys(text.replace(LABEL, "").replace(BOLD, "$1").replace(FORMULA, "$1")));
}

/** Chinese continues on the next line without a space. */
function oneLine(text: string): string {
  return text
    .split(LINE_END)
    .reduce(
      (line, next) =>
        line + (/[\p{Script=Han}，。；：]$/u.test(line) && /^\p{Script=Han}/u.test(next) ? "" : " ") + next,
    )
    .trim();
}

function withoutKeys(text: string): string {
  return text
    .replace(/[［【〔（]([^［【〔（］】〕）]*)[］】〕）]/g, (whole, inside: string) => (isKeys(inside) ? "" : whole))
    .replace(KEYS, "")
    .trim();
}

function isKeys(inside: string): boolean {
  return keysIn(inside).length > 0 && /^[a-z\d.\s,;、&-]*$/i.test(inside.normalize("NFKC"));
}

/**
 * Lines or sentences with keys in brackets: after them (`… [k7f.3, k7f.4]`), below them, or before them as in the prompt. An
 * empty line between prose starts a paragraph.
 */
export function plainClaims(reply: string): ModelClaim[] {
  const claims: ModelClaim[] = [];
  let above = "";
  let gap: "none" | "empty line" = "none";
  for (const line of asciiBrackets(reply).replace(CUT_KEYS, closedKeys).split("\n")) {
    const found = claimsOfLine(line, above);
    const [first, ...others] = found;
    const isParagraph = gap === "empty line" && claims.length > 0 && !LISTED.test(line);
    if (first !== undefined) claims.push(isParagraph ? { ...first, startsParagraph: true } : first, ...others);
    if (first !== undefined || line.trim() !== "") {
      above = first === undefined ? line : "";
      gap = "none";
    } else gap = "empty line";
  }
  return claims;
}

function claimsOfLine(line: string, above: string): ModelClaim[] {
  const marks = [...line.matchAll(KEYS)];
  const first = marks[0];
  if (first === undefined) return [];
  const opens = line.slice(0, first.index).replace(LIST_MARK, "") === "";
  const pieces = line.split(KEYS).map((piece) => piece.replace(LIST_MARK, "").trim());
  const isAlone = pieces.every((piece) => piece === "");
  if (isAlone) return claimOf(above.replace(LIST_MARK, "").trim(), keysIn(line));
  if (opens) pieces.shift();
  return joinMarks(
    pieces,
    marks.map(([mark]) => mark),
    opens ? "before" : "behind",
  );
}

/** Brackets with nothing between them belong to the same text. */
function joinMarks(pieces: readonly string[], marks: readonly string[], place: "before" | "behind"): ModelClaim[] {
  const claims: { cites: string[]; text: string }[] = [];
  for (const [index, mark] of marks.entries()) {
    const text = pieces[index] ?? "";
    const last = claims.at(-1);
    if (text === "" && place === "behind" && last !== undefined) last.cites.push(...keysIn(mark));
    else claims.push({ cites: keysIn(mark), text });
    const next = claims.at(-2);
    if (place === "before" && next?.text === "") {
      claims.splice(-2, 2, { cites: [...next.cites, ...keysIn(mark)], text });
    }
  }
  return claims.flatMap(({ cites, text }) => claimOf(text, [...new Set(cites)]));
}

function claimOf(words: string, cites: readonly string[]): ModelClaim[] {
  const text = plainText(words);
  return text === "" || cites.length === 0 ? [] : [{ cites, text }];
}

const closedKeys = (_: string, whole: string): string => (whole.trim() === "" ? "" : `[${whole}]`);

function asciiBrackets(text: string): string {
  return text
    .replace(/[［【〔]/g, "[")
    .replace(/[］】〕]/g, "]")
    .replace(/（(?=[^（）]*[\da-zａ-ｚ０-９][.．]\s*[\d０-９])([^（）]*)）/gi, (whole, inside: string) =>
      isKeys(inside) ? `[${inside}]` : whole,
    )
    .replace(/\[([^[\]]*)\]/g, (whole, inside: string) => (isKeys(inside) ? `[${inside.normalize("NFKC")}]` : whole));
}
