import { z } from "zod";
import type { ModelClaim } from "./model-claim.ts";
import { ModelJson } from "./model-json.ts";
import { keysIn, passageKeysIn, plainClaims, plainText } from "./plain-claims.ts";

/** Names under which models put the words of a claim, the schema's first. */
const TEXT_NAMES = ["text", "claim", "statement", "sentence", "content"] as const;
/** What a prompt has in place of words, given back. */
const ONLY_DOTS = /^[\s.…]*$/;
const Fields = z.record(z.string(), z.unknown());
const WholeReply = z.object({ claims: z.array(z.unknown()) });
const OnlyMissing = z.object({ missing: z.string().regex(/\S/) });
/** A reply meant as JSON is not read as plain text, whatever brackets its strings hold. */
const IS_JSON = /\{\s*["'“]?(?:claims|missing)/;

/**
 * Reads claims out of a reply while it streams: objects with a text and keys, or plain lines that carry keys in brackets. A claim is
 * returned once it is complete, the same ones wherever the stream is cut.
 */
export class ClaimParser {
  readonly #json = new ModelJson();
  #found = 0;
  #says: "nothing" | "no claims" = "nothing";
  #missing: string | null = null;

  push(delta: string): ModelClaim[] {
    return this.#read(this.#json.push(delta));
  }

  /** The claims that only the end of the reply completes; of one that was cut, nothing that may still have been thinking. */
  end(ending: "whole" | "cut" = "whole"): ModelClaim[] {
    if (ending === "cut") return [];
    const last = this.#read(this.#json.end());
    const { spoken } = this.#json;
    if (this.#found > 0 || IS_JSON.test(spoken)) return last;
    const plain = plainClaims(spoken);
    this.#found = plain.length;
    return plain;
  }

  /** `claims`; `none`: the model says that the sentences do not answer; `unusable`: it says neither. To be asked for after `end`. */
  get outcome(): "claims" | "none" | "unusable" {
    if (this.#found > 0) return "claims";
    return this.#says === "no claims" ? "none" : "unusable";
  }

  /** Whether the reply broke off in the middle of its JSON, or came to the end of it; `none` where it is no JSON. */
  get shape(): "none" | "open" | "closed" {
    return this.#json.shape;
  }

  /** What the model says is missing from the sources; null when it says nothing. */
  get missing(): string | null {
    return this.#missing;
  }

  #read(objects: readonly unknown[]): ModelClaim[] {
    const claims = objects.flatMap((object) => claimOf(object) ?? []);
    this.#found += claims.length;
    for (const object of objects) {
      const missing = OnlyMissing.safeParse(object).data?.missing.trim();
      if (missing !== undefined || WholeReply.safeParse(object).success) this.#says = "no claims";
      this.#missing = missing ?? this.#missing;
    }
    return claims;
  }
}

/** Keys count wherever they stand beside the text, for models name their field as they like. */
function claimOf(object: unknown): ModelClaim | null {
  const { data: fields } = Fields.safeParse(object);
  if (fields === undefined || Array.isArray(object) || "claims" in fields) return null;
  const name = TEXT_NAMES.find((each) => typeof fields[each] === "string");
  if (name === undefined || ONLY_DOTS.test(String(fields[name]))) return null;
  const { [name]: text, startsParagraph, ...rest } = fields;
  const beside = JSON.stringify(rest);
  const cites = [keysIn(beside), keysIn(String(text)), passageKeysIn(beside)];
  return {
    cites: cites.find((keys) => keys.length > 0) ?? [],
    text: plainText(String(text)),
    ...(startsParagraph === true ? { startsParagraph } : {}),
  };
}
