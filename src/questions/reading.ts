import type { Scope } from "../domain.ts";

export const WHOLE: Scope = { accounts: [], folders: [], title: null, words: [], without: [] };

export function isWhole({ accounts, folders, title, words, without }: Scope): boolean {
  return title === null && [accounts, folders, words, without].every((names) => names.length === 0);
}
