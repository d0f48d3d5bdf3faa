import type { Update } from "grammy/types";

export type UpdateKind = Exclude<keyof Update, "update_id">;
export type NewUpdate = Omit<Update, "update_id">;

/** Left out unless asked for (#getupdates, `allowed_updates`). */
const NOT_BY_DEFAULT: readonly string[] = ["chat_member", "message_reaction", "message_reaction_count"];

/** The updates not yet confirmed, oldest first; served by long polling or by a web-hook. */
export class UpdateQueue {
  #pending: readonly Update[] = [];
  #lastId = 0;
  #allowed: readonly string[] = [];

  get pending(): readonly Update[] {
    return this.#pending;
  }

  /** An empty list stands for all kinds but three; undefined leaves the setting as it is. */
  allow(kinds: readonly string[] | undefined): void {
    if (kinds !== undefined) this.#allowed = kinds;
  }

  get allowed(): readonly string[] {
    return this.#allowed;
  }

  /** Queues the update, unless its kind is not allowed. */
  push(update: NewUpdate): void {
    if (!this.#isAllowed(update)) return;
    this.#lastId += 1;
    this.#pending = [...this.#pending, { update_id: this.#lastId, ...update }];
  }

  #isAllowed(update: NewUpdate): boolean {
    const kinds = Object.keys(update);
    if (this.#allowed.length === 0) return !kinds.some((kind) => NOT_BY_DEFAULT.includes(kind));
    return kinds.every((kind) => this.#allowed.includes(kind));
  }

  /** Forgets all before `offset`; a negative one keeps that many from the end (#getupdates, `offset`). */
  confirm(offset: number): void {
    if (offset > 0) this.#pending = this.#pending.filter(({ update_id }) => update_id >= offset);
    if (offset < 0) this.#pending = this.#pending.slice(offset);
  }

  remove(updateId: number): void {
    this.#pending = this.#pending.filter(({ update_id }) => update_id !== updateId);
  }

  clear(): void {
    this.#pending = [];
  }
}
