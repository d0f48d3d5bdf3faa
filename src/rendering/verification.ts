import type { Claim, Judging, Mark } from "../domain.ts";
import type { Say } from "./say.ts";

/** What marks a statement in the text where most of the others are of another kind. */
const SIGNS: Readonly<Record<Mark, string>> = {
  checked: " ✓",
  matches: " ≈",
  compare: " ↓",
  verbatim: "",
  sentence: "",
};
/** The order in which they are told. */
const TOLD: readonly Mark[] = ["checked", "matches", "verbatim", "compare", "sentence"];
/** A statement of these kinds always shows what it is. */
const ALWAYS_SIGNED: readonly Mark[] = ["compare", "sentence"];

type Marked = Pick<Claim, "mark">;

/** The mark that needs no sign in the text, since the line below tells it of most statements. */
export function commonMark(claims: readonly Marked[]): Mark | null {
  const [first] = TOLD.filter((mark) => !ALWAYS_SIGNED.includes(mark))
    .map((mark) => ({ mark, count: countOf(claims, mark) }))
    .sort((a, b) => b.count - a.count);
  return first === undefined || first.count === 0 ? null : first.mark;
}

/** The words as they stand in the text: an article's own in quotation marks, and a sign behind what differs. */
export function shownAs(text: string, mark: Mark, common: Mark | null, say: Say): { text: string; sign: string } {
  if (mark === common) return { text, sign: "" };
  const isOwn = mark === "verbatim" || mark === "sentence";
  return { text: isOwn ? say("quoted", { name: text }) : text, sign: SIGNS[mark] };
}

/** One line on how all of them were verified; null without any. */
export function verificationLine(claims: readonly Marked[], judging: Judging | undefined, say: Say): string | null {
  const common = commonMark(claims);
  const judge = judging?.by ?? "";
  const told = (mark: Mark) => (mark === "matches" && judging !== undefined ? "unsure" : mark);
  const marks = TOLD.filter((mark) => countOf(claims, mark) > 0).sort(
    (a, b) => Number(b === common) - Number(a === common),
  );
  const [only] = marks;
  if (only === undefined) return null;
  if (marks.length === 1 && only === common) return say(`verified-all-${told(only)}`, { count: claims.length, judge });
  const parts = marks.map((mark) => say(`verified-some-${told(mark)}`, { count: countOf(claims, mark), judge }));
  return parts.join(say("part-separator"));
}

const countOf = (claims: readonly Marked[], wanted: Mark): number =>
  claims.filter(({ mark }) => mark === wanted).length;
