import type OpenAI from "openai";
import { APIError } from "openai";
import type { ChatCompletionCreateParamsStreaming } from "openai/resources/chat/completions";
import type { ChatConfig } from "../../config.ts";
import type { Tokens } from "../../domain.ts";
import { AppError } from "../../errors.ts";
import type { ChatEvent, ChatModel, ChatRequest, Fetch } from "../../ports.ts";
import { createClient } from "./client.ts";
import { listModels, translateError, translateFailure } from "./errors.ts";
import { chatNames, type ServerNames } from "./names.ts";
import { readChunk } from "./read-chunk.ts";
import { DONE, readEvents } from "./read-events.ts";
import { giveWay, NOTHING_REFUSED, type Refusals } from "./refusals.ts";

/** What `room: "more"` multiplies the limit of a reply by. */
const MORE_ROOM = 4;

/** Learned once a process, not once a question. */
interface Manner {
  refusals: Refusals;
  /** `more` once a reply was whole only then: the model thinks longer than its limit, and will again. */
  room: ChatRequest["room"];
}

/** A chat model behind any OpenAI-compatible server. Neither temperature nor other tastes are sent: some models refuse them. */
export function createChatModel(config: ChatConfig, fetch: Fetch = globalThis.fetch): ChatModel {
  const client = createClient(config, config.timeoutMs, fetch);
  const names = chatNames(config);
  const manner: Manner = { refusals: NOTHING_REFUSED, room: "usual" };
  return {
    name: config.model,
    async *stream(request, signal) {
      const timeout = new AbortController();
      const abort = signal === undefined ? timeout.signal : AbortSignal.any([signal, timeout.signal]);
      const deadline = setTimeout(() => timeout.abort(), config.timeoutMs);
      try {
        const roomy: ChatRequest = { ...request, maxTokens: tokensFor(request, config, manner) };
        const values = await open(client, config.model, roomy, manner, abort);
        for await (const event of readStream(withIdleTimeout(values, config.idleTimeoutMs, timeout), names)) {
          if (event.kind === "end" && event.finish === "stop" && request.room === "more") manner.room = "more";
          yield event;
        }
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

function tokensFor(request: ChatRequest, { maxTokens }: ChatConfig, manner: Manner): number {
  const usual = Math.max(request.maxTokens, maxTokens ?? 0);
  return request.room === "more" || manner.room === "more" ? MORE_ROOM * usual : usual;
}

/** What was left out is remembered only once the server took a request without it. */
async function open(
  client: OpenAI,
  model: string,
  request: ChatRequest,
  manner: Manner,
  signal: AbortSignal,
): Promise<AsyncIterable<unknown>> {
  const { format } = manner.refusals;
  let refusals: Refusals = request.schema === null ? { ...manner.refusals, format: "none" } : manner.refusals;
  for (;;) {
    try {
      const sent = client.chat.completions.create(parameters(model, request, refusals), { signal });
      const { body } = await sent.asResponse();
      manner.refusals = request.schema === null ? { ...refusals, format } : refusals;
      return body === null ? noValues() : readEvents(body);
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

async function* noValues(): AsyncIterable<unknown> {}

async function* readStream(values: AsyncIterable<unknown>, names: ServerNames): AsyncIterable<ChatEvent> {
  let text = "";
  let finish: string | null = null;
  let usage: Tokens | null = null;
  let last: unknown = null;
  for await (last of values) {
    if (last === DONE) break;
    const chunk = readChunk(last);
    if (chunk.failure !== null) throw translateFailure(chunk.failure, names);
    const fresh = withoutRepeated(text, chunk.text);
    text += fresh;
    if (fresh !== "") yield { kind: "text", text: fresh };
    finish = chunk.finish ?? finish;
    usage = chunk.usage ?? usage;
  }
  if (last === null)
    throw new AppError(
      "model-unusable",
      `${names.host} sent no answer that can be read. Is ${names.addressVariable} right? (Most addresses end in /v1.)`,
    );
  if (finish === null && last !== DONE) throw cut(names);
  yield { kind: "end", finish: finishOf(finish, names), usage };
}

/** Some servers send all that was said so far with each event. */
function withoutRepeated(before: string, text: string): string {
  const isRepeated = before.length >= 4 && text.length >= before.length && text.startsWith(before);
  return isRepeated ? text.slice(before.length) : text;
}

const LIMIT = /^(?:length|max_tokens|max_output_tokens)$/i;
const FILTER = /filter|sensitive|safety|refus|prohibited/i;
const FAILURE = /error|insufficient|abort|cancel/i;

/** @throws AppError model-filtered, model-cut */
function finishOf(finish: string | null, names: ServerNames): "stop" | "length" | "untold" {
  if (finish === null) return "untold";
  if (LIMIT.test(finish)) return "length";
  if (FILTER.test(finish)) throw translateFailure({ status: undefined, words: "content_filter" }, names);
  if (FAILURE.test(finish)) throw cut(names);
  return "stop";
}

const cut = ({ host }: ServerNames): AppError =>
  new AppError("model-cut", `${host} broke off in the middle of its answer. Try again.`);

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
