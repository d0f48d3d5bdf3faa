import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Language } from "../domain.ts";

/** What turns, weakens or postpones a statement. */
export const CUES = [
  "negation",
  "denial",
  "failure",
  "rumour",
  "estimate",
  "possibility",
  "alternative",
  "plan",
  "future",
  "opinion",
  "condition",
  "limit",
] as const;
export type Cue = (typeof CUES)[number];

export interface Lexicon {
  /** Words without a meaning of their own, lower case. */
  readonly functionWords: ReadonlySet<string>;
  /** Words with a capital that are no names, lower case. */
  readonly noNames: ReadonlySet<string>;
  readonly conjunctions: RegExp;
  readonly cues: Readonly<Record<Cue, RegExp>>;
  /** Words for some, most and all of something. */
  readonly extent: Readonly<Record<"some" | "most" | "all", RegExp>>;
  /** By a name that both languages share: a rise and a fall, left and right. */
  readonly opposites: Readonly<Record<string, { readonly said: RegExp; readonly turned: RegExp }>>;
}

const Words = z.string().transform((text) => text.split(" | ").join("|"));
const FileForm = z.strictObject({
  "function-words": z.string(),
  "no-names": z.string(),
  conjunctions: Words,
  cues: z.strictObject(Object.fromEntries(CUES.map((cue) => [cue, Words])) as Record<Cue, typeof Words>),
  extent: z.strictObject({ some: Words, most: Words, all: Words }),
  opposites: z.record(z.string(), z.strictObject({ said: Words, turned: Words })),
});

/** The word lists of both languages: data that a reader of the language can change (`lexicon/*.yaml`). */
export const LEXICON: Readonly<Record<Language, Lexicon>> = { zh: read("zh"), en: read("en") };

/** English forms of Chinese names. */
export const NAMES = z.record(z.string(), z.array(z.string())).parse(fileOf("names"));

function fileOf(name: string): unknown {
  return parse(readFileSync(path.join(import.meta.dirname, "lexicon", `${name}.yaml`), "utf8"));
}

function read(language: Language): Lexicon {
  const form = FileForm.parse(fileOf(language));
  const pattern = (words: string) => new RegExp(language === "en" ? `\\b(?:${words})\\b` : words, "g");
  const patterns = <K extends string>(words: Readonly<Record<K, string>>) =>
    Object.fromEntries(Object.entries<string>(words).map(([name, word]) => [name, pattern(word)])) as Record<K, RegExp>;
  return {
    functionWords: new Set(form["function-words"].split(/\s+/)),
    noNames: new Set(form["no-names"].split(/\s+/)),
    conjunctions: pattern(form.conjunctions),
    cues: patterns(form.cues),
    extent: patterns(form.extent),
    opposites: Object.fromEntries(Object.entries(form.opposites).map(([name, pair]) => [name, patterns(pair)])),
  };
}
