import { GrammyError, HttpError } from "grammy";

/** No reply, or one from a broken server: what was sent may have arrived, so sending it again could show it twice. */
export function mayHaveArrived(error: unknown): boolean {
  return error instanceof HttpError || (error instanceof GrammyError && error.error_code >= 500);
}

/** The person blocked the bot, or the group removed it. */
export function isUnwanted(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 403;
}

/** Whoever pressed or typed has long gone on; only its own time, or a restart, makes it so. */
export function isStaleQuery(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 400 && error.description.includes("query is too old");
}

export function isEntityComplaint(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 400 && /entit/i.test(error.description);
}

/** Free of addresses and tokens, which the underlying network error holds. */
export function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
