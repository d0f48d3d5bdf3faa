import { APIError } from "openai";

const BATCH_TOKENS = 8_000;
const BATCH_TEXTS = 128;
const REQUESTS_AT_ONCE = 4;
/** How servers refuse a batch: 413 and 422 are Text Embeddings Inference's. */
const TOO_MANY = new Set([400, 413, 422]);

type Send<R> = (batch: readonly string[]) => Promise<readonly R[]>;

/**
 * Sends texts in batches, several at once; results in the order of the texts. A batch that the server refuses goes again in
 * halves, and no larger one is sent from then on: a single text was taken before, so it is their number that it minds
 * (Alibaba takes 10, others 32 or 64, and each says so in other words).
 */
export function inBatches(): <R>(texts: readonly string[], send: Send<R>) => Promise<R[]> {
  let most = BATCH_TEXTS;
  const sendBatch = async <R>(batch: readonly string[], send: Send<R>): Promise<readonly R[]> => {
    if (batch.length > most) return sendHalves(batch, send);
    try {
      return await send(batch);
    } catch (error) {
      if (batch.length < 2 || !isRefused(error)) throw error;
      most = Math.min(most, Math.ceil(batch.length / 2));
      return sendHalves(batch, send);
    }
  };
  const sendHalves = async <R>(batch: readonly string[], send: Send<R>): Promise<readonly R[]> => {
    const middle = Math.ceil(batch.length / 2);
    const first = await sendBatch(batch.slice(0, middle), send);
    return [...first, ...(await sendBatch(batch.slice(middle), send))];
  };
  return async (texts, send) => (await inParallel(batchesOf(texts, most), (batch) => sendBatch(batch, send))).flat();
}

/** The server's own error stands behind the one that is shown. */
function isRefused(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof APIError && TOO_MANY.has(cause.status ?? 0);
}

function batchesOf(texts: readonly string[], most: number): string[][] {
  const result: string[][] = [];
  let tokens = Number.POSITIVE_INFINITY;
  for (const text of texts) {
    const size = estimatedTokens(text);
    if (tokens + size > BATCH_TOKENS || (result.at(-1)?.length ?? 0) >= most) {
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
