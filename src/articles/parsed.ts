/** The result of a format's parser: facts as the file states them, not yet checked, and the text as Markdown. */
export interface ParsedFile {
  readonly title: string | null;
  readonly author: string | null;
  readonly date: string | null;
  /** Offset for times without a zone; null when the format does not imply one. */
  readonly zone: "+08:00" | null;
  readonly url: string | null;
  readonly markdown: string;
  /** Lines of the page around the text that the parser left out: menus, running heads, page numbers. */
  readonly outside: readonly string[];
  /** Parts of the file that could not be read properly, each described in words. */
  readonly notes?: readonly string[];
}

/** Why a file cannot become an article. */
export type Unreadable =
  | "too-large"
  | "kind"
  | "empty"
  | "pictures-only"
  | "no-text-layer"
  | "encoding"
  | "error-page"
  | "damaged"
  | "too-much"
  | "unreadable";

/** A file that cannot become an article. Programs branch on `why`; the message is for the report. */
export class UnreadableFile extends Error {
  readonly why: Unreadable;

  constructor(why: Unreadable, message: string) {
    super(message);
    this.why = why;
  }
}
