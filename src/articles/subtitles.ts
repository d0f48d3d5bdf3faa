import type { ParsedFile } from "./parsed.ts";

const CUE_TIME = /^\s*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}\s*-->\s*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}/;
const HEAD_LINES = 12;

/** SubRip or WebVTT: the spoken text, one paragraph per cue, without numbers and times. null if the text is neither. */
export function parseSubtitles(text: string): ParsedFile | null {
  if (!text.startsWith("WEBVTT") && !text.trimStart().split("\n", HEAD_LINES).some(isCueAtHead)) return null;
  const said: string[] = [];
  for (const block of text.split(/\n[ \t]*\n/)) {
    const lines = block.split("\n");
    const time = lines.findIndex((line) => CUE_TIME.test(line));
    if (time === -1) continue;
    const spoken = lines.slice(time + 1).map((line) => line.replace(/<[^<>]{0,100}>|\{\\[^{}]{0,100}\}/g, "").trim());
    // Rolling captions show a line again with the next one below it.
    for (const line of spoken) if (line !== "" && line !== said.at(-1)) said.push(line);
  }
  return { title: null, author: null, date: null, zone: null, url: null, markdown: said.join("\n\n"), outside: [] };
}

/** SubRip starts with the first cue's number and its time. */
const isCueAtHead = (line: string, index: number, lines: readonly string[]): boolean =>
  index <= 1 && CUE_TIME.test(line) && (index === 0 || /^\d+$/.test((lines[0] ?? "").trim()));
