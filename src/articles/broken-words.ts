const HYPHEN_END = /(?<!\p{L})(\p{L}+)[-\u2010\u00ad]$/u;
/** With the points behind it, which belong to the word. */
const WORD_START = /^(\p{Ll}+)(\p{P}*)(.*)$/u;
const WORD = /\p{L}+(?:[-\u2010]\p{L}+)*/gu;

/**
 * Lines in which words broken by a line end are whole again: `ship-` and `ping` are `shipping`. A compound keeps its hyphen where
 * the text has it elsewhere, or has both its parts as words of their own.
 */
export function joinBrokenWords(lines: readonly string[]): string[] {
  if (!lines.some((line) => HYPHEN_END.test(line.trimEnd().slice(-60)))) return [...lines];
  const words = new Set(wholeWords(lines));
  const out = [...lines];
  for (let at = 0; at + 1 < out.length; at += 1) {
    const line = (out[at] ?? "").trimEnd();
    const before = HYPHEN_END.exec(line.slice(-60))?.[1];
    const [, after, points = "", rest = ""] = WORD_START.exec((out[at + 1] ?? "").trimStart()) ?? [];
    if (before === undefined || after === undefined) continue;
    const [first, second] = [before.toLowerCase(), after.toLowerCase()];
    const compound =
      words.has(`${first}-${second}`) || (!words.has(first + second) && words.has(first) && words.has(second));
    out[at] = `${line.slice(0, -1)}${compound && !line.endsWith("\u00ad") ? "-" : ""}${after}${points}`;
    out[at + 1] = rest.trimStart();
  }
  return out;
}

/** The parts of broken words are none. */
function wholeWords(lines: readonly string[]): string[] {
  return lines.flatMap((line, index) => {
    const goesOn = HYPHEN_END.test((lines[index - 1] ?? "").trimEnd().slice(-60));
    const start = goesOn ? line.trimStart().replace(/^\p{Ll}+/u, "") : line;
    const end = start.trimEnd();
    const broken = HYPHEN_END.exec(end.slice(-60))?.[0].length ?? 0;
    const whole = end.slice(0, end.length - broken);
    return whole.toLowerCase().match(WORD) ?? [];
  });
}
