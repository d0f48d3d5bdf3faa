/** An article as its file gives it, before cleaning: `markdown` may still hold anything. */
export interface Draft {
  readonly title: string | null;
  readonly author: string | null;
  /** As written; dates.ts reads it. */
  readonly date: string | null;
  readonly url: string | null;
  readonly markdown: string;
}
