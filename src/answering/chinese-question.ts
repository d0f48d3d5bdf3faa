/** Stands where the value was. */
export const GAP = "…";

const LEAST_CHARS = 9;
/** Longer questions are not read, but the clause before keeps the subject. */
const MOST_CHARS = 34;
const CLAUSE_SIGNS = /[，；：,;:]/;
const NUMERALS = /^[$¥€£￥\d.,\s〇一二两三四五六七八九十百千万亿半]+/u;
const DATE = /[年月日]|世纪/;
/** Nobody asks "about how many" or "the beginning of when". */
const VAGUE = /(?:大约|约|将近|(?<![附最靠])近)?\s*…\s*(?:左右|上下|以上|份|初|末|底|[上中下]旬)?/;
/** One end of a range, a part of a fraction, the first half of a date. */
const HALF_A_VALUE = /…\s*(?:[-–—~～至到]?\s*\d|分之)|\d\s*[-–—~～至到]\s*…/;
/** Clauses that wait for another, items of lists, and words that end half a thought. */
const UNFINISHED =
  /^(?:除|直到|早在|就在|随着|对于|关于|将|就|且|[-–•]|\d+[.、])|(?:之?外|时|[之以]?后|[之以]?前|以来|来说|中|上|下)？$/;

/** A clause whose date is left out, as one asks for it; null where that makes no question. */
export function askedWhen(clause: string, date: string): string | null {
  return DATE.test(date) ? asked(clause, "什么时候") : null;
}

/** A clause whose figure is left out, as one asks for it; `figure` is what stood there, with its unit. */
export function askedHowMany(clause: string, figure: string): string | null {
  return asked(
    clause,
    wordsFor(
      figure
        .replace(NUMERALS, "")
        .replace(/^[多余]/, "")
        .trim(),
    ),
  );
}

function wordsFor(unit: string): string {
  if (/^[%％]$/.test(unit)) return "百分之多少";
  return unit === "成" ? "几成" : `多少${unit}`;
}

function asked(clause: string, words: string): string | null {
  if (clause.split(GAP).length !== 2 || HALF_A_VALUE.test(clause)) return null;
  const question = `${upTo(clause).replace(VAGUE, words)}？`;
  return UNFINISHED.test(question) ? null : question;
}

/** The clause to the end of the part that holds the gap, and one part more where that is too short to be understood. */
function upTo(clause: string): string {
  const parts = clause.split(CLAUSE_SIGNS);
  const at = parts.findIndex((part) => part.includes(GAP));
  const own = parts[at] ?? clause;
  const begun = parts.slice(0, at + 1).join("，");
  if (begun.length < LEAST_CHARS) return parts.slice(0, at + 2).join("，");
  return begun.length > MOST_CHARS && own.length >= LEAST_CHARS ? own : begun;
}
