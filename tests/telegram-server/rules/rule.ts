/** Who plays: the person's private chat with the bot, and a group where both are. */
export const PRIVATE = 42;
export const GROUP = -100;

/** What a call has to answer: `ok`, or the code and description of the real server. */
export interface Rule {
  /** Section of core.telegram.org/bots/api that states it, or how else it is known. */
  readonly source: string;
  readonly when: string;
  readonly method: string;
  readonly params: object;
  readonly answer: "ok" | readonly [code: number, description: string];
}

export const refused = (why: string): Rule["answer"] => [400, `Bad Request: ${why}`];

export const KEYS = { reply_markup: { inline_keyboard: [[{ text: "1", callback_data: "source:1" }]] } };
export const bold = (offset: number, length: number) => ({ entities: [{ type: "bold", offset, length }] });
export const text = (params: object) => ({ chat_id: PRIVATE, text: "hello", ...params });
