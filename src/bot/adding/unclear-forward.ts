import type { Message } from "grammy/types";
import { isBareLink } from "../../text/links.ts";

/** A forwarded line that is no longer may as well be something to ask about as something to keep. */
const SHORT_CHARS = 60;
const LONGEST_QUESTION_CHARS = 300;
const ASKS = /[?？]["'”’」』）)\s]{0,5}$|[吗呢][。.!！~～\s]{0,5}$/u;

/** A forwarded link is a link, as if it had been typed. */
export const isForwardedLink = (message: Message): boolean =>
  message.forward_origin !== undefined && message.text !== undefined && isBareLink(message.text);

/** Whether a forwarded message may be a question rather than an article. */
export function isUnclear(message: Message): boolean {
  if (message.forward_origin === undefined || message.document !== undefined) return false;
  const text = (message.text ?? message.caption ?? "").trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return false;
  if (text.length <= SHORT_CHARS && !text.includes("\n")) return true;
  return text.length <= LONGEST_QUESTION_CHARS && ASKS.test(text);
}
