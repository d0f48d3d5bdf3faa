import { z } from "zod";
import { keysIn, plainClaims, withoutKeys } from "./plain-claims.ts";

/** A claim as the model wrote it, before anything was checked. */
export interface ModelClaim {
  readonly cites: readonly string[];
  readonly text: string;
}

const ClaimObject = z.object({ cites: z.union([z.array(z.string()), z.string()]), text: z.string() });
const MISSING = /"missing"\s*[:：]\s*("(?:[^"\\]|\\.)*")/g;
const STRUCTURE: Readonly<Record<string, string>> = {
  "［": "[",
  "【": "[",
  "］": "]",
  "】": "]",
  "，": ",",
  "：": ":",
};
const THINKING = /^\s*<think(?:ing)?>/;
const THOUGHT = /<\/think(?:ing)?>/;
/** A reply meant as JSON is not read as plain text, whatever brackets its strings hold. */
const IS_JSON = /\{\s*"(?:claims|missing)"/;
/** A reply longer than this is no answer; the rest is not read. */
const MAX_REPLY_CHARS = 60_000;

/**
 * Reads claims out of a reply while it streams: JSON by schema, JSON in a fence or behind reasoning, or plain lines that
 * carry keys in brackets. A claim is returned once it is complete, the same ones wherever the stream is cut.
 */
export class ClaimParser {
  #text = "";
  #scanned = 0;
  #found = 0;

  push(delta: string): ModelClaim[] {
    // Some servers send blanks for minutes before the answer, or instead of it.
    const text = this.#text === "" ? delta.trimStart() : delta;
    this.#text += text.slice(0, MAX_REPLY_CHARS - this.#text.length);
    return this.#readObjects();
  }

  /** The claims that only the end of the reply completes: those of a reply without any JSON. */
  end(): ModelClaim[] {
    const last = this.#readObjects();
    if (this.#found > 0) return last;
    const spoken = this.#text.slice(this.#spokenFrom());
    const found = objectsByKey(spoken);
    return found.length > 0 || IS_JSON.test(spoken) ? found : plainClaims(spoken);
  }

  /** What the model says is missing from the sources; null when it says nothing. */
  get missing(): string | null {
    const match = [...this.#text.slice(this.#spokenFrom()).matchAll(MISSING)].at(-1)?.[1];
    const text = match === undefined ? "" : parseString(match).trim();
    return text === "" ? null : text;
  }

  /** Where the reply itself begins: what a model thinks aloud is no claim, even where it has the form of one. */
  #spokenFrom(): number {
    if (!THINKING.test(this.#text)) return 0;
    const end = THOUGHT.exec(this.#text);
    return end === null ? this.#text.length : end.index + end[0].length;
  }

  #readObjects(): ModelClaim[] {
    const claims: ModelClaim[] = [];
    this.#scanned = Math.max(this.#scanned, this.#spokenFrom());
    for (;;) {
      const object = nextLeafObject(this.#text, this.#scanned);
      if (object === null) break;
      this.#scanned = object.end;
      const claim = parseClaimObject(this.#text.slice(object.start, object.end));
      if (claim !== null) claims.push(claim);
    }
    this.#found += claims.length;
    return claims;
  }
}

/** The next `{…}` without an object inside it, strings respected; null while none is complete. */
function nextLeafObject(text: string, from: number): { readonly start: number; readonly end: number } | null {
  let start = -1;
  let inString = false;
  for (let i = from; i < text.length; i++) {
    const character = text[i];
    if (inString && start >= 0) {
      if (character === "\\") i++;
      else if (character === '"') inString = false;
      else if (character === "\n") {
        // No JSON string goes over a line end: this was a brace and a quotation mark of plain words.
        start = -1;
        inString = false;
      }
    } else if (character === '"') inString = start >= 0;
    else if (character === "{") start = i;
    else if (character === "}" && start >= 0) return { start, end: i + 1 };
  }
  return null;
}

function parseClaimObject(source: string): ModelClaim | null {
  const parsed = ClaimObject.safeParse(parseJson(source) ?? parseJson(asciiStructure(source)));
  if (!parsed.success) return null;
  const cites = keysIn([parsed.data.cites].flat().join(" "));
  const text = withoutKeys(parsed.data.text);
  return { cites: cites.length > 0 ? cites : keysIn(parsed.data.text), text };
}

/** Objects found by their first name, where a stray quotation mark before them misled the reading from the start. */
function objectsByKey(text: string): ModelClaim[] {
  return [...text.matchAll(/\{\s*"(?:cites|text)"/g)].flatMap(({ index }) => {
    const object = nextLeafObject(text, index);
    return object === null ? [] : (parseClaimObject(text.slice(object.start, object.end)) ?? []);
  });
}

/** Full-width brackets, commas and colons between the strings of an object, as Chinese models write them at times. */
function asciiStructure(source: string): string {
  return source.replace(/"(?:[^"\\]|\\.)*"|[［【］】，：]/g, (found) => STRUCTURE[found] ?? found);
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return null;
  }
}

function parseString(source: string): string {
  const value = parseJson(source);
  return typeof value === "string" ? value : "";
}
