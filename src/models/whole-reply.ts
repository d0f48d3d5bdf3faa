import type { Tokens } from "../domain.ts";
import { AppError } from "../errors.ts";
import type { ChatModel, ChatRequest } from "../ports.ts";
import { sumTokens } from "./tokens.ts";

export interface WholeReply {
  readonly text: string;
  readonly usage: Tokens | null;
}

/**
 * A reply that is read only once it is whole; one that its limit cut is asked for once more with more room. Some servers go on after
 * the signal: whatever they do, it ends the wait. @throws AppError model-*, the signal's reason
 */
export async function wholeReply(model: ChatModel, request: ChatRequest, signal: AbortSignal): Promise<WholeReply> {
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  return Promise.race([readWithRoom(model, request, signal), aborted]);
}

async function readWithRoom(model: ChatModel, request: ChatRequest, signal: AbortSignal): Promise<WholeReply> {
  const first = await read(model, request, signal);
  if (first.finish !== "length") return first;
  const { text, usage, finish } = await read(model, { ...request, room: "more" }, signal);
  if (finish === "length")
    throw new AppError("model-length", `${model.name} reached the limit of its reply. Raise CHAT_MAX_TOKENS.`);
  return { text, usage: sumTokens(first.usage, usage) };
}

async function read(model: ChatModel, request: ChatRequest, signal: AbortSignal) {
  let text = "";
  for await (const event of model.stream(request, signal)) {
    if (event.kind === "text") text += event.text;
    else return { text, usage: event.usage, finish: event.finish };
  }
  return { text, usage: null, finish: "untold" as const };
}
