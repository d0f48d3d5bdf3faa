import type { ChatConfig, EmbeddingConfig } from "../../config.ts";

/** What messages about a server say: never the key itself. */
export interface ServerNames {
  readonly model: string;
  readonly host: string;
  readonly addressVariable: string;
  readonly keyVariable: string;
  readonly modelVariable: string;
}

export function chatNames({ model, baseUrl }: Pick<ChatConfig, "model" | "baseUrl">): ServerNames {
  return {
    model,
    host: hostOf(baseUrl),
    addressVariable: "OPENAI_BASE_URL",
    keyVariable: "OPENAI_API_KEY",
    modelVariable: "CHAT_MODEL",
  };
}

/** `own`: JUDGE_BASE_URL names another server than the chat model's. */
export function judgeNames(server: Pick<ChatConfig, "model" | "baseUrl">, own: boolean): ServerNames {
  const addresses = own ? { addressVariable: "JUDGE_BASE_URL", keyVariable: "JUDGE_API_KEY" } : {};
  return { ...chatNames(server), ...addresses, modelVariable: "JUDGE_MODEL" };
}

export function embeddingNames({ model, baseUrl }: Pick<EmbeddingConfig, "model" | "baseUrl">): ServerNames {
  return {
    model,
    host: hostOf(baseUrl),
    addressVariable: "EMBEDDING_BASE_URL",
    keyVariable: "EMBEDDING_API_KEY",
    modelVariable: "EMBEDDING_MODEL",
  };
}

function hostOf(baseUrl: string | null): string {
  return new URL(baseUrl ?? DEFAULT_BASE_URL).host;
}

export const DEFAULT_BASE_URL = "https://api.openai.com/v1";
