import type { HttpError } from "grammy";
import { AppError } from "../errors.ts";

/** Before anything was sent: refused, not found, or not even the proxy was reached. */
const NEVER_CONNECTED = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"]);

export function neverConnected(error: HttpError): boolean {
  return proxyFailure(error) !== null || NEVER_CONNECTED.has(codeOf(error.error) ?? "");
}

/** Why an answer makes no sense: a page to sign in to the network, say. */
export const NO_BOT_API = "what answers there is no Bot API server";

/** The failure of the proxy that stood in between, in its own words. */
export function proxyFailure({ error }: HttpError): AppError | null {
  return error instanceof AppError && error.code === "proxy" ? error : null;
}

/** ECONNRESET and the like where there is one, else which call failed; free of addresses, which hold the token. */
export function reasonOf({ error, message }: HttpError): string {
  if (error instanceof SyntaxError) return NO_BOT_API;
  return codeOf(error) ?? message;
}

/** fetch wraps what went wrong into a TypeError. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  return "code" in error && typeof error.code === "string" ? error.code : codeOf(error.cause);
}
