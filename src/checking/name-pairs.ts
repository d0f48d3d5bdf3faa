import { NAMES } from "../language/lexicon.ts";

/** Finds the forms of a name in the other language. */
export type OtherNames = (name: string) => readonly string[];

/** 英伟达（NVIDIA）, "NVIDIA (英伟达)"; over NFKC text. */
const TOLD = [
  /(?<zh>[\p{Script=Han}·]{2,8})["”」』》]?\s?\((?:英文名?|英语)?:?\s?(?<en>[A-Z][\w.'’-]{0,40}(?: [A-Z&][\w.'’-]{0,40}){0,4})[,;)]/gu,
  /(?<en>[A-Z][\w.'’-]{0,40}(?: [A-Z&][\w.'’-]{0,40}){0,4})\s?\((?<zh>[\p{Script=Han}·]{2,8})[,;)]/gu,
];

type Forms = Map<string, Set<string>>;

function addPair(forms: Forms, zh: string, en: string): void {
  const add = (name: string, other: string) => {
    const key = name.toLowerCase();
    forms.set(key, (forms.get(key) ?? new Set()).add(other));
  };
  add(zh, en);
  for (const word of new Set([en, ...en.split(" ")])) if (/^\p{Lu}/u.test(word)) add(word, zh);
}

const BUILT_IN: Forms = new Map();
for (const [zh, names] of Object.entries(NAMES)) for (const en of names) addPair(BUILT_IN, zh, en);

/** The names of `lexicon/names.yaml` and those that the text (NFKC) spells out. A word of an English name finds it as well. */
export function otherNames(text: string): OtherNames {
  const learned: Forms = new Map();
  for (const pattern of TOLD)
    for (const { groups } of text.matchAll(pattern))
      for (const zh of endings(groups?.zh ?? "")) addPair(learned, zh, groups?.en ?? "");
  return (name) => {
    const key = name.toLowerCase();
    return [...(BUILT_IN.get(key) ?? []), ...(learned.get(key) ?? [])];
  };
}

/** Nothing tells where 由英伟达 begins its name, so every ending of the run is taken. */
const endings = (run: string): string[] =>
  Array.from({ length: Math.max(0, run.length - 1) }, (_, from) => run.slice(from));
