import type OpenAI from "openai";
import { APIError } from "openai";
import type { ChatCompletionChunk, ChatCompletionCreateParamsStreaming } from "openai/resources/chat/completions";
import { z } from "zod";
import type { ChatConfig } from "../../config.ts";
import type { Tokens } from "../../domain.ts";
import { AppError } from "../../errors.ts";
import type { ChatEvent, ChatModel, ChatRequest, Fetch } from "../../ports.ts";
import { createClient } from "./client.ts";
import { listModels, translateError } from "./errors.ts";
import { chatNames, type ServerNames } from "./names.ts";
import { giveWay, NOTHING_REFUSED, type Refusals } from "./refusals.ts";

const MOST_TOKENS = 1_000_000_000;

/** Sent with every request; learned once a process, not once a question. */
interface Manner {
  refusals: Refusals;
}

/** A chat model behind any OpenAI-compatible server. Neither temperature nor other tastes are sent: some models refuse them. */
export function createChatModel(config: ChatConfig, fetch: Fetch = globalThis.fetch): ChatModel {
  const client = createClient(config, config.timeoutMs, fetch);
  const names = chatNames(config);
  const manner: Manner = { refusals: NOTHING_REFUSED };
  return {
    name: config.model,
    async *stream(request, signal) {
      const timeout = new AbortController();
      const abort = signal === undefined ? timeout.signal : AbortSignal.any([signal, timeout.signal]);
      const deadline = setTimeout(() => timeout.abort(), config.timeoutMs);
      try {
        const chunks = await open(client, config.model, request, manner, abort);
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

/** What was left out is remembered only once the server took a request without it. */
async function open(
  client: OpenAI,
  model: string,
  request: ChatRequest,
  manner: Manner,
  signal: AbortSignal,
): Promise<AsyncIterable<ChatCompletionChunk>> {
  const { format } = manner.refusals;
  let refusals: Refusals = request.schema === null ? { ...manner.refusals, format: "none" } : manner.refusals;
  for (;;) {
    try {
      const chunks = await client.chat.completions.create(parameters(model, request, refusals), { signal });
      manner.refusals = request.schema === null ? { ...refusals, format } : refusals;
      return chunks;
    } catch (error) {
      const less = giveWay(refusals, error);
      if (less === null) throw error;
      refusals = less;
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

async function* readStream(chunks: AsyncIterable<ChatCompletionChunk>, names: ServerNames): AsyncIterable<ChatEvent> {
  let finish: "stop" | "length" | null = null;
  let usage: Tokens | null = null;
  for await (const chunk of chunks) {
    const choice = chunk.choices?.[0];
    const text = choice?.delta?.content;
    if (typeof text === "string" && text !== "") yield { kind: "text", text };
    if (choice?.finish_reason != null) finish = choice.finish_reason === "length" ? "length" : "stop";
    usage = tokensOf(chunk.usage) ?? usage;
  }
  if (finish === null)
    throw new AppError("model-cut", `${names.host} broke off in the middle of its answer. Try again.`);
  yield { kind: "end", finish, usage };
}

const TokenCount = z.int().min(0).max(MOST_TOKENS);
const ServerUsage = z.object({ prompt_tokens: TokenCount, completion_tokens: TokenCount });

/** null where the server does not tell, or tells nonsense: the counts are summed up and kept. */
function tokensOf(usage: unknown): Tokens | null {
  const { data } = ServerUsage.safeParse(usage);
  return data === undefined ? null : { promptTokens: data.prompt_tokens, completionTokens: data.completion_tokens };
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
