import OpenAI from "openai";
import type { ModelServer } from "../../config.ts";
import type { Fetch } from "../../ports.ts";

const RETRIES = 2;

/** The client of one server. `fetch` decides the way there; a server without keys gets a word in place of one. */
export function createClient(server: ModelServer, timeoutMs: number, fetch: Fetch): OpenAI {
  return new OpenAI({
    apiKey: server.apiKey ?? "none",
    baseURL: server.baseUrl,
    timeout: timeoutMs,
    maxRetries: RETRIES,
    fetch: (url, init) => fetch(String(url), init),
  });
}
