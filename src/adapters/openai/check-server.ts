import { APIError } from "openai";
import { z } from "zod";
import type { ModelServer } from "../../config.ts";
import type { Fetch, ServerCheck } from "../../ports.ts";
import { createClient } from "./client.ts";
import { translateError } from "./errors.ts";
import type { ServerNames } from "./names.ts";
import { isListed, nearestNames } from "./nearest-names.ts";

type Found = Pick<ServerCheck, "outcome" | "text">;

const Models = z.array(z.object({ id: z.string() })).catch([]);
/** No such list there; the server may answer all the same. */
const WITHOUT_LIST = new Set([400, 404, 405, 501]);

/** Asks for /models, once. `failed` where the server cannot be used, `doubtful` where the model is not among those it lists. */
export async function checkModelServer(
  server: ModelServer,
  names: ServerNames,
  fetch: Fetch,
  limitMs: number,
): Promise<Found> {
  const client = createClient(server, limitMs, fetch);
  const signal = AbortSignal.timeout(limitMs);
  try {
    const { data } = await client.models.list({ signal, maxRetries: 0 });
    return readList(
      Models.parse(data).map(({ id }) => id),
      names,
    );
  } catch (error) {
    if (signal.aborted) return { outcome: "failed", text: silent(names, limitMs) };
    if (error instanceof APIError && WITHOUT_LIST.has(error.status ?? 0)) return withoutList(server, names);
    return { outcome: "failed", text: translateError(error, names).message };
  }
}

function readList(listed: readonly string[], names: ServerNames): Found {
  const { host, model, modelVariable, addressVariable } = names;
  if (isListed(model, listed)) return { outcome: "ready", text: `${model} at ${host}` };
  const text =
    listed.length === 0
      ? `${host} lists no models. Has it loaded one, and is ${addressVariable} right? (Most addresses end in /v1.)`
      : `${host} does not list a model "${model}". It has: ${nearestNames(model, listed)}. Set ${modelVariable}.`;
  return { outcome: "doubtful", text };
}

function withoutList({ baseUrl }: ModelServer, { host, model, addressVariable }: ServerNames): Found {
  const isBare = baseUrl !== null && new URL(baseUrl).pathname === "/";
  const hint = isBare ? ` (If answers fail: most addresses end in /v1, ${addressVariable} does not.)` : "";
  return { outcome: "ready", text: `${model} at ${host}, which does not list its models.${hint}` };
}

function silent({ host, addressVariable }: ServerNames, limitMs: number): string {
  return `${host} does not answer within ${limitMs / 1_000} s. Is ${addressVariable} right, and the server running? If the network blocks it, set HTTPS_PROXY.`;
}
