import type OpenAI from "openai";
import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from "openai";
import { AppError } from "../../errors.ts";
import type { ServerNames } from "./names.ts";

/** What a server says went wrong, in an answer of its own or inside one that began well. */
export interface ServerFailure {
  /** An HTTP status; undefined where it names none. */
  readonly status: number | undefined;
  readonly words: string;
}

/** Turns a server failure into an error that a person can act on. */
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
  const words = [error.code, error.type, error.message].filter((each) => each != null).join(" ");
  return translateFailure({ status: error.status, words }, names, models, error);
}

type Kind =
  | "model-credit"
  | "model-filtered"
  | "model-context"
  | "model-auth"
  | "model-missing"
  | "model-rate-limit"
  | "model-unreachable"
  | "model-answer";

/** The words of a failure tell more than its status, which one server in ten gets wrong; the first that fits counts. */
const WORDS: readonly (readonly [Kind, RegExp])[] = [
  [
    "model-credit",
    /insufficient[_ ](?:quota|balance|credit|fund)|\bbalance\b|\bcredits?\b|\bbilling\b|top.?up|recharge|arrear|quota (?:is |was )?(?:used|exhaust)|余额|欠费|额度|充值/i,
  ],
  [
    "model-filtered",
    /content[_ ](?:filter|policy|management)|moderation|inspection|inappropriate|\bunsafe\b|\bsafety\b|sensitive|敏感|不安全|违规/i,
  ],
  [
    "model-context",
    /context[_ ](?:length|window|size)|maximum context|(?:prompt|input|request)\b.{0,20} too (?:long|large)|too many tokens|exceeds? the (?:available|model|maximum)|上下文|输入过长/i,
  ],
  ["model-auth", /api[_ -]?key|unauthori[sz]ed|authenticat|invalid[_ ](?:access )?token|密钥|令牌|鉴权/i],
  ["model-missing", /model\b.{0,60}(?:not (?:found|exist)|no such)|模型不存在/i],
  ["model-rate-limit", /rate[_ -]?limit|too many requests|限流|频率|频繁/i],
  ["model-unreachable", /overloaded|unavailable|loading|internal (?:server )?error|busy|繁忙|过载/i],
];
const STATUS: Readonly<Record<number, Kind>> = {
  401: "model-auth",
  402: "model-credit",
  403: "model-auth",
  404: "model-missing",
  429: "model-rate-limit",
};
/** These say what they are themselves, whatever words come with them. */
const PLAIN_STATUS = new Set([401, 402, 404]);

export function translateFailure(
  failure: ServerFailure,
  names: ServerNames,
  models: readonly string[] = [],
  cause?: unknown,
): AppError {
  const kind = kindOf(failure);
  return new AppError(kind, messageOf(kind, failure.status, names, models), { cause: cause ?? failure.words });
}

export function kindOf({ status, words }: ServerFailure): Kind {
  const byStatus = STATUS[status ?? 0];
  if (byStatus !== undefined && PLAIN_STATUS.has(status ?? 0)) return byStatus;
  if (status !== undefined && status >= 500) return "model-unreachable";
  return WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? byStatus ?? "model-answer";
}

function messageOf(kind: Kind, status: number | undefined, names: ServerNames, models: readonly string[]): string {
  const { host, model, keyVariable, modelVariable } = names;
  const number = status === undefined ? "" : ` (${status})`;
  switch (kind) {
    case "model-credit":
      return `${host} says that the account's credit is used up${number}. Top it up there, or set another ${keyVariable}.`;
    case "model-filtered":
      return `${host} held the answer back: its filter objects to the question or the articles${number}.`;
    case "model-context":
      return `The question with its passages is longer than "${model}" at ${host} can read${number}. Give the server a larger context, or set another ${modelVariable}.`;
    case "model-auth":
      return `${host} refused the key${number}. Check ${keyVariable}.`;
    case "model-missing":
      return `${host} has no model "${model}". ${listed(models)}Set ${modelVariable}.`;
    case "model-rate-limit":
      return `${host} says that there were too many requests, or that the account is empty${number}. Try again later.`;
    case "model-unreachable":
      return `${host} answered ${status ?? "with a failure of its own"}. Try again later.`;
    case "model-answer":
      return `${host} answered ${status ?? "with an error"}. Check ${modelVariable}.`;
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
