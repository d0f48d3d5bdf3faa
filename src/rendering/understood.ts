import type { DateRange, Scope, Understanding } from "../domain.ts";
import type { Say } from "./say.ts";
import { shownTitle, shownWords } from "./shown.ts";

/** How a question was limited, in short lines; none where it went to all articles of all days. */
export function understoodLines({ range, scope, isScopeEmpty, newest }: Understanding, say: Say): string[] {
  const named = scope === null ? null : scopeNames(scope, say);
  const lines = [
    named === null ? null : say(isScopeEmpty ? "scope-empty" : "scope-only", { scope: named }),
    range === null ? null : rangeLine(range, say),
    newest === null ? null : say("newest-article", { day: newest }),
  ];
  return lines.filter((line) => line !== null);
}

function rangeLine(range: NonNullable<Understanding["range"]>, say: Say): string | null {
  const days = daysOf(range, say);
  if (range.used) return say(`range-${range.mode}`, { days, count: range.articles });
  // What is merely preferred leaves nothing out where it is missing.
  return range.mode === "filter" ? say("range-empty", { days }) : null;
}

/** "2024-12-01 – 12-31"; one day alone, and open ends by a word. */
export function daysOf({ from, to }: Pick<DateRange, "from" | "to">, say: Say): string {
  if (from === null) return say("days-until", { day: to ?? "" });
  if (to === null) return say("days-since", { day: from });
  if (from === to) return from;
  return `${from} – ${from.slice(0, 4) === to.slice(0, 4) ? to.slice(5) : to}`;
}

/** "量子位、“Sora”". */
export function scopeNames({ accounts, folders, title, words, without }: Scope, say: Say): string {
  const quoted = (name: string) => say("quoted-words", { words: shownWords(name) });
  const names = [
    ...accounts,
    ...folders.map((folder) => `${folder}/`),
    ...(title === null ? [] : [shownTitle(title)]),
    ...words.map(quoted),
    ...without.map((word) => say("without-words", { words: quoted(word) })),
  ];
  return names.join(say("name-separator"));
}
