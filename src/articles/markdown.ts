import { parseFrontMatter } from "./front-matter.ts";
import { parseLabelledHead } from "./labelled-head.ts";
import { asNoteShows } from "./note-marks.ts";
import type { ParsedFile } from "./parsed.ts";

const FIRST_HEADING = /^\s*# (.+)(?:\n|$)/;

/** Any Markdown: with an exporter's header, with front matter, or bare. Without a title the first `# ` heading is it. */
export function parseMarkdown(text: string): ParsedFile {
  const front = parseFrontMatter(text) ?? bare(text);
  const file = { ...front, markdown: asNoteShows(front.markdown) };
  return withHeading(parseLabelledHead(file.markdown), file);
}

/** A head within the text after front matter fills what the front matter left open. */
function withHeading(head: ParsedFile | null, file: ParsedFile): ParsedFile {
  const { markdown } = head ?? file;
  const heading = FIRST_HEADING.exec(markdown);
  const date = file.date !== null ? file : (head ?? file);
  return {
    title: file.title ?? head?.title ?? heading?.[1]?.trim() ?? null,
    author: file.author ?? head?.author ?? null,
    date: date.date,
    zone: date.zone,
    url: file.url ?? head?.url ?? null,
    markdown: file.title !== null || head !== null || heading === null ? markdown : markdown.slice(heading[0].length),
    outside: [],
  };
}

const bare = (text: string): ParsedFile => ({
  title: null,
  author: null,
  date: null,
  zone: null,
  url: null,
  markdown: text,
  outside: [],
});
