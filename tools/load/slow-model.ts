import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";

const PIECES = 20;
const CLAIMS = 3;

/** An OpenAI-compatible server whose every answer takes the same time, and is true: sentences of the prompt, cited. */
export interface SlowModel {
  readonly baseUrl: string;
  /** What each answer took by the server's own clock, in milliseconds; those that were broken off are not among them. */
  readonly tookMs: readonly number[];
  /** The most answers that were under way at once. */
  mostAtOnce(): number;
  stop(): Promise<void>;
}

export async function startSlowModel(answerMs: number): Promise<SlowModel> {
  const tookMs: number[] = [];
  let atOnce = 0;
  let mostAtOnce = 0;
  const http = createServer(async (request, response) => {
    const prompt = await promptOf(request);
    const startedMs = performance.now();
    mostAtOnce = Math.max(mostAtOnce, ++atOnce);
    const isWhole = await stream(response, replyTo(prompt), answerMs / PIECES);
    atOnce--;
    if (isWhole) tookMs.push(performance.now() - startedMs);
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${(http.address() as AddressInfo).port}/v1`,
    tookMs,
    mostAtOnce: () => mostAtOnce,
    stop: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}

async function promptOf(request: IncomingMessage): Promise<string> {
  const body = JSON.parse(await text(request)) as { readonly messages: readonly { readonly content: string }[] };
  return body.messages.at(-1)?.content ?? "";
}

function replyTo(prompt: string): string {
  const sentences = [...prompt.matchAll(/^\[([^\]]+)\] (.{20,})$/gm)].slice(0, CLAIMS);
  const claims = sentences.map(([, key, sentence]) => ({ cites: [key], text: sentence }));
  return JSON.stringify({ claims, missing: "" });
}

/** Whether it was heard to its end. */
async function stream(response: ServerResponse, reply: string, pauseMs: number): Promise<boolean> {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const size = Math.ceil(reply.length / PIECES);
  for (let at = 0; at < reply.length; at += size) {
    await sleep(pauseMs);
    if (response.destroyed) return false;
    response.write(event({ content: reply.slice(at, at + size) }, null));
  }
  response.end(`${event({}, "stop")}data: [DONE]\n\n`);
  return true;
}

function event(delta: object, finish: string | null): string {
  const choices = [{ index: 0, delta, finish_reason: finish }];
  return `data: ${JSON.stringify({ id: "1", object: "chat.completion.chunk", choices })}\n\n`;
}
