import type OpenAI from "openai";
import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from "openai";
import { AppError } from "../../errors.ts";
import type { ServerNames } from "./names.ts";

/** A failure of the server as something a person can mend. */
export function translateError(error: unknown, names: ServerNames, models: readonly string[] = []): Error {
  if (error instanceof AppError || error instanceof APIUserAbortError) return error;
  if (error instanceof Error && error.name === "AbortError") return error;
  const fail = (code: AppError["code"], message: string) => new AppError(code, message, { cause: error });
  const proxy = error instanceof Error ? error.cause : null;
  if (proxy instanceof AppError && proxy.code === "proxy") return fail("model-unreachable", proxy.message);
  if (error instanceof APIConnectionTimeoutError || error instanceof APIConnectionError) {
    return fail("model-unreachable", `${names.host} does not answer. Is the address right, and the server running?`);
  }
  if (!(error instanceof APIError)) return fail("model-unreachable", `The connection to ${names.host} broke.`);
  switch (error.status) {
    case 401:
    case 403:
      return fail("model-auth", `${names.host} refused the key (${error.status}). Check ${names.keyVariable}.`);
    case 404:
      return fail(
        "model-missing",
        `${names.host} has no model "${names.model}". ${listed(models)}Set ${names.modelVariable}.`,
      );
    case 429:
      return fail(
        "model-rate-limit",
        `${names.host} says that there were too many requests, or that the account is empty (429). Try again later.`,
      );
    default:
      return fail(
        error.status !== undefined && error.status < 500 ? "model-answer" : "model-unreachable",
        `${names.host} answered ${error.status ?? "without a status"}. ${error.status !== undefined && error.status < 500 ? `Check ${names.modelVariable}.` : "Try again later."}`,
      );
  }
}

/** Up to eight models of the server, for a message; nothing when it does not tell. */
export async function listModels(client: OpenAI): Promise<string[]> {
  try {
    const page = await client.models.list({ timeout: 5_000, maxRetries: 0 });
    return page.data.slice(0, 8).map((model) => model.id);
  } catch {
    return [];
  }
}

function listed(models: readonly string[]): string {
  return models.length === 0 ? "" : `It has: ${models.join(", ")}. `;
}
