import { fold } from "./fold.ts";

/** Quotes by whose pair a phrase stands together, the blanks in it too; both languages' kinds. */
const WORD = /"([^"]+)"|[“”„]([^“”„]+)[“”]|「([^「」]+)」|『([^『』]+)』|＂([^＂]+)＂|[^\s"“”„「『＂]+|\S/gu;

/** The words of a search, folded, each once: apart at blanks, together in quotes. A quote without its pair is a sign like others. */
export function readWords(text: string): string[] {
  const words = Array.from(text.toWellFormed().matchAll(WORD), ([whole, ...phrases]) =>
    fold(phrases.find((phrase) => phrase !== undefined) ?? whole).trim(),
  );
  return [...new Set(words)].filter((word) => word !== "");
}
