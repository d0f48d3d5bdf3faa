import type { MessageOrigin } from "grammy/types";
import type { NewArticle } from "../../adding/additions.ts";
import { beginning } from "../../text/shorten.ts";

const LONGEST_TITLE_CHARS = 80;

export interface Post {
  readonly text: string;
  readonly origin: MessageOrigin;
  readonly pictures: "one" | "none";
}

/** A forwarded post as a Markdown file: the first line is its title, where it came from stands in the front matter. */
export function postAsArticle({ text, origin, pictures }: Post): NewArticle {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const { title, rest } = titleOf(lines, origin);
  const facts = { title: escaped(title), author: escaped(authorOf(origin)), date: dateOf(origin), url: urlOf(origin) };
  const header = Object.entries(facts).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${quoted(value)}`],
  );
  const body = [...(pictures === "one" ? ["![](photo)"] : []), ...rest.map(escaped)];
  const markdown = `---\n${header.join("\n")}\n---\n\n${body.join("\n\n")}\n`;
  return { name: `${dateOf(origin).slice(0, 10)} ${title}`, extension: ".md", bytes: Buffer.from(markdown, "utf8") };
}

/** A line that is all there is stays the text: a title that says the same would take its place. */
function titleOf(lines: readonly string[], origin: MessageOrigin): { title: string; rest: readonly string[] } {
  const [first = "", ...rest] = lines;
  if (first.length > LONGEST_TITLE_CHARS) return { title: `${cut(first)}…`, rest: lines };
  if (rest.length > 0) return { title: first, rest };
  return { title: `${authorOf(origin)} · ${dateOf(origin).slice(0, 10)}`, rest: lines };
}

/** A JSON string is a YAML string (YAML 1.2, section 1.3); a lone surrogate is none in UTF-8. */
const quoted = (value: string): string => JSON.stringify(value.toWellFormed());

/** So that signs of the text are no markup. */
const escaped = (text: string): string => text.replace(/[\\*_`[\]#>~|]|(?<=\])\(/g, "\\$&");

function cut(text: string): string {
  const sentence = /^.{10,}?[。！？!?；;.](?=\s|$|[^\w.])/u.exec(text.slice(0, LONGEST_TITLE_CHARS))?.[0];
  return (sentence ?? beginning(text, LONGEST_TITLE_CHARS)).replace(/[。.；;]$/, "");
}

function authorOf(origin: MessageOrigin): string {
  switch (origin.type) {
    case "channel":
      return named(origin.chat.title, origin.author_signature);
    case "chat":
      return named("title" in origin.sender_chat ? (origin.sender_chat.title ?? "") : "", origin.author_signature);
    case "user":
      return [origin.sender_user.first_name, origin.sender_user.last_name]
        .filter((part) => part !== undefined)
        .join(" ");
    case "hidden_user":
      return origin.sender_user_name;
  }
}

const named = (title: string, signature: string | undefined): string =>
  signature === undefined ? title : `${title} (${signature})`;

const dateOf = (origin: MessageOrigin): string => new Date(origin.date * 1000).toISOString();

/** Only public channels have addresses that everybody can open. */
function urlOf(origin: MessageOrigin): string | null {
  if (origin.type !== "channel" || !("username" in origin.chat) || origin.chat.username === undefined) return null;
  return `https://t.me/${origin.chat.username}/${origin.message_id}`;
}
