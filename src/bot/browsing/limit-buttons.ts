import { InlineKeyboard } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import type { DateRange, Understanding } from "../../domain.ts";
import type { Say } from "../../rendering/say.ts";
import { daysOf } from "../../rendering/understood.ts";
import { dataOf } from "./shown.ts";

/** One tap takes back what was read into a question, or leads to the last days that there are. */
export function limitRow(understood: Understanding, key: string, say: Say): InlineKeyboardButton[] {
  const { range, scope, isScopeEmpty } = understood;
  const week = weekOffered(understood);
  return [
    ...(range?.used === true ? [InlineKeyboard.text(say("any-time"), dataOf(key, { kind: "any-time" }))] : []),
    ...(scope === null || isScopeEmpty
      ? []
      : [InlineKeyboard.text(say("any-source"), dataOf(key, { kind: "any-source" }))]),
    ...(week === null
      ? []
      : [InlineKeyboard.text(say("that-week", { days: daysOf(week, say) }), dataOf(key, { kind: "that-week" }))]),
  ];
}

const DAY_MS = 86_400_000;

/** The seven days up to the newest article, where that is told. */
export function weekOffered({ newest }: Understanding): DateRange | null {
  if (newest === null) return null;
  const from = new Date(Date.parse(newest) - 6 * DAY_MS).toISOString().slice(0, 10);
  return { from, to: newest, mode: "filter" };
}
