import { badRequest } from "./failure.ts";

/** Callback or inline queries that wait for the bot: each takes one answer (#answercallbackquery). */
export class Queries<Answer> {
  readonly #answers = new Map<string, Answer | null>();
  readonly #prefix: string;

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  ask(): string {
    const id = `${this.#prefix}${this.#answers.size + 1}`;
    this.#answers.set(id, null);
    return id;
  }

  /** @throws ApiFailure 400 when it was never asked or has its answer */
  answer(id: string, answer: Answer): void {
    if (this.#answers.get(id) !== null) {
      throw badRequest("query is too old and response timeout expired or query ID is invalid");
    }
    this.#answers.set(id, answer);
  }

  /** null while it waits or when there is no such query. */
  answerOf(id: string): Answer | null {
    return this.#answers.get(id) ?? null;
  }
}
