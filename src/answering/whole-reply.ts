import type { Tokens } from "../domain.ts";
import type { ChatModel, ChatRequest } from "../ports.ts";

export interface WholeReply {
  readonly text: string;
  readonly usage: Tokens | null;
}

/** Some servers go on after the signal: whatever they do, it ends the wait. @throws AppError model-*, the signal's reason */
export async function wholeReply(model: ChatModel, request: ChatRequest, signal: AbortSignal): Promise<WholeReply> {
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  return Promise.race([read(model, request, signal), aborted]);
}

async function read(model: ChatModel, request: ChatRequest, signal: AbortSignal): Promise<WholeReply> {
  let text = "";
  let usage: Tokens | null = null;
  for await (const event of model.stream(request, signal)) {
    if (event.kind === "text") text += event.text;
    else usage = event.usage;
  }
  return { text, usage };
}
