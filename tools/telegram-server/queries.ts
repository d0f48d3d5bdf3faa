import { badRequest } from "./failure.ts";

interface Query<Answer> {
  readonly askedAtMs: number;
  readonly answer: Answer | null;
}

/** Callback or inline queries that wait for the bot: each takes one answer, in its time (#answercallbackquery). */
export class Queries<Answer> {
  readonly #queries = new Map<string, Query<Answer>>();
  readonly #prefix: string;
  readonly #waitMs: number;
  readonly #nowMs: () => number;

  constructor(prefix: string, waitMs: number, nowMs: () => number) {
    this.#prefix = prefix;
    this.#waitMs = waitMs;
    this.#nowMs = nowMs;
  }

  ask(): string {
    const id = `${this.#prefix}${this.#queries.size + 1}`;
    this.#queries.set(id, { askedAtMs: this.#nowMs(), answer: null });
    return id;
  }

  /** @throws ApiFailure 400 when it was never asked, has its answer or waited too long */
  answer(id: string, answer: Answer): void {
    const query = this.#queries.get(id);
    if (query === undefined || query.answer !== null || this.#nowMs() - query.askedAtMs > this.#waitMs) {
      throw badRequest("query is too old and response timeout expired or query ID is invalid");
    }
    this.#queries.set(id, { ...query, answer });
  }

  /** null while it waits or when there is no such query. */
  answerOf(id: string): Answer | null {
    return this.#queries.get(id)?.answer ?? null;
  }
}
