import type { Message } from "grammy/types";
import type { Sending, UploadedFile } from "../../../tools/telegram-server/server.ts";
import { buttonRows } from "./shown-message.ts";
import type { FirstDayStage } from "./stage.ts";
import type { Transcript } from "./transcript.ts";

export interface Person {
  readonly name: string;
  readonly id: number;
  readonly languageCode: string;
}

/** One person in one chat: does something, waits for so many answers, and has both written down. */
export class Actor {
  readonly #person: Person;
  readonly #chat: number;
  readonly #stage: FirstDayStage;
  readonly #transcript: Transcript;

  constructor(person: Person, chat: number, stage: FirstDayStage, transcript: Transcript) {
    this.#person = person;
    this.#chat = chat;
    this.#stage = stage;
    this.#transcript = transcript;
  }

  says(text: string, answers = 1, shown = text): Promise<readonly Message[]> {
    return this.#does(shown, answers, () => this.#stage.server.sendText(text, this.#sending));
  }

  sends(files: readonly UploadedFile[]): Promise<readonly Message[]> {
    return this.#does(files.map(({ name }) => `📎 ${name}`).join(", "), 1, () => {
      for (const file of files) this.#stage.server.sendDocument(file, this.#sending);
    });
  }

  presses(message: Message | undefined, label: string, answers = 1): Promise<readonly Message[]> {
    return this.#does(`presses [ ${label} ]`, answers, () => this.#press(message, label));
  }

  /** What the bot says next, unasked. */
  async hears(): Promise<Message | undefined> {
    this.#transcript.tells(`_To ${this.#person.name}:_`);
    const [message] = await this.#stage.next(this.#chat, 1);
    if (message !== undefined) this.#transcript.answers([message]);
    return message;
  }

  /** A press that is answered on the screen only. */
  async pressesForToast(message: Message | undefined, label: string): Promise<void> {
    this.#transcript.acts(this.#person.name, `presses [ ${label} ]`);
    const query = this.#press(message, label);
    const { text } = await this.#stage.until(() => this.#stage.server.callbackAnswer(query));
    this.#transcript.shows("On the screen", text);
  }

  /** The buttons of a message once one of them is labelled so; gives the message as it is then. */
  async sees(message: Message | undefined, label: string): Promise<Message> {
    const { server, until } = this.#stage;
    const changed = await until(() =>
      server
        .history(this.#chat)
        .find((each) => each.message_id === message?.message_id && buttonRows(each).join().includes(`[ ${label} ]`)),
    );
    this.#transcript.shows("The buttons now", buttonRows(changed).join("\n"));
    return changed;
  }

  /** A text file that the bot sent. */
  opens(message: Message | undefined): void {
    const { bytes } = this.#stage.server.file(message?.document?.file_id ?? "");
    this.#transcript.shows("In the file", Buffer.from(bytes).toString("utf8").trim());
  }

  get #sending(): Sending {
    return { from: this.#person.id, chat: this.#chat, languageCode: this.#person.languageCode };
  }

  #press(message: Message | undefined, label: string): string {
    const buttons = message?.reply_markup?.inline_keyboard.flat() ?? [];
    const found = buttons.find(({ text }) => text === label);
    if (message === undefined || found === undefined || !("callback_data" in found))
      throw new Error(`There is no button "${label}" among: ${buttons.map(({ text }) => text).join(", ")}.`);
    return this.#stage.server.pressButton(this.#chat, message.message_id, found.callback_data, this.#person.id);
  }

  async #does(what: string, answers: number, act: () => void): Promise<readonly Message[]> {
    this.#transcript.acts(this.#person.name, what);
    act();
    const messages = await this.#stage.next(this.#chat, answers);
    this.#transcript.answers(messages);
    return messages;
  }
}
