import type { BlockContent, DefinitionContent, ListItem, PhrasingContent, Root } from "mdast";
import type { CitedArticle, KeptClaim, KeptReply, Language, StoredReply } from "../domain.ts";
import { fileStem } from "../text/file-name.ts";
import { byline, missingNotes } from "./article-facts.ts";
import { Footnotes } from "./footnotes.ts";
import { emphasis, heading, link, list, paragraph, strong, text, writeMarkdown } from "./markdown.ts";
import { type Say, sayIn } from "./say.ts";
import { commonMark, shownAs } from "./verification.ts";

export interface TakenAway {
  readonly fileName: string;
  readonly markdown: string;
}

type Block = BlockContent | DefinitionContent;

/** One reply as a Markdown file: the question as heading, a footnote for each cited sentence. */
export function replyAsFile(stored: StoredReply): TakenAway {
  const footnotes = new Footnotes();
  const blocks = [...section(stored, 1, footnotes), ...legend([stored], sayIn(stored.reply.language))];
  return { fileName: fileNameFor(stored.at, stored.reply.question), markdown: write(blocks, footnotes) };
}

/**
 * All replies of a conversation, oldest first, with footnotes numbered through. At least one reply. `lost`: how many
 * earlier ones are kept no more.
 */
export function conversationAsFile(all: readonly StoredReply[], lost: number, language: Language): TakenAway {
  const say = sayIn(language);
  const footnotes = new Footnotes();
  const sections = all.flatMap((stored) => section(stored, 2, footnotes));
  const title = say("conversation-of", { day: all[0]?.at.slice(0, 10) ?? "" });
  const loss = lost === 0 ? [] : [paragraph(emphasis(say("conversation-lost", { count: lost })))];
  const blocks = [heading(1, title), ...loss, ...sections, ...legend(all, say)];
  return { fileName: fileNameFor(all.at(-1)?.at ?? "", say("conversation")), markdown: write(blocks, footnotes) };
}

function section({ reply, at }: StoredReply, depth: 1 | 2, footnotes: Footnotes): Block[] {
  const say = sayIn(reply.language);
  return [
    heading(depth, reply.question),
    paragraph(emphasis(say("asked-at", { at: `${at.slice(0, 10)} ${at.slice(11, 16)}` }))),
    ...(reply.only === null ? [] : [onlyLine(reply.only, say)]),
    ...(reply.opening === null ? [] : [paragraph(strong(reply.opening))]),
    ...(reply.direct === null ? [] : [directLine(reply.direct, footnotes, say)]),
    ...claims(reply, footnotes, say),
    ...reply.notes.map((note) => paragraph(emphasis(note))),
    ...nearest(reply.nearest, say),
  ];
}

function onlyLine({ title, url }: CitedArticle, say: Say): Block {
  return paragraph(emphasis(say("scoped")), text(` ${title}`), ...link(" · ", url));
}

function directLine({ text: words, sentences }: KeptClaim, footnotes: Footnotes, say: Say): Block {
  return paragraph(text("→ "), strong(words), ...footnotes.refer(sentences, say));
}

/** What was written flows, or is a list where it was one; what was quoted is a list. Below what is to be compared stand its sentences. */
function claims(reply: KeptReply, footnotes: Footnotes, say: Say): Block[] {
  const common = commonMark(reply.claims.flatMap(({ mark }) => (mark === null ? [] : { mark })));
  const lines = reply.claims.map((claim): Line => {
    const { text: words, mark, sentences } = claim;
    const { text: shown, sign } = mark === null ? { text: words, sign: "" } : shownAs(words, mark, common, say);
    const below = mark === "compare" ? [...new Set(sentences.map(({ text }) => text))] : [];
    return { claim, words: [text(shown), ...footnotes.refer(sentences, say), text(sign)], below };
  });
  const isList = reply.layout === "list" || reply.claims.some(({ mark }) => mark === null);
  return isList ? listOf(lines) : paragraphsOf(lines);
}

interface Line {
  readonly claim: KeptClaim;
  readonly words: PhrasingContent[];
  /** Sentences to be compared. */
  readonly below: readonly string[];
}

const quoteOf = (sentences: readonly string[]): Block[] =>
  sentences.length === 0 ? [] : [{ type: "blockquote", children: sentences.map((each) => paragraph(text(each))) }];

function listOf(lines: readonly Line[]): Block[] {
  if (lines.length === 0) return [];
  const items = lines.map(
    ({ words, below }): ListItem => ({
      type: "listItem",
      spread: false,
      children: [paragraph(...words), ...(quoteOf(below) as BlockContent[])],
    }),
  );
  return [list(items)];
}

function paragraphsOf(lines: readonly Line[]): Block[] {
  const parts = lines.reduce<Line[][]>((all, line) => {
    const last = all.at(-1);
    const isApart =
      line.claim.startsParagraph === true || line.below.length > 0 || last?.some(({ below }) => below.length > 0);
    if (last === undefined || isApart) all.push([line]);
    else last.push(line);
    return all;
  }, []);
  return parts.flatMap((part) => [
    paragraph(...part.flatMap(({ words }, index) => (index === 0 ? words : [text(" "), ...words]))),
    ...quoteOf(part.flatMap(({ below }) => below)),
  ]);
}

function nearest(articles: readonly CitedArticle[], say: Say): Block[] {
  if (articles.length === 0) return [];
  const items = articles.map((article): ListItem => {
    const missing = missingNotes(article, say);
    const facts = [article.title, byline(article, say), ...(missing === "" ? [] : [missing])].join(" · ");
    return { type: "listItem", spread: false, children: [paragraph(text(facts), ...link(" · ", article.url))] };
  });
  return [paragraph(text(say("nearest"))), list(items)];
}

/** The file is read without the bot at hand. */
function legend(all: readonly StoredReply[], say: Say): Block[] {
  const isMarked = all.some(({ reply }) => reply.claims.some(({ mark }) => mark !== null));
  return isMarked ? [{ type: "thematicBreak" }, paragraph(text(say("marks-explained")))] : [];
}

function write(blocks: readonly Block[], footnotes: Footnotes): string {
  const root: Root = { type: "root", children: [...blocks, ...footnotes.definitions()] };
  return writeMarkdown(root);
}

function fileNameFor(at: string, words: string): string {
  return `${[at.slice(0, 10), fileStem(words)].filter((part) => part !== "").join("-")}.md`;
}
