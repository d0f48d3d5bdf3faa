import OpenAI, { APIError } from "openai";
import type { EmbeddingConfig } from "../../config.ts";
import { AppError } from "../../errors.ts";
import type { Embedder } from "../../ports.ts";
import { hostOf, listModels, type ServerNames, translateError } from "./errors.ts";

const BATCH_TOKENS = 8_000;
const BATCH_TEXTS = 128;
const REQUESTS_AT_ONCE = 4;
/** Most embedding models read no more; one text never makes a whole batch fail. */
const LONGEST_TEXT_CHARS = 6_000;

/** Embeddings of any OpenAI-compatible server. Asks for one vector first, to know its length. @throws AppError model-*, embedding-dimensions */
export async function createRemoteEmbedder(config: EmbeddingConfig): Promise<Embedder> {
  const client = new OpenAI({
    apiKey: config.apiKey ?? "none",
    baseURL: config.baseUrl,
    timeout: config.timeoutMs,
    maxRetries: 2,
  });
  const names: ServerNames = {
    model: config.model,
    host: hostOf(config.baseUrl),
    keyVariable: "EMBEDDING_API_KEY",
    modelVariable: "EMBEDDING_MODEL",
  };
  const request = (model: string, texts: readonly string[], signal?: AbortSignal) =>
    requestVectors(client, config, { ...names, model }, texts, signal);
  const [probe] = await request(config.queryModel, ["length"]);
  const dimensions = probe?.length ?? 0;
  const embed = async (model: string, texts: readonly string[], signal?: AbortSignal) => {
    const vectors = await request(model, texts, signal);
    return vectors.map((vector) => toUnit(vector, dimensions, names));
  };
  return {
    fingerprint: [names.host, config.model, config.queryModel, dimensions].join("|"),
    dimensions,
    embedPassages: async (texts, signal) =>
      (await inParallel(batches(texts), (batch) => embed(config.model, batch, signal))).flat(),
    embedQuery: async (text, signal) => (await embed(config.queryModel, [text], signal))[0] ?? null,
  };
}

async function requestVectors(
  client: OpenAI,
  config: EmbeddingConfig,
  names: ServerNames,
  texts: readonly string[],
  signal?: AbortSignal,
): Promise<number[][]> {
  try {
    const reply = await client.embeddings.create(
      {
        model: names.model,
        input: texts.map((text) => text.slice(0, LONGEST_TEXT_CHARS) || " "),
        encoding_format: "float",
        ...(config.dimensions === null ? {} : { dimensions: config.dimensions }),
      },
      signal === undefined ? {} : { signal },
    );
    const vectors = reply.data.toSorted((a, b) => a.index - b.index).map((item) => item.embedding);
    if (vectors.length === texts.length) return vectors;
    throw new AppError(
      "embedding-dimensions",
      `${names.host} sent ${vectors.length} vectors for ${texts.length} texts. Check EMBEDDING_MODEL.`,
    );
  } catch (error) {
    const models = error instanceof APIError && error.status === 404 ? await listModels(client) : [];
    throw translateError(error, names, models);
  }
}

function toUnit(values: readonly number[], dimensions: number, names: ServerNames): Float32Array | null {
  if (values.length !== dimensions) {
    throw new AppError(
      "embedding-dimensions",
      `${names.host} sent a vector of ${values.length} numbers, before it was ${dimensions}. Are EMBEDDING_MODEL and EMBEDDING_QUERY_MODEL of one kind?`,
    );
  }
  const length = Math.hypot(...values);
  if (!Number.isFinite(length))
    throw new AppError(
      "embedding-dimensions",
      `${names.host} sent a vector with something that is no number. Check EMBEDDING_MODEL.`,
    );
  return length === 0 ? null : Float32Array.from(values, (value) => value / length);
}

function batches(texts: readonly string[]): string[][] {
  const result: string[][] = [];
  let tokens = Number.POSITIVE_INFINITY;
  for (const text of texts) {
    const size = estimatedTokens(text);
    if (tokens + size > BATCH_TOKENS || (result.at(-1)?.length ?? 0) >= BATCH_TEXTS) {
      result.push([]);
      tokens = 0;
    }
    result.at(-1)?.push(text);
    tokens += size;
  }
  return result;
}

/** A Chinese character is about one token, four Latin letters another. */
function estimatedTokens(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han + Math.ceil((text.length - han) / 4);
}

async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array(items.length);
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at] as T);
  };
  await Promise.all(Array.from({ length: Math.min(REQUESTS_AT_ONCE, items.length) }, worker));
  return results;
}
