import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface ModelRequest {
  readonly path: string;
  readonly body: {
    readonly model?: string;
    readonly messages?: readonly { readonly role: string; readonly content: string }[];
    readonly response_format?: { readonly type: string };
    readonly max_completion_tokens?: number;
    readonly input?: readonly string[];
  };
}

export type Fault = "401" | "404" | "429" | "500" | "cut" | "length" | "refuse-schema" | "refuse-limit";

/** An OpenAI-compatible server that says what the test wants, in pieces of a few characters, or fails as told. */
export interface ModelServer {
  readonly baseUrl: string;
  readonly requests: readonly ModelRequest[];
  /** The next answers' text, from the request. */
  reply: (request: ModelRequest) => string;
  fault: Fault | null;
  stop(): Promise<void>;
}

const PIECE_CHARS = 7;

export async function startModelServer(): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  const state: { reply: ModelServer["reply"]; fault: Fault | null } = { reply: () => "{}", fault: null };
  const http = createServer((request, response) => void handle(request, response, requests, state));
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${(http.address() as AddressInfo).port}/v1`,
    requests,
    get reply() {
      return state.reply;
    },
    set reply(value) {
      state.reply = value;
    },
    get fault() {
      return state.fault;
    },
    set fault(value) {
      state.fault = value;
    },
    stop: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  requests: ModelRequest[],
  state: { readonly reply: ModelServer["reply"]; readonly fault: Fault | null },
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = chunks.length === 0 ? {} : (JSON.parse(Buffer.concat(chunks).toString("utf8")) as ModelRequest["body"]);
  const seen: ModelRequest = { path: request.url ?? "", body };
  requests.push(seen);
  if (seen.path.endsWith("/models"))
    return send(response, 200, { object: "list", data: [{ id: "model-a" }, { id: "model-b" }] });
  const { fault } = state;
  if (fault === "refuse-schema" && body.response_format?.type === "json_schema")
    return fail(response, 400, "response_format json_schema is not supported");
  if (fault === "refuse-limit" && body.max_completion_tokens !== undefined)
    return fail(response, 400, "Unsupported parameter: max_completion_tokens");
  if (fault !== null && /^\d+$/.test(fault)) return fail(response, Number(fault), `the server says ${fault}`);
  if (seen.path.endsWith("/embeddings")) return send(response, 200, embeddings(body.input ?? []));
  stream(response, state.reply(seen), fault);
}

function stream(response: ServerResponse, text: string, fault: Fault | null): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const write = (value: unknown) => response.write(`data: ${JSON.stringify(value)}\n\n`);
  const chunk = (delta: object, finish: string | null) => ({
    id: "1",
    object: "chat.completion.chunk",
    choices: [{ index: 0, delta, finish_reason: finish }],
  });
  const shown = fault === "cut" || fault === "length" ? text.slice(0, Math.floor(text.length * 0.6)) : text;
  for (let at = 0; at < shown.length; at += PIECE_CHARS)
    write(chunk({ content: shown.slice(at, at + PIECE_CHARS) }, null));
  if (fault === "cut") return void response.end();
  write(chunk({}, fault === "length" ? "length" : "stop"));
  write({
    id: "1",
    object: "chat.completion.chunk",
    choices: [],
    usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
  });
  response.end("data: [DONE]\n\n");
}

function embeddings(input: readonly string[]) {
  return {
    object: "list",
    data: input.map((text, index) => ({ object: "embedding", index, embedding: [text.length, 1, 0.5] })),
  };
}

function fail(response: ServerResponse, status: number, message: string): void {
  send(response, status, { error: { message, type: "error" } });
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json", "retry-after": "0", "retry-after-ms": "1" });
  response.end(JSON.stringify(body));
}
