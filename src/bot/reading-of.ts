import type { Reading } from "../domain.ts";
import type { ReadRequest } from "../library/library.ts";
import { describe } from "./delivery.ts";
import type { BotDeps } from "./deps.ts";

/** null where it cannot be read now: answering fails in the same way, and says so. */
export async function readingOf(
  text: string,
  quotes: NonNullable<ReadRequest["quotes"]>,
  { library, logger }: BotDeps,
): Promise<Reading | null> {
  try {
    return await library.read({ text, quotes });
  } catch (error) {
    logger.warn("a message could not be read", { error: describe(error) });
    return null;
  }
}
