const HEAD_CHARS = 4_000;

/** What programs that save pages write into a comment at the head: SingleFile, monolith, browsers. The day is that of saving. */
export function savedPageNote(html: string): { readonly url: string | null; readonly date: string | null } {
  const head = html.slice(0, HEAD_CHARS);
  const single = /<!--\s*Page saved with SingleFile\s+url:\s*(\S+)(?:\s+saved date:\s*([^\n]+))?/i.exec(head);
  if (single !== null) return { url: single[1] ?? null, date: single[2]?.replace(/-->.*/, "").trim() ?? null };
  const other = /<!--\s*Saved from (?:url=\(\d+\))?(\S+?)(?:\s+at\s+(\S+)\s[^\n]*)?\s*-->/i.exec(head);
  return { url: other?.[1] ?? null, date: other?.[2] ?? null };
}
