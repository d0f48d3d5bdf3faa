import { jsonrepair } from "jsonrepair";
import { SpokenStart, spokenIn } from "./spoken.ts";

/** A reply longer than this is no answer; the rest is not read. */
const MOST_CHARS = 200_000;

/**
 * The one reader of what models write as JSON, while they write it: by the schema, in a fence, behind thinking or other words, and
 * in the dialects that they fall into. Each object is returned once it is complete, the same ones wherever the stream is cut.
 */
export class ModelJson {
  #text = "";
  readonly #start = new SpokenStart();
  #scanner: ObjectScanner | null = null;

  push(delta: string): unknown[] {
    // Some servers send blanks for minutes before the answer, or instead of it.
    const text = this.#text === "" ? delta.trimStart() : delta;
    this.#text += text.slice(0, MOST_CHARS - this.#text.length);
    return this.#scan();
  }

  /** What only the end of the reply completes: all of a reply that may have been thinking until then. */
  end(): unknown[] {
    const { from, to } = spokenIn(this.#text);
    this.#scanner ??= new ObjectScanner(from);
    return this.#scanner.scan(this.#text.slice(0, to));
  }

  /** The reply without what was thought; to be asked for once it ended. */
  get spoken(): string {
    const { from, to } = spokenIn(this.#text);
    return this.#text.slice(from, to);
  }

  /** `open`: JSON that was begun and not ended; `none`: the reply holds none. */
  get shape(): "none" | "open" | "closed" {
    return this.#scanner?.shape ?? "none";
  }

  #scan(): unknown[] {
    if (this.#scanner === null) {
      const start = this.#start.in(this.#text);
      if (start === null) return [];
      this.#scanner = new ObjectScanner(start);
    }
    return this.#scanner.scan(this.#text);
  }
}

/** All objects of a whole reply, inner ones before those that hold them. */
export function objectsIn(reply: string): unknown[] {
  const json = new ModelJson();
  return [...json.push(reply), ...json.end()];
}

/** Full-width structure, as Chinese models write it at times. */
const ASCII: Readonly<Record<string, string>> = { "［": "[", "【": "[", "］": "]", "】": "]", "，": ",", "：": ":" };
const CLOSING_QUOTES: Readonly<Record<string, string>> = { '"': '"', "'": "'", "“": '”"' };
const BEFORE_STRING = new Set(["{", "[", ",", ":"]);
/** Behind the quotation mark that ends a string stands structure; behind one within it, words. */
const ENDS_STRING = /^\s*(?:[\]}:：】］]|[,，]\s*(?:["'“[\]{}【［/]|(?:true|false|null)\b|\w+\s*[:：])|\/[/*])/;
const OBJECT = /^\{\s*(?:["'“}]|\w+\s*[:：])/;
const ARRAY = /^[[［【]\s*["'“{]/;
const LOOK_AHEAD_CHARS = 200;
const DEEPEST = 6;
const LONGEST_REPAIRED_CHARS = 20_000;

/** Finds objects from left to right; what is found never depends on what comes later. */
class ObjectScanner {
  #at: number;
  #open: { readonly kind: "{" | "["; readonly start: number }[] = [];
  /** Marks of which one ends the string that is read now. */
  #quotes: string | null = null;
  readonly #strings: Range[] = [];
  #before = "";
  #found: "none" | "some" = "none";

  constructor(from: number) {
    this.#at = from;
  }

  get shape(): "none" | "open" | "closed" {
    if (this.#open.length > 0) return "open";
    return this.#found === "none" ? "none" : "closed";
  }

  /** The values that are complete in the text, which is longer each time. */
  scan(text: string): unknown[] {
    const values: unknown[] = [];
    for (; this.#at < text.length; this.#at++) {
      const character = text.charAt(this.#at);
      if (this.#quotes !== null) {
        if (character === "\\") this.#at++;
        else if (this.#quotes.includes(character)) {
          const rest = text.slice(this.#at + 1, this.#at + 1 + LOOK_AHEAD_CHARS);
          if (ENDS_STRING.test(rest)) this.#quotes = null;
          // It may yet show what stands behind the mark; no object can be complete before.
          else if (/^\s*(?:[,，]\s*(?:\w*\s*))?$|^\s*\/$/.test(rest) && rest.length < LOOK_AHEAD_CHARS) break;
          if (this.#quotes === null) this.#endString();
        }
      } else if (!/\s/.test(character)) {
        if (!this.#step(text, ASCII[character] ?? character, values)) break;
      }
    }
    return values;
  }

  #endString(): void {
    this.#before = '"';
    const last = this.#strings.at(-1);
    if (last !== undefined) last.end = this.#at + 1;
  }

  /** false when more of the text is needed. */
  #step(text: string, character: string, values: unknown[]): boolean {
    const quotes = CLOSING_QUOTES[character];
    if (quotes !== undefined && this.#open.length > 0 && BEFORE_STRING.has(this.#before)) {
      this.#quotes = quotes;
      this.#strings.push({ start: this.#at, end: this.#at });
    } else if (character === "{" || character === "[") {
      const rest = text.slice(this.#at, this.#at + LOOK_AHEAD_CHARS);
      const isOpening = (character === "{" ? OBJECT : ARRAY).test(rest) || (character === "[" && this.#open.length > 0);
      if (!isOpening && rest.length < LOOK_AHEAD_CHARS && /^.\s*(?:\w+\s*)?$/.test(rest)) return false;
      if (isOpening) this.#open.push({ kind: character, start: this.#at });
    } else if (character === "}" || character === "]") this.#close(text, character === "}" ? "{" : "[", values);
    this.#before = character;
    return true;
  }

  #close(text: string, kind: "{" | "[", values: unknown[]): void {
    const match = this.#open.findLastIndex((each) => each.kind === kind);
    const start = this.#open[match]?.start;
    if (start === undefined) return;
    this.#open.length = match;
    this.#found = "some";
    if (kind === "[" ? match > 0 : match >= DEEPEST) return;
    const end = this.#at + 1;
    const value = parseJson(text.slice(start, end)) ?? repaired(text, { start, end }, this.#strings);
    if (value !== undefined) values.push(value);
  }
}

interface Range {
  readonly start: number;
  end: number;
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

/** The strings are as they were read; what stands between them may lack commas, have too many, or be Python. */
function repaired(text: string, { start, end }: Range, strings: readonly Range[]): unknown {
  if (end - start > LONGEST_REPAIRED_CHARS) return undefined;
  let source = "";
  let at = start;
  for (const string of strings.filter((each) => each.start >= start)) {
    source += asciiStructure(text.slice(at, string.start)) + quoted(text.slice(string.start + 1, string.end - 1));
    at = string.end;
  }
  try {
    return JSON.parse(jsonrepair(source + asciiStructure(text.slice(at, end))));
  } catch {
    return undefined;
  }
}

/** Valid JSON of what stands between two marks: raw line ends and marks are escaped, and only what JSON escapes stays so. */
function quoted(inside: string): string {
  const text = inside
    .replace(/\\([^"\\/bfnrtu])/g, "$1")
    .replace(/\\[\s\S]|"/g, (found) => (found === '"' ? '\\"' : found));
  return `"${text.replace(/\p{Cc}/gu, (control) => JSON.stringify(control).slice(1, -1))}"`;
}

const asciiStructure = (source: string): string =>
  source.replace(/[［【〔］】，：]/g, (found) => ASCII[found] ?? found);
