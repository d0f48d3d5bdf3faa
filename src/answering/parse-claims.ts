import { z } from "zod";

/** A claim as the model wrote it, before anything was checked. */
export interface ModelClaim {
  readonly cites: readonly string[];
  readonly text: string;
}

const KEY = /[a-z]\d[a-z]\.\d{1,3}/g;
const ClaimObject = z.object({ cites: z.union([z.array(z.string()), z.string()]), text: z.string() });
const MISSING = /"missing"\s*:\s*("(?:[^"\\]|\\.)*")/;
/** A reply longer than this is no answer; the rest is not read. */
const MAX_REPLY_CHARS = 60_000;

/**
 * Reads claims out of a reply while it streams: JSON by schema, JSON in a fence or behind reasoning, or plain lines that
 * end in keys. Full-width brackets are read as ASCII ones. A claim is returned once it is complete.
 */
export class ClaimParser {
  #text = "";
  #scanned = 0;
  #found = 0;

  push(delta: string): ModelClaim[] {
    if (this.#text.length < MAX_REPLY_CHARS) this.#text += delta;
    return this.#readObjects();
  }

  /** The claims that only the end of the reply completes: those of a reply without any JSON. */
  end(): ModelClaim[] {
    const last = this.#readObjects();
    if (this.#found > 0) return last;
    return plainClaims(this.#text);
  }

  /** What the model says is missing from the sources; null when it says nothing. */
  get missing(): string | null {
    const match = MISSING.exec(this.#text)?.[1];
    const text = match === undefined ? "" : parseString(match).trim();
    return text === "" ? null : text;
  }

  #readObjects(): ModelClaim[] {
    const claims: ModelClaim[] = [];
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
    } else if (character === '"') inString = start >= 0;
    else if (character === "{") start = i;
    else if (character === "}" && start >= 0) return { start, end: i + 1 };
  }
  return null;
}

function parseClaimObject(source: string): ModelClaim | null {
  const parsed = ClaimObject.safeParse(parseJson(source));
  if (!parsed.success) return null;
  const cites = [parsed.data.cites].flat().join(" ");
  return { cites: keysIn(cites), text: parsed.data.text.trim() };
}

/** Lines or sentences that carry keys in brackets: `… [k7f.3, k7f.4]`. */
function plainClaims(text: string): ModelClaim[] {
  const plain = asciiBrackets(text);
  const claims: ModelClaim[] = [];
  for (const match of plain.matchAll(/([^\n[\]]+?)\s*((?:\[[^\]\n]*\]\s*)+)/g)) {
    const cites = keysIn(match[2] ?? "");
    const claim = (match[1] ?? "").replace(/^[\s\-*•.。,，、;；\d]*(?=\D)/, "").trim();
    if (cites.length > 0 && claim !== "") claims.push({ cites, text: claim });
  }
  return claims;
}

function keysIn(text: string): string[] {
  return [...new Set(asciiBrackets(text).toLowerCase().match(KEY) ?? [])];
}

function asciiBrackets(text: string): string {
  return text.replace(/[［【〔]/g, "[").replace(/[］】〕]/g, "]");
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
