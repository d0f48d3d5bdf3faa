import { checkModelServer } from "./adapters/openai/check-server.ts";
import { chatNames, embeddingNames, judgeNames } from "./adapters/openai/names.ts";
import { checkTelegram } from "./bot/check-telegram.ts";
import type { ChatConfig, Config, EmbeddingConfig, JudgeConfig } from "./config.ts";
import type { Fetch, ServerCheck } from "./ports.ts";
import { addressOf } from "./proxies/proxy-server.ts";
import { proxyFor } from "./proxies/route.ts";
import { openNetwork } from "./wiring.ts";

const CHECK_LIMIT_MS = 10_000;

/** Asks every server that is configured whether it answers, at once and for 10 s at most. */
export function checkServers(config: Config): readonly Promise<ServerCheck>[] {
  const { telegram, chat, judge, embedding } = config;
  const fetch = openNetwork(config);
  const route = { apiRoot: telegram.apiRoot, proxy: proxyNameFor(telegram.apiRoot, config) };
  return [
    ...(telegram.token === null ? [] : [checkTelegram(telegram.token, route, fetch, CHECK_LIMIT_MS)]),
    ...(chat === null ? [] : [checkChat(chat, fetch)]),
    ...(chat === null || judge === null ? [] : checkJudge(chat, judge, fetch)),
    ...(embedding === null ? [] : [checkEmbeddings(embedding, fetch)]),
  ];
}

function proxyNameFor(address: string, { proxies }: Config): string | null {
  const proxy = proxyFor(new URL(address), proxies);
  return proxy === null ? null : addressOf(proxy);
}

/** Answers can be quoted without it. */
async function checkChat(chat: ChatConfig, fetch: Fetch): Promise<ServerCheck> {
  const { outcome, text } = await checkModelServer(chat, chatNames(chat), fetch, CHECK_LIMIT_MS);
  if (outcome !== "failed") return { server: "chat", outcome, text };
  return { server: "chat", outcome: "doubtful", text: `${text} Until it answers, the articles are quoted.` };
}

/** Claims can be shown without it. Nothing where the check of the chat model says it all. */
function checkJudge(chat: ChatConfig, judge: JudgeConfig, fetch: Fetch): Promise<ServerCheck>[] {
  if (judge.kind === "local") return [];
  const isOwn = judge.baseUrl !== chat.baseUrl;
  return !isOwn && judge.model === chat.model ? [] : [askJudge(judge, isOwn, fetch)];
}

async function askJudge(
  judge: JudgeConfig & { readonly kind: "chat" },
  isOwn: boolean,
  fetch: Fetch,
): Promise<ServerCheck> {
  const { outcome, text } = await checkModelServer(judge, judgeNames(judge, isOwn), fetch, CHECK_LIMIT_MS);
  if (outcome !== "failed") return { server: "judge", outcome, text };
  return {
    server: "judge",
    outcome: "doubtful",
    text: `${text} Until it answers, claims are shown by the checks alone.`,
  };
}

/** Without it neither articles nor questions have vectors. */
async function checkEmbeddings(embedding: EmbeddingConfig, fetch: Fetch): Promise<ServerCheck> {
  const found = await checkModelServer(embedding, embeddingNames(embedding), fetch, CHECK_LIMIT_MS);
  return { server: "embeddings", ...found };
}
