import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";

export interface ModelRequest {
  readonly path: string;
  readonly body: {
    readonly model?: string;
    readonly messages?: readonly { readonly role: string; readonly content: string }[];
    readonly response_format?: { readonly type: string };
    readonly max_completion_tokens?: number;
    readonly max_tokens?: number;
    readonly stream_options?: object;
    readonly input?: readonly string[];
  };
}

export type Fault = "401" | "404" | "429" | "500" | "cut" | "length" | "refuse-schema" | "refuse-limit";

/** How many characters an event carries, and after how many bytes the connection is cut into writes; null: an event at once. */
export interface Cuts {
  readonly eventChars: number;
  readonly writeBytes: number | null;
}

/** An OpenAI-compatible server that says what the test wants, in pieces of a few characters, or fails as told. */
export interface ModelServer {
  readonly baseUrl: string;
  readonly requests: readonly ModelRequest[];
  /** The next answers' text, from the request. */
  reply: (request: ModelRequest) => string;
  fault: Fault | null;
  /** An error for this request, or null; asked before anything else. */
  refuse: (request: ModelRequest) => Refusal | null;
  cuts: Cuts;
  /** What /models lists. */
  models: readonly string[];
  /** Of each answer. */
  usage: unknown;
  stop(): Promise<void>;
}

/** The connection stays open, and nothing comes. */
export type Refusal = RefusedStatus | "hang";

interface RefusedStatus {
  readonly status: number;
  readonly message: string;
  /** In place of OpenAI's own form of an error. */
  readonly body?: object;
}

type State = Pick<ModelServer, "reply" | "fault" | "refuse" | "cuts" | "models" | "usage">;

export async function startModelServer(): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  const state: State = {
    reply: () => "{}",
    fault: null,
    refuse: () => null,
    cuts: { eventChars: 7, writeBytes: null },
    models: ["model-a", "model-b"],
    usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
  };
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
    get refuse() {
      return state.refuse;
    },
    set refuse(value) {
      state.refuse = value;
    },
    get cuts() {
      return state.cuts;
    },
    set cuts(value) {
      state.cuts = value;
    },
    get models() {
      return state.models;
    },
    set models(value) {
      state.models = value;
    },
    get usage() {
      return state.usage;
    },
    set usage(value) {
      state.usage = value;
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
  state: Readonly<State>,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = chunks.length === 0 ? {} : (JSON.parse(Buffer.concat(chunks).toString("utf8")) as ModelRequest["body"]);
  const seen: ModelRequest = { path: request.url ?? "", body };
  requests.push(seen);
  const refusal = state.refuse(seen);
  if (refusal === "hang") return;
  if (refusal?.body !== undefined) return send(response, refusal.status, refusal.body);
  if (refusal !== null) return fail(response, refusal.status, refusal.message);
  if (seen.path.endsWith("/models"))
    return send(response, 200, { object: "list", data: state.models.map((id) => ({ id })) });
  const { fault } = state;
  if (fault === "refuse-schema" && body.response_format?.type === "json_schema")
    return fail(response, 400, "response_format json_schema is not supported");
  if (fault === "refuse-limit" && body.max_completion_tokens !== undefined)
    return fail(response, 400, "Unsupported parameter: max_completion_tokens");
  if (fault !== null && /^\d+$/.test(fault)) return fail(response, Number(fault), `the server says ${fault}`);
  if (seen.path.endsWith("/embeddings")) return send(response, 200, embeddings(body.input ?? []));
  await stream(response, state.reply(seen), state);
}

async function stream(response: ServerResponse, text: string, { fault, cuts, usage }: Readonly<State>): Promise<void> {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const shown = fault === "cut" || fault === "length" ? text.slice(0, Math.floor(text.length * 0.6)) : text;
  const events: string[] = [];
  const push = (value: unknown) => events.push(`data: ${JSON.stringify(value)}\n\n`);
  for (let at = 0; at < shown.length; at += cuts.eventChars)
    push(chunk({ content: shown.slice(at, at + cuts.eventChars) }, null));
  if (fault !== "cut") {
    push(chunk({}, fault === "length" ? "length" : "stop"));
    push({ ...chunk({}, null), choices: [], usage });
    events.push("data: [DONE]\n\n");
  }
  if (cuts.writeBytes === null) for (const event of events) response.write(event);
  else await writeInPieces(response, Buffer.from(events.join("")), cuts.writeBytes);
  response.end();
}

function chunk(delta: object, finish: string | null) {
  return { id: "1", object: "chat.completion.chunk", choices: [{ index: 0, delta, finish_reason: finish }] };
}

/** Each piece in a turn of its own and without waiting for more, so that the other side really sees the cuts. */
async function writeInPieces(response: ServerResponse, bytes: Buffer, size: number): Promise<void> {
  response.socket?.setNoDelay(true);
  for (let at = 0; at < bytes.length && !response.destroyed; at += size) {
    response.write(bytes.subarray(at, at + size));
    await nextTurn();
  }
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
