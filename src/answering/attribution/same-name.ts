import type { Analysed } from "./analysed.ts";
import type { AttributionContext } from "./evidence.ts";
import type { NamePairs } from "./name-pairs.ts";
import { ORGANISATION } from "./name-words.ts";
import type { NameMention } from "./names.ts";

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where a text names the same: as written, under a name of the other language, or by initials. */
export function occurrences(name: NameMention, { text }: Analysed, { pairs }: AttributionContext): Place[] {
  const forms = name.script === "han" ? hanForms(name.text, pairs) : latinForms(name, pairs);
  for (const form of forms) {
    const places = find(form, text);
    if (places.length > 0) return places;
  }
  if (name.script !== "latin") return [];
  const byInitials = initials(name.run ?? name.text, text);
  return byInitials.length > 0 ? byInitials : kindred(name.text, text);
}

function hanForms(text: string, pairs: NamePairs): string[] {
  const core = text.replace(ORGANISATION, "");
  const english = pairs.get(text) ?? pairs.get(core) ?? [];
  const alike = [...pairs].filter(([, names]) => english.length > 0 && names[0] === english[0]).map(([zh]) => zh);
  return [text, ...(core.length >= 2 ? [core] : []), ...english, ...alike];
}

function latinForms({ text, run = text }: NameMention, pairs: NamePairs): string[] {
  const wanted = new Set([text.toLowerCase(), run.toLowerCase()]);
  const paired = [...pairs].filter(([, names]) => names.some((en) => wanted.has(en.toLowerCase()))).map(([zh]) => zh);
  return [text, ...paired, ...paired.flatMap((zh) => pairs.get(zh) ?? [])];
}

const patterns = new Map<string, RegExp>();

function find(form: string, text: string): Place[] {
  if (/\p{Script=Han}/u.test(form)) return indexesOf(form, text);
  let pattern = patterns.get(form);
  if (pattern === undefined) {
    if (patterns.size > 5_000) patterns.clear();
    pattern = latinPattern(form);
    patterns.set(form, pattern);
  }
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** GPT-4o, GPT 4o and gpt4o are one, and so are UK and U.K.; a plural or possessive ending is let through. */
function latinPattern(form: string): RegExp {
  const isInitials = /^\p{Lu}{2,4}$/u.test(form);
  const parts = isInitials ? [...form] : (form.match(/\p{L}+|\d+(?:\.\d+)*/gu) ?? [form]);
  return new RegExp(
    `(?<![\\p{Script=Latin}\\d])${parts.map(quote).join(isInitials ? "\\.?" : "[-\\s.'’&]{0,2}")}(?:['’]?s)?(?![\\p{Script=Latin}\\d]|[.-]\\d)`,
    "giu",
  );
}

const quote = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function indexesOf(form: string, text: string): Place[] {
  const places: Place[] = [];
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1))
    places.push({ start: at, end: at + form.length });
  return places;
}

/** Canada and Canadian, Yorkshire and Yorkshireman: capitalised words of one stem. */
function kindred(name: string, text: string): Place[] {
  if (!/^\p{Lu}\p{Ll}+$/u.test(name) || name.length < SHORTEST_STEM) return [];
  return [...text.matchAll(/\p{Lu}\p{Ll}+/gu)]
    .filter(({ 0: word }) => {
      const [short, long] = word.length < name.length ? [word, name] : [name, word];
      const stem = short.replace(/(?:[aeiy]|ia)$/, "");
      return stem.length >= SHORTEST_STEM - 1 && long.startsWith(stem) && NATION.test(long.slice(stem.length));
    })
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

const SHORTEST_STEM = 5;
const NATION = /^(?:[aeiy]|ia|n|an|ian|ean|ese|ish|i|man|men|woman|er|ers|ans|ians)?$/;

/** WHO for World Health Organization, and the other way round. */
function initials(name: string, text: string): Place[] {
  const spelled = [...text.matchAll(/\p{Lu}[\p{L}'’-]+(?: (?:(?:of|the|for|and) ){0,2}\p{Lu}[\p{L}'’-]+)+/gu)];
  const initialsOf = (words: string) => (words.match(/\p{Lu}/gu) ?? []).join("");
  if (/^\p{Lu}{2,6}$/u.test(name))
    return spelled
      .filter((match) => initialsOf(match[0]).startsWith(name))
      .map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const short = initialsOf(name);
  return /\s/.test(name) && short.length >= 2
    ? find(short, text).filter(({ start, end }) => text.slice(start, end) === short)
    : [];
}
