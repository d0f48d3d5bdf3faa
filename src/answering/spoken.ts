/** Marks around what a model thinks before it answers. */
const THOUGHT = "(?:\\w+[:_])?(?:think(?:ing)?|thoughts?|reason(?:ing)?|reflection|analysis|scratchpad)";
const OPENING = `<${THOUGHT}>|◁${THOUGHT}▷|\\[${THOUGHT}\\]|<\\|(?:begin_of_thought|begin_think|START_THINKING)\\|>|<unused94>|<\\|channel\\|?>\\s*(?:analysis|commentary|thought)\\b`;
const OPENS = new RegExp(OPENING, "gi");
const OPENS_HERE = new RegExp(OPENING, "iy");
const CLOSES = new RegExp(
  `</${THOUGHT}>|◁/${THOUGHT}▷|\\[/${THOUGHT}\\]|<\\|(?:end_of_thought|end_think|END_THINKING)\\|>|<unused95>|<channel\\|>|<\\|channel\\|>\\s*final\\b[^{]{0,40}?<\\|message\\|>|\\bassistantfinal(?:json)?`,
  "gi",
);
const JSON_BEGINS = /(?:```\w*\s*)?(?:\[\s*)?\{\s*(?:["'“}]|\w+\s*[:：])/y;
/** This many characters are enough to see how a reply begins, before or after a thought; no mark is longer. */
const BEGINNING_CHARS = 64;

/** Where the reply itself is in a text. What a model thinks aloud is never a claim, even if it looks like one. */
export interface Spoken {
  readonly from: number;
  readonly to: number;
}

/** For a whole reply. Thinking may begin without a mark, so everything before the last end mark counts as thinking. */
export function spokenIn(text: string): Spoken {
  let from = 0;
  for (;;) {
    from = behindSpace(text, from);
    if (find(JSON_BEGINS, text, from) !== null) return { from, to: text.length };
    const opens = find(OPENS, text, from);
    const closes = opens?.start === from ? find(CLOSES, text, from) : findLast(CLOSES, text, from);
    if (closes === null) return { from, to: opens?.start ?? text.length };
    from = closes.end;
  }
}

/** Where the reply begins, while it is still arriving. */
export class SpokenStart {
  #from = 0;
  #searched = 0;
  #state: "open" | "held" = "open";

  /** null until that is certain. Only JSON is certain, since any other words may turn out to be thinking. */
  in(text: string): number | null {
    while (this.#state === "open") {
      this.#from = behindSpace(text, this.#from);
      if (find(JSON_BEGINS, text, this.#from) !== null) return this.#from;
      if (find(OPENS_HERE, text, this.#from) === null) {
        if (text.length - this.#from > BEGINNING_CHARS) this.#state = "held";
        return null;
      }
      const closes = find(CLOSES, text, Math.max(this.#from, this.#searched - BEGINNING_CHARS));
      this.#searched = text.length;
      if (closes === null) return null;
      this.#from = closes.end;
    }
    return null;
  }
}

interface Found {
  readonly start: number;
  readonly end: number;
}

function find(pattern: RegExp, text: string, from: number): Found | null {
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  return found === null ? null : { start: found.index, end: found.index + found[0].length };
}

function findLast(pattern: RegExp, text: string, from: number): Found | null {
  let last: Found | null = null;
  for (let found = find(pattern, text, from); found !== null; found = find(pattern, text, found.end)) last = found;
  return last;
}

function behindSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\s\uFEFF]/.test(text.charAt(at))) at++;
  return at;
}
