import type { Reading, Turn } from "../domain.ts";
import { insteadOf, leaningOf } from "./leaning.ts";
import { type ReadingOptions, readMessage } from "./read-message.ts";
import { scopeIn } from "./scope.ts";

/**
 * A question that says nothing alone keeps the days and articles of the turn before: "上上周呢？" changes the days and
 * nothing else, "why?" neither. One that begins anew inherits nothing.
 */
export function withInherited(reading: Reading, history: readonly Turn[], options: ReadingOptions): Reading {
  if (!leans(reading)) return reading;
  const before = history.reduce<Reading | null>((last, { question }) => {
    const read = readMessage(question, options);
    return last === null ? read : joined(read, last, options);
  }, null);
  return before === null ? reading : joined(reading, before, options);
}

const wordsOf = ({ texts }: Reading): string => texts.join(" ");

const leans = (reading: Reading): boolean => leaningOf(wordsOf(reading), reading.language) === "leans";

function joined(reading: Reading, before: Reading, { shelf }: ReadingOptions): Reading {
  if (!leans(reading)) return reading;
  const named = scopeIn(insteadOf(wordsOf(reading)) ?? "", shelf, "any");
  const own = [reading.scope, named].find(
    ({ accounts, folders, title }) => accounts.length + folders.length > 0 || title !== null,
  );
  const { range } = reading;
  // "上周的文章呢" and "上上周呢" mean days of the same kind.
  const kept = range === null ? before.range : { ...range, mode: before.range?.mode ?? range.mode };
  return { ...reading, range: kept, scope: own ?? before.scope, order: reading.order ?? before.order };
}
