import type { Refusal } from "./additions.ts";

/** The reasons of a file's report line, as a chat tells them. The first that fits counts. */
const REFUSALS: readonly (readonly [RegExp, Refusal])[] = [
  [/^(?:empty file|no text in it)/, "empty"],
  [/^only pictures|^no text of its own/, "pictures-only"],
  [/no text layer/, "no-text-layer"],
  [/^in no known encoding|^binary/, "encoding"],
  [/error or verification page/, "error-page"],
  [/^no article text in the page|^not an HTML page/, "empty"],
  [/^the PDF cannot be read/, "damaged"],
  [/^not an article format/, "kind"],
  [/more than the \d+ MB/, "too-large"],
  [/^takes more than \d+ (?:s|MB) |^brings the program down/, "too-much"],
];

export function refusalOf(reason: string): Refusal {
  return REFUSALS.find(([pattern]) => pattern.test(reason))?.[1] ?? "unreadable";
}
