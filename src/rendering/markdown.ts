import type { Emphasis, Heading, Link, List, ListItem, Paragraph, PhrasingContent, Root, Strong, Text } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { type Options, toMarkdown } from "mdast-util-to-markdown";
import { oneLine } from "../text/shorten.ts";

/**
 * What else programs read as markup, beyond GitHub's Markdown: formulas and tables, and in Obsidian highlights, comments,
 * tags and block references.
 */
const UNSAFE: Options["unsafe"] = [
  { character: "$", inConstruct: "phrasing" },
  { character: "|", inConstruct: "phrasing" },
  { character: "=", before: "=", inConstruct: "phrasing" },
  { character: "%", before: "%", inConstruct: "phrasing" },
  { character: "#", inConstruct: "phrasing" },
  { character: "^", inConstruct: "phrasing" },
  // Some take a bare "www." for an address, which the writer leaves alone.
  { character: ".", before: "[Ww]{3}", inConstruct: "phrasing" },
];

/** Text in the tree stays text: the writer escapes whatever a Markdown program could take for markup. */
export function writeMarkdown(root: Root): string {
  return toMarkdown(root, { extensions: [gfmToMarkdown()], unsafe: UNSAFE, bullet: "-", emphasis: "*", rule: "-" });
}

/** On one line, without control characters and marks of direction, which could make it read as something else. */
export function text(words: string): Text {
  return { type: "text", value: oneLine(words) };
}

export const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: "paragraph", children });
export const emphasis = (words: string): Emphasis => ({ type: "emphasis", children: [text(words.trim())] });
export const strong = (words: string): Strong => ({ type: "strong", children: [text(words.trim())] });
export const heading = (depth: 1 | 2, words: string): Heading => ({
  type: "heading",
  depth,
  children: [text(words.trim())],
});
export const list = (children: ListItem[]): List => ({ type: "list", ordered: false, spread: false, children });

/** The address itself, after the separator; nothing where it is not http(s). */
export function link(separator: string, url: string | null): (Text | Link)[] {
  if (url === null || !/^https?:\/\//i.test(url)) return [];
  return [text(separator), { type: "link", url, children: [text(url)] }];
}
