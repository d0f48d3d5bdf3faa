import OpenAI, { APIError } from "openai";
import type { ChatCompletionChunk, ChatCompletionCreateParamsStreaming } from "openai/resources/chat/completions";
import type { ChatConfig } from "../../config.ts";
import { AppError } from "../../errors.ts";
import type { ChatEvent, ChatModel, ChatRequest, ChatUsage } from "../../ports.ts";
import { hostOf, listModels, type ServerNames, translateError } from "./errors.ts";

/** What this server was found to refuse; asked once a process, not once a question. */
interface Refusals {
  format: "json_schema" | "json_object" | "none";
  limit: "max_completion_tokens" | "max_tokens" | "none";
  usage: "ask" | "none";
}

/** A chat model behind any OpenAI-compatible server. Neither temperature nor other tastes are sent: some models refuse them. */
export function createChatModel(config: ChatConfig): ChatModel {
  const client = new OpenAI({
    apiKey: config.apiKey ?? "none",
    baseURL: config.baseUrl,
    timeout: config.timeoutMs,
    maxRetries: 2,
  });
  const names: ServerNames = {
    model: config.model,
    host: hostOf(config.baseUrl),
    keyVariable: "OPENAI_API_KEY",
    modelVariable: "CHAT_MODEL",
  };
  const refusals: Refusals = { format: "json_schema", limit: "max_completion_tokens", usage: "ask" };
  return {
    name: config.model,
    async *stream(request, signal) {
      const timeout = new AbortController();
      const abort = signal === undefined ? timeout.signal : AbortSignal.any([signal, timeout.signal]);
      const deadline = setTimeout(() => timeout.abort(), config.timeoutMs);
      try {
        const chunks = await open(client, config.model, request, refusals, abort);
        yield* readStream(withIdleTimeout(chunks, config.idleTimeoutMs, timeout), names);
      } catch (error) {
        if (signal?.aborted === true) throw error;
        if (timeout.signal.aborted)
          throw new AppError(
            "model-unreachable",
            `${names.host} was too slow to answer. Try again, or raise CHAT_TIMEOUT_MS.`,
            { cause: error },
          );
        const models = error instanceof APIError && error.status === 404 ? await listModels(client) : [];
        throw translateError(error, names, models);
      } finally {
        clearTimeout(deadline);
        timeout.abort();
      }
    },
  };
}

async function open(
  client: OpenAI,
  model: string,
  request: ChatRequest,
  refusals: Refusals,
  signal: AbortSignal,
): Promise<AsyncIterable<ChatCompletionChunk>> {
  for (;;) {
    try {
      return await client.chat.completions.create(parameters(model, request, refusals), { signal });
    } catch (error) {
      if (
        !(error instanceof APIError) ||
        (error.status !== 400 && error.status !== 422) ||
        !giveWay(refusals, error.message)
      )
        throw error;
    }
  }
}

function parameters(model: string, request: ChatRequest, refusals: Refusals): ChatCompletionCreateParamsStreaming {
  const { schema } = request;
  return {
    model,
    messages: [...request.messages],
    stream: true,
    ...(refusals.usage === "ask" ? { stream_options: { include_usage: true } } : {}),
    ...(refusals.limit === "none" ? {} : { [refusals.limit]: request.maxTokens }),
    ...(schema === null || refusals.format === "none" ? {} : { response_format: format(schema, refusals.format) }),
  };
}

function format(schema: NonNullable<ChatRequest["schema"]>, kind: "json_schema" | "json_object") {
  if (kind === "json_object") return { type: "json_object" as const };
  return { type: "json_schema" as const, json_schema: { name: schema.name, schema: { ...schema.body }, strict: true } };
}

/** Drops what the message complains of; true when there is something left to try. */
function giveWay(refusals: Refusals, message: string): boolean {
  if (/stream_options|include_usage/i.test(message) && refusals.usage === "ask") refusals.usage = "none";
  else if (/max_(completion_)?tokens/i.test(message) && refusals.limit !== "none")
    refusals.limit = refusals.limit === "max_completion_tokens" ? "max_tokens" : "none";
  else if (refusals.format !== "none") refusals.format = refusals.format === "json_schema" ? "json_object" : "none";
  else return false;
  return true;
}

async function* readStream(chunks: AsyncIterable<ChatCompletionChunk>, names: ServerNames): AsyncIterable<ChatEvent> {
  let finish: "stop" | "length" | null = null;
  let usage: ChatUsage | null = null;
  for await (const chunk of chunks) {
    const choice = chunk.choices?.[0];
    const text = choice?.delta?.content;
    if (typeof text === "string" && text !== "") yield { kind: "text", text };
    if (choice?.finish_reason != null) finish = choice.finish_reason === "length" ? "length" : "stop";
    if (chunk.usage != null)
      usage = { promptTokens: chunk.usage.prompt_tokens, completionTokens: chunk.usage.completion_tokens };
  }
  if (finish === null)
    throw new AppError("model-cut", `${names.host} broke off in the middle of its answer. Try again.`);
  yield { kind: "end", finish, usage };
}

async function* withIdleTimeout<T>(
  source: AsyncIterable<T>,
  idleMs: number,
  controller: AbortController,
): AsyncIterable<T> {
  let timer = setTimeout(() => controller.abort(), idleMs);
  try {
    for await (const item of source) {
      clearTimeout(timer);
      yield item;
      timer = setTimeout(() => controller.abort(), idleMs);
    }
    if (controller.signal.aborted) throw new Error("idle");
  } finally {
    clearTimeout(timer);
  }
}
