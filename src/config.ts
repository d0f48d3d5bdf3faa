import { type Environment, Reader } from "./config-reader.ts";
import { ProblemsError } from "./errors.ts";
import type { Proxies } from "./proxies/route.ts";

export interface ModelServer {
  readonly baseUrl: string | null;
  readonly apiKey: string | null;
}

export interface ChatConfig extends ModelServer {
  readonly model: string;
  /** For the whole answer. */
  readonly timeoutMs: number;
  /** Between two pieces of a stream. */
  readonly idleTimeoutMs: number;
  /** Of one reply, with what the model thinks where its server counts that; absent: as much as the reply itself needs. */
  readonly maxTokens?: number | undefined;
}

/** What reads claims for meaning: a chat model, or an entailment model of this machine. */
export type JudgeConfig =
  | (ModelServer & {
      readonly kind: "chat";
      readonly model: string;
      /** For one call; after it, claims are shown by the checks alone. */
      readonly timeoutMs: number;
    })
  | {
      readonly kind: "local";
      /** A name on Hugging Face, or a folder. */
      readonly model: string;
    };

export interface EmbeddingConfig extends ModelServer {
  readonly model: string;
  readonly queryModel: string;
  /** Sent only when set; some servers refuse it. */
  readonly dimensions: number | null;
  readonly timeoutMs: number;
}

export interface Config {
  readonly telegram: { readonly token: string | null; readonly apiRoot: string };
  readonly access: { readonly ownerId: number | null; readonly allowedUsers: readonly number[] | "everyone" };
  readonly corpusDir: string;
  /** Whether CORPUS_DIR was set, or is only the default. */
  readonly corpusDirGiven: "set" | "default";
  readonly dataDir: string;
  /** Whether a message that is only a link is opened and added. */
  readonly fetchLinks: "on" | "off";
  /** In which it is today, for "last week". */
  readonly timeZone: string;
  /** On the way to Telegram and to model servers. */
  readonly proxies: Proxies;
  /** null: answers are quoted, not written. */
  readonly chat: ChatConfig | null;
  /** null: nobody reads claims for meaning. */
  readonly judge: JudgeConfig | null;
  /** null: the built-in table. */
  readonly embedding: EmbeddingConfig | null;
}

const DEFAULT_LOCAL_JUDGE = "Xenova/mDeBERTa-v3-base-xnli-multilingual-nli-2mil7";

/** Reads the environment; empty values count as unset. @throws ProblemsError config, naming every problem at once */
export function loadConfig(env: Environment): Config {
  const read = new Reader(env);
  const chat = chatConfig(read);
  const config: Config = {
    telegram: {
      token: read.token("TELEGRAM_BOT_TOKEN"),
      apiRoot: read.url("TELEGRAM_API_ROOT") ?? "https://api.telegram.org",
    },
    access: { ownerId: read.integer("OWNER_ID", 1), allowedUsers: read.users("ALLOWED_USERS") },
    corpusDir: read.text("CORPUS_DIR") ?? "corpus/articles",
    corpusDirGiven: read.text("CORPUS_DIR") === null ? "default" : "set",
    dataDir: read.text("DATA_DIR") ?? ".footnote",
    fetchLinks: read.onOff("FETCH_LINKS"),
    timeZone: read.timeZone("TIME_ZONE") ?? "Asia/Shanghai",
    proxies: proxyConfig(read),
    chat,
    judge: judgeConfig(read, chat),
    embedding: embeddingConfig(read),
  };
  if (read.problems.length > 0) throw new ProblemsError("config", read.problems);
  return config;
}

/** As curl reads them: in lower case too, which comes first, and ALL_PROXY where there is none for the scheme. */
function proxyConfig(read: Reader): Proxies {
  const forAll = read.proxy("ALL_PROXY");
  return {
    http: read.proxy("HTTP_PROXY") ?? forAll,
    https: read.proxy("HTTPS_PROXY") ?? forAll,
    exceptions: read.exceptions("NO_PROXY"),
  };
}

