import type { Message, Update } from "grammy/types";
import { afterEach } from "vitest";
import { type BotApiOptions, type BotApiServer, startBotApiServer } from "../../tools/telegram-server/server.ts";

const running: BotApiServer[] = [];

/** A server that ends with the test. */
export async function start(options: BotApiOptions = {}): Promise<BotApiServer> {
  const server = await startBotApiServer(options);
  running.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

export interface Answer<T = unknown> {
  readonly ok: boolean;
  readonly result?: T;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: { readonly retry_after?: number };
}

export const urlOf = (server: BotApiServer, method: string) => `${server.apiRoot}/bot${server.token}/${method}`;

/** One call with a JSON body, as a bot makes it. */
export async function call<T = unknown>(server: BotApiServer, method: string, params: object = {}): Promise<Answer<T>> {
  const response = await fetch(urlOf(server, method), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(params),
  });
  return (await response.json()) as Answer<T>;
}

/** The result of a call that has to work. */
export async function result<T>(server: BotApiServer, method: string, params: object = {}): Promise<T> {
  const answer = await call<T>(server, method, params);
  if (answer.result === undefined) throw new Error(`${method}: ${answer.description}`);
  return answer.result;
}

export const send = (server: BotApiServer, params: object) => result<Message>(server, "sendMessage", params);
export const poll = (server: BotApiServer, params: object = {}) => result<Update[]>(server, "getUpdates", params);
