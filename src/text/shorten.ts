const CONTROLS = /[\s\p{Cc}]+/gu;
/** Marks that turn the direction of whatever stands behind them. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Words of strangers as they may stand in a line of ours: no line end, nothing that a terminal obeys or that turns the line. */
export function oneLine(text: string): string {
  return text.replace(CONTROLS, " ").replace(TURNS, "").toWellFormed();
}

/** At most so many UTF-16 units, not through the middle of a character. */
export function beginning(text: string, chars: number): string {
  return text.slice(0, chars).replace(/[\ud800-\udbff]$/, "");
}

/** One line of at most so many UTF-16 units, at least 1; "…" is the last of them where more was there. */
export function shortened(text: string, chars: number): string {
  const line = oneLine(text).trim();
  return line.length <= chars ? line : `${beginning(line, chars - 1)}…`;
}