function chatConfig(read: Reader): ChatConfig | null {
  const apiKey = read.text("OPENAI_API_KEY");
  const baseUrl = read.url("OPENAI_BASE_URL");
  const timeoutMs = read.integer("CHAT_TIMEOUT_MS", 1_000) ?? 120_000;
  const idleTimeoutMs = read.integer("CHAT_IDLE_TIMEOUT_MS", 1_000) ?? 30_000;
  const maxTokens = read.integer("CHAT_MAX_TOKENS", 100) ?? undefined;
  if (apiKey === null && baseUrl === null) {
    if (read.text("CHAT_MODEL") !== null)
      read.problem("CHAT_MODEL", "is set, but no model server is: set OPENAI_API_KEY or OPENAI_BASE_URL too");
    return null;
  }
  return { baseUrl, apiKey, model: read.text("CHAT_MODEL") ?? "gpt-5.4-mini", timeoutMs, idleTimeoutMs, maxTokens };
}

/** On wherever a chat model writes, unless it is turned off. The chat model's key goes to no other server. */
function judgeConfig(read: Reader, chat: ChatConfig | null): JudgeConfig | null {
  const kind = read.oneOf("JUDGE", ["on", "off", "local"]);
  const baseUrl = read.url("JUDGE_BASE_URL");
  const apiKey = read.text("JUDGE_API_KEY");
  const model = read.text("JUDGE_MODEL");
  const localModel = read.text("JUDGE_LOCAL_MODEL");
  const timeoutMs = read.integer("JUDGE_TIMEOUT_MS", 1_000) ?? 30_000;
  if (kind !== "local" && localModel !== null)
    read.problem("JUDGE_LOCAL_MODEL", "is set, but the judge is no local one: set JUDGE=local too, or remove it");
  if (kind === "off") return null;
  if (chat === null) {
    if (read.text("JUDGE") !== null)
      read.problem(
        "JUDGE",
        "is set, but no chat model writes what it could read: set OPENAI_API_KEY or OPENAI_BASE_URL too",
      );
    return null;
  }
  if (kind === "local") return { kind, model: localModel ?? DEFAULT_LOCAL_JUDGE };
  const server = baseUrl === null ? { baseUrl: chat.baseUrl, apiKey: apiKey ?? chat.apiKey } : { baseUrl, apiKey };
  return { kind: "chat", ...server, model: model ?? chat.model, timeoutMs };
}

/** A chat key alone often has no embeddings behind it, so remote ones are used only when they are asked for. */
function embeddingConfig(read: Reader): EmbeddingConfig | null {
  const baseUrl = read.url("EMBEDDING_BASE_URL");
  const model = read.text("EMBEDDING_MODEL");
  const apiKey = read.text("EMBEDDING_API_KEY");
  const queryModel = read.text("EMBEDDING_QUERY_MODEL");
  const dimensions = read.integer("EMBEDDING_DIMENSIONS", 1);
  const timeoutMs = read.integer("EMBEDDING_TIMEOUT_MS", 1_000) ?? 60_000;
  if (baseUrl === null && model === null) {
    for (const name of ["EMBEDDING_API_KEY", "EMBEDDING_QUERY_MODEL", "EMBEDDING_DIMENSIONS"] as const) {
      if (read.text(name) !== null)
        read.problem(
          name,
          "is set, but remote embeddings are not: set EMBEDDING_MODEL or EMBEDDING_BASE_URL too, or remove it",
        );
    }
    return null;
  }
  const server = { baseUrl: baseUrl ?? read.url("OPENAI_BASE_URL"), apiKey: apiKey ?? read.text("OPENAI_API_KEY") };
  if (server.baseUrl === null && server.apiKey === null)
    read.problem("EMBEDDING_MODEL", "needs a server: set EMBEDDING_BASE_URL, or EMBEDDING_API_KEY for OpenAI");
  const passageModel = model ?? "text-embedding-3-small";
  return { ...server, model: passageModel, queryModel: queryModel ?? passageModel, dimensions, timeoutMs };
}
