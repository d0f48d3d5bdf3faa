import { AppError } from "../../src/errors.ts";

/** Tells whoever waits that something happened on the server. */
export class Changes {
  readonly #listeners = new Set<() => void>();

  tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  /** Calls `listener` on each change until the returned function is called. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Resolves with the first value of `look` that is not null, undefined or false; looks now and after each change.
   * @throws AppError telegram after `timeoutMs`, with what `describe` says
   */
  waitFor<T>(look: () => T | null | undefined | false, timeoutMs: number, describe: () => string): Promise<T> {
    return new Promise((resolve, reject) => {
      const finish = (end: () => void) => {
        clearTimeout(timer);
        stop();
        end();
      };
      const check = () => {
        try {
          const found = look();
          if (found !== null && found !== undefined && found !== false) finish(() => resolve(found));
        } catch (error) {
          finish(() => reject(error));
        }
      };
      const stop = this.onChange(check);
      const timer = setTimeout(() => {
        const why = `Nothing fitted within ${timeoutMs} ms. ${describe()} Wait longer, or look at what was called.`;
        finish(() => reject(new AppError("telegram", why)));
      }, timeoutMs);
      check();
    });
  }
}
