import type { Message } from "grammy/types";
import { shownMessage } from "./shown-message.ts";

const TIME = /\d\d:\d\d UTC/g;

/** What was said, in its order, as Markdown. */
export class Transcript {
  readonly #parts: string[] = [];
  readonly #hidden: readonly (readonly [what: string, shownAs: string])[];

  /** `hidden`: what differs from day to day, and how it is shown instead. */
  constructor(hidden: readonly (readonly [what: string, shownAs: string])[]) {
    this.#hidden = hidden;
  }

  /** What happens outside the chats. */
  tells(text: string): void {
    this.#parts.push(text);
  }

  chapter(title: string): void {
    this.#parts.push(`## ${title}`);
  }

  acts(person: string, what: string): void {
    this.#parts.push(`**${person}:** ${what}`);
  }

  shows(who: string, text: string): void {
    this.#parts.push(`**${who}:**\n\n\`\`\`text\n${text}\n\`\`\``);
  }

  answers(messages: readonly Message[]): void {
    for (const message of messages) this.shows("Footnote", shownMessage(message));
  }

  toString(): string {
    const text = `${this.#parts.join("\n\n")}\n`.replace(TIME, "(time) UTC");
    return this.#hidden.reduce((shown, [what, shownAs]) => shown.replaceAll(what, shownAs), text);
  }
}
