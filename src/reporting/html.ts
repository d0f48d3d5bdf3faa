/** Markup that may stand in a page as it is; made by `html` or from our own constants, never from an article. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

type Value = string | number | Html | readonly Html[];

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
// A page has no place for these, and direction marks could make a file name read as another.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not reach the page
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** Markup with values put in: strings are text, escaped for element content and for quoted attributes alike. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  let markup = parts[0] ?? "";
  for (const [index, value] of values.entries()) markup += `${markupOf(value)}${parts[index + 1] ?? ""}`;
  return new Html(markup);
}

function markupOf(value: Value): string {
  if (typeof value === "string") return escapeText(value);
  if (typeof value === "number") return String(value);
  return value instanceof Html ? value.markup : value.map(({ markup }) => markup).join("");
}

/** Text as a page shows it; what cannot be shown becomes `�`. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(UNPRINTABLE, "\ufffd")
    .replace(/[&<>"']/g, (char) => ESCAPES[char] ?? "");
}

export const NOTHING = new Html("");
