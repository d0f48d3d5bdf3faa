import type { MessageEntity, User } from "grammy/types";
import type { MarkedText } from "../domain.ts";

/** Text with entities whose offsets are UTF-16 units, as Telegram counts them. */
export interface RichText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

/** Builds text and entities side by side, so that no offset is ever computed twice. */
export class RichTextBuilder {
  #text = "";
  readonly #entities: MessageEntity[] = [];

  plain(text: string): this {
    this.#text += text;
    return this;
  }

  bold(text: string): this {
    return this.#mark(text, (offset, length) => ({ type: "bold", offset, length }));
  }

  italic(text: string): this {
    return this.#mark(text, (offset, length) => ({ type: "italic", offset, length }));
  }

  /** In a font of even width. */
  pre(text: string): this {
    return this.#mark(text, (offset, length) => ({ type: "pre", offset, length }));
  }

  /** The marked ranges in bold; a link as `link` makes it. */
  marked({ text, marks }: MarkedText, url: string | null = null): this {
    const at = this.#text.length;
    this.link(text, url);
    for (const { start, end } of marks) this.#entities.push({ type: "bold", offset: at + start, length: end - start });
    return this;
  }

  /** A name that notifies its person, who need not have a username. */
  mention(name: string, user: User): this {
    return this.#mark(name, (offset, length) => ({ type: "text_mention", offset, length, user }));
  }

  /** Another text behind this one. */
  append({ text, entities }: RichText): this {
    const at = this.#text.length;
    this.#text += text;
    this.#entities.push(...entities.map((entity) => ({ ...entity, offset: entity.offset + at })));
    return this;
  }

  /** A quote that is shown in full. */
  blockquote(text: string): this {
    return this.#mark(text, (offset, length) => ({ type: "blockquote", offset, length }));
  }

  /** The sentence in bold among its neighbours, all in one quote that unfolds. */
  quoteAmong(before: string, sentence: string, after: string): this {
    const offset = this.#text.length;
    this.plain(before).bold(sentence).plain(after);
    this.#entities.push({ type: "expandable_blockquote", offset, length: this.#text.length - offset });
    return this;
  }

  /** A link where there is an http(s) address, else plain text. */
  link(text: string, url: string | null): this {
    if (url === null || !/^https?:\/\//i.test(url)) return this.plain(text);
    return this.#mark(text, (offset, length) => ({ type: "text_link", offset, length, url }));
  }

  build(): RichText {
    return { text: this.#text, entities: this.#entities };
  }

  #mark(text: string, entity: (offset: number, length: number) => MessageEntity): this {
    if (text !== "") this.#entities.push(entity(this.#text.length, text.length));
    this.#text += text;
    return this;
  }
}
