import { beginning } from "./shorten.ts";

/** More words do not find more, and cost time with each passage; a typed question is rarely longer. */
export const LONGEST_QUESTION_CHARS = 2_000;
/** A question that stands in front of or behind a pasted text is no longer than this. */
const LONGEST_ASKED_CHARS = 300;
/** Enough of the pasted text to tell what "this" is, and not so much that it drowns what is asked. */
const CONTEXT_CHARS = 120;

const ASKED_LAST = /(?:^|[。！？.!?…])([^。！？.!?…]+[?？])\s*$/;
const ASKED_FIRST = /^[^。！？.!?…]+[?？]/;

/** Of a longer text what is asked in front of it or behind it, and how the rest begins; else its beginning and its end. */
export function shortenQuestion(text: string): string {
  if (text.length <= LONGEST_QUESTION_CHARS) return text;
  const last = ASKED_LAST.exec(text.slice(-LONGEST_ASKED_CHARS))?.[1];
  if (last !== undefined) return `${last.trim()} … ${beginning(text, CONTEXT_CHARS)}`.toWellFormed();
  const first = ASKED_FIRST.exec(text.slice(0, LONGEST_ASKED_CHARS))?.[0];
  if (first !== undefined) return beginning(text, first.length + CONTEXT_CHARS);
  const half = LONGEST_QUESTION_CHARS / 2 - 2;
  return `${beginning(text, half)} … ${text.slice(-half).replace(/^[\udc00-\udfff]/, "")}`;
}
