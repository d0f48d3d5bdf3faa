import OpenAI, { type APIError } from "openai";
import type { ModelServer } from "../../config.ts";
import type { Fetch } from "../../ports.ts";

const RETRIES = 2;

/** The client of one server. `fetch` decides the way there; a server without keys gets a word in place of one. */
export function createClient(server: ModelServer, timeoutMs: number, fetch: Fetch): OpenAI {
  return new LenientClient({
    apiKey: server.apiKey ?? "none",
    baseURL: server.baseUrl,
    timeout: timeoutMs,
    maxRetries: RETRIES,
    fetch: (url, init) => fetch(String(url), init),
  });
}

/** Reads errors that do not stand under `error`, as Mistral, FastAPI and older vLLM write them; OpenAI's own drops their words. */
class LenientClient extends OpenAI {
  protected override makeStatusError(status: number, body: object, message: string, headers: Headers): APIError {
    const isUsual = typeof body !== "object" || body === null || "error" in body;
    return super.makeStatusError(status, isUsual ? body : { error: body }, message, headers);
  }
}
