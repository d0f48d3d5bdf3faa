import type OpenAI from "openai";
import { APIError } from "openai";
import type { EmbeddingConfig } from "../../config.ts";
import { AppError } from "../../errors.ts";
import type { Embedder, Fetch } from "../../ports.ts";
import { inBatches } from "./batches.ts";
import { createClient } from "./client.ts";
import { listModels, translateError } from "./errors.ts";
import { embeddingNames, type ServerNames } from "./names.ts";

/** Most embedding models read no more; one text never makes a whole batch fail. */
const LONGEST_TEXT_CHARS = 6_000;

/** Embeddings of any OpenAI-compatible server. Asks for one vector first, to know its length. @throws AppError model-*, embedding-dimensions */
export async function createRemoteEmbedder(
  config: EmbeddingConfig,
  fetch: Fetch = globalThis.fetch,
): Promise<Embedder> {
  const client = createClient(config, config.timeoutMs, fetch);
  const names = embeddingNames(config);
  const request = (model: string, texts: readonly string[], signal?: AbortSignal) =>
    requestVectors(client, config, { ...names, model }, texts, signal);
  const [probe] = await request(config.queryModel, ["length"]);
  const dimensions = probe?.length ?? 0;
  const embed = async (model: string, texts: readonly string[], signal?: AbortSignal) => {
    const vectors = await request(model, texts, signal);
    return vectors.map((vector) => toUnit(vector, dimensions, names));
  };
  const send = inBatches();
  return {
    fingerprint: [names.host, config.model, config.queryModel, dimensions].join("|"),
    dimensions,
    embedPassages: (texts, signal) => send(texts, (batch) => embed(config.model, batch, signal)),
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
