import type { DateRange, Scope } from "../domain.ts";
import { periodsIn } from "./dates/periods-in.ts";
import { WHOLE } from "./reading.ts";
import { named } from "./scope.ts";
import type { Shelf } from "./shelf.ts";

export interface Operated {
  /** What is left to be asked. */
  readonly text: string;
  readonly range: DateRange | null;
  readonly scope: Scope;
  /** Whether any operator stood there. */
  readonly isOperated: boolean;
}

/** `left`: a minus counts, quotes stay as they are for /find, which reads them itself. */
export type Quotes = "always" | "beside-operators" | "left";

const VALUE = '(?:"([^"]+)"|“([^“”]+)”|「([^「」]+)」|([^\\s"“「]+))';
const NAMED = new RegExp(
  `(?<!\\S)(account|folder|tag|in|after|before|since|until|公众号|账号|文件夹|标签):\\s?${VALUE}`,
  "giu",
);
const PHRASE = /"([^"]+)"|“([^“”]+)”|「([^「」]+)」/gu;
const WITHOUT = new RegExp(`(?<!\\S)-(?:${VALUE.replace("[^\\s", "[\\p{L}\\p{N}][^\\s")})`, "giu");

/**
 * account:量子位 after:2024-10 before:2024-12 "exact words" -without. Quotes and the minus count only beside a named operator or where
 * `quotes` says so, since questions quote what they ask about.
 */
export function readOperators(text: string, shelf: Shelf, today: string, quotes: Quotes): Operated {
  const accounts: string[] = [];
  const folders: string[] = [];
  let from: string | null = null;
  let to: string | null = null;
  const plain = text.normalize("NFKC");
  let rest = plain.replace(NAMED, (whole, key: string, ...values: (string | undefined)[]) => {
    const value = valueIn(values);
    const [period] = periodsIn(value, today).periods;
    switch (key.toLowerCase()) {
      case "account":
      case "公众号":
      case "账号":
        accounts.push(...(named(value, shelf.accounts) ?? [value]));
        return " ";
      case "folder":
      case "tag":
      case "in":
      case "文件夹":
      case "标签":
        folders.push(...(named(value, shelf.folders) ?? [value]));
        return " ";
      case "after":
      case "since":
        if (period?.from == null) return whole;
        from = period.from;
        return " ";
      default:
        if (period?.to == null) return whole;
        // "before:2024-12" is not in December, "until:2024-12" is.
        to = key.toLowerCase() === "before" ? dayBefore(period.from ?? period.to) : period.to;
        return " ";
    }
  });
  const isNamed = rest !== plain;
  const words: string[] = [];
  const without: string[] = [];
  if (isNamed || quotes !== "beside-operators") {
    rest = rest.replace(WITHOUT, (_, ...values: (string | undefined)[]) => {
      without.push(valueIn(values));
      return " ";
    });
  }
  if (quotes !== "left" && (isNamed || quotes === "always")) {
    for (const [, ...values] of rest.matchAll(PHRASE)) words.push(valueIn(values));
    // What is looked for exactly is part of the question all the same.
    rest = rest.replace(PHRASE, (_, ...values: (string | undefined)[]) => ` ${valueIn(values)} `);
  }
  const isOperated = isNamed || words.length + without.length > 0;
  return {
    text: isOperated ? rest.replace(/\s+/g, " ").trim() : text,
    range: from === null && to === null ? null : { from, to, mode: "filter" },
    scope: { ...WHOLE, accounts, folders, words, without },
    isOperated,
  };
}

const valueIn = (values: readonly unknown[]): string =>
  String(values.slice(0, 4).find((value) => typeof value === "string") ?? "").trim();

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
