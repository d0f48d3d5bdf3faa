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
export const isStaleQuery = (error: unknown): boolean => isComplaint(error, /query is too old/i);

export const isEntityComplaint = (error: unknown): boolean => isComplaint(error, /entit/i);

/** An edit that changes nothing. */
export const isUnchanged = (error: unknown): boolean => isComplaint(error, /not modified/i);

/** The message is deleted, or too old to be changed. */
export const isOutOfReach = (error: unknown): boolean => isComplaint(error, /can't be edited|not found/i);

/** Telegram says what is wrong in words alone. */
function isComplaint(error: unknown, about: RegExp): boolean {
  return error instanceof GrammyError && error.error_code === 400 && about.test(error.description);
}

/** Free of addresses and tokens, which the underlying network error holds. */
export function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
