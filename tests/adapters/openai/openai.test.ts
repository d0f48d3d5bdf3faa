import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createChatModel } from "../../../src/adapters/openai/chat-model.ts";
import { createRemoteEmbedder } from "../../../src/adapters/openai/embedder.ts";
import { AppError } from "../../../src/errors.ts";
import type { ChatModel, ChatRequest } from "../../../src/ports.ts";
import { type Fault, type ModelRequest, type ModelServer, startModelServer } from "../../support/model-server.ts";

let server: ModelServer;
beforeEach(async () => {
  server = await startModelServer();
});
afterEach(() => server.stop());

const request: ChatRequest = {
  messages: [{ role: "user", content: "hi" }],
  schema: { name: "claims", body: { type: "object" } },
  maxTokens: 100,
};
const chat = () =>
  createChatModel({
    baseUrl: server.baseUrl,
    apiKey: "sk-secret-key",
    model: "model-x",
    timeoutMs: 5_000,
    idleTimeoutMs: 2_000,
  });
const collect = async (model: ChatModel, asked = request) => {
  let text = "";
  let finish = "";
  let usage = null;
  for await (const event of model.stream(asked)) {
    if (event.kind === "text") text += event.text;
    else ({ finish, usage } = event);
  }
  return { text, finish, usage };
};

describe("the chat model", () => {
  it("streams text, finish and usage", async () => {
    server.reply = () => "一个比七个字符长得多的回答。";
    expect(await collect(chat())).toEqual({
      text: "一个比七个字符长得多的回答。",
      finish: "stop",
      usage: { promptTokens: 10, completionTokens: 5 },
    });
  });

  it.each([
    { prompt_tokens: "7", completion_tokens: 1 },
    { prompt_tokens: -1, completion_tokens: 1 },
    { total_tokens: 9 },
    1e300,
  ])("takes no nonsense for usage: %j", async (usage) => {
    server.usage = usage;
    expect((await collect(chat())).usage).toBeNull();
  });

  it("sends neither temperature nor max_tokens", async () => {
    await collect(chat());
    expect(Object.keys(server.requests[0]?.body ?? {}).sort()).toEqual([
      "max_completion_tokens",
      "messages",
      "model",
      "response_format",
      "stream",
      "stream_options",
    ]);
  });

  it.each([
    ["refuse-schema", ["json_schema", "json_object"]],
    ["refuse-limit", ["json_schema", "json_schema"]],
  ] as const)("gives way once to a server that must %s, and remembers", async (fault, formats) => {
    server.fault = fault;
    const model = chat();
    await collect(model);
    await collect(model);
    expect(server.requests.slice(0, 2).map(({ body }) => body.response_format?.type)).toEqual(formats);
    expect(server.requests).toHaveLength(3);
  });

  const sent = ({ body }: ModelRequest) => [
    body.response_format?.type ?? "none",
    body.max_completion_tokens === undefined ? (body.max_tokens === undefined ? "none" : "max_tokens") : "new",
  ];
  const knows = (format: string, limit: string) => (request: ModelRequest) =>
    [format, "none"].includes(sent(request)[0] ?? "") && [limit, "none"].includes(sent(request)[1] ?? "");

  it.each([
    ["Unsupported parameter: 'max_completion_tokens'. Use 'max_tokens'.", knows("json_schema", "max_tokens"), 1],
    ["max_tokens is not supported (nor max_completion_tokens)", knows("json_schema", "none"), 2],
    ["This response_format type is unavailable now", knows("json_object", "new"), 1],
    ["This model does not support response format `json_schema`", knows("none", "new"), 2],
    ["failed to parse grammar", knows("none", "new"), 2],
    ["Bad Request", knows("none", "new"), 2],
  ])("after %j leaves out what the server does not know, once a process", async (message, accepts, refused) => {
    server.refuse = (asked) => (accepts(asked) ? null : { status: 400, message });
    const model = chat();
    server.reply = () => "yes";
    expect(await collect(model)).toMatchObject({ text: "yes" });
    expect(server.requests).toHaveLength(refused + 1);
    await Promise.all([collect(model), collect(model)]);
    expect(server.requests).toHaveLength(refused + 3);
  });

  it("questions asked at once do not make it leave out more than is refused", async () => {
    server.refuse = ({ body }) =>
      body.max_completion_tokens === undefined ? null : { status: 400, message: "max_completion_tokens?" };
    const model = chat();
    await Promise.all([collect(model), collect(model), collect(model)]);
    await collect(model);
    expect(server.requests.at(-1)?.body.max_tokens).toBe(100);
  });

  it.each([
    ["This model's maximum context length is 4096 tokens", "model-context"],
    ["Input is too long", "model-context"],
    ["The response was filtered due to our content management policy", "model-filtered"],
  ])("takes %j as an answer, and leaves out nothing", async (message, code) => {
    server.refuse = () => ({ status: 400, message });
    const model = chat();
    await expect(collect(model)).rejects.toMatchObject({ code });
    expect(server.requests).toHaveLength(1);
  });

  it("what did not help is not remembered", async () => {
    server.refuse = () => ({ status: 400, message: "Bad Request" });
    const model = chat();
    await expect(collect(model)).rejects.toMatchObject({ code: "model-answer" });
    server.refuse = () => null;
    await collect(model);
    expect(sent(server.requests.at(-1) as ModelRequest)).toEqual(["json_schema", "new"]);
  });

  it("without a schema a refused request is not sent again unchanged", async () => {
    server.refuse = () => ({ status: 400, message: "Bad Request" });
    await expect(collect(chat(), { ...request, schema: null })).rejects.toMatchObject({ code: "model-answer" });
    expect(server.requests).toHaveLength(1);
  });

  it("tells a reply that ran out of tokens", async () => {
    server.fault = "length";
    server.reply = () => "0123456789";
    expect(await collect(chat())).toMatchObject({ text: "012345", finish: "length" });
  });

  it.each([
    ["401", "model-auth", /OPENAI_API_KEY/],
    ["404", "model-missing", /no model "model-x"\. It has: model-a, model-b/],
    ["429", "model-rate-limit", /too many requests/],
    ["500", "model-unreachable", /answered 500/],
    ["cut", "model-cut", /broke off/],
  ] as const)("turns %s into %s", async (fault: Fault, code, words) => {
    server.fault = fault;
    server.reply = () => "0123456789";
    const error = await collect(chat()).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code, message: expect.stringMatching(words) });
    expect((error as Error).message).not.toContain("sk-secret-key");
  });

  it("says that nobody answers", async () => {
    const model = createChatModel({
      baseUrl: "http://127.0.0.1:9/v1",
      apiKey: null,
      model: "m",
      timeoutMs: 3_000,
      idleTimeoutMs: 2_000,
    });
    await expect(collect(model)).rejects.toMatchObject({ code: "model-unreachable" });
  });
});

describe("the remote embedder", () => {
  const embedder = () =>
    createRemoteEmbedder({
      baseUrl: server.baseUrl,
      apiKey: null,
      model: "passages",
      queryModel: "queries",
      dimensions: null,
      timeoutMs: 5_000,
    });

  it("tells questions and passages apart and returns unit vectors in order", async () => {
    const remote = await embedder();
    expect(remote.dimensions).toBe(3);
    const vectors = await remote.embedPassages(Array.from({ length: 300 }, (_, length) => "x".repeat(length + 1)));
    expect(vectors).toHaveLength(300);
    expect(vectors.every((vector) => Math.abs(Math.hypot(...(vector ?? [])) - 1) < 1e-6)).toBe(true);
    expect(vectors[1]?.[0]).toBeCloseTo(2 / Math.hypot(2, 1, 0.5), 6);
    await remote.embedQuery("q");
    expect(server.requests.at(0)?.body.model).toBe("queries");
    expect(server.requests.at(1)?.body.model).toBe("passages");
    expect(server.requests.at(-1)?.body.model).toBe("queries");
  });

  const texts = Array.from({ length: 300 }, (_, length) => "x".repeat(length + 1));
  const sizes = () => server.requests.map(({ body }) => body.input?.length ?? 0);

  it.each([
    [10, 400, "batch size is invalid, it should not be larger than 10.: input.contents"],
    [32, 413, "batch size 128 > maximum allowed batch size 32"],
    [64, 400, "input数组最大不得超过64条"],
    [1, 422, "input: one text, please"],
  ])("finds out that a server takes %i texts a request (%i %s)", async (most, status, message) => {
    server.refuse = ({ body }) => ((body.input?.length ?? 0) > most ? { status, message } : null);
    const remote = await embedder();
    const vectors = await remote.embedPassages(texts);
    const lengths = vectors.map((vector) => Math.round((vector?.[0] ?? 0) / (vector?.[1] ?? 1)));
    expect(lengths).toEqual(texts.map((text) => text.length));
    const before = sizes().length;
    await remote.embedPassages(texts);
    expect(Math.max(...sizes().slice(before))).toBeLessThanOrEqual(most);
  });

  it.each([
    [400, "model-answer"],
    [401, "model-auth"],
    [429, "model-rate-limit"],
  ])("does not split for ever, nor after a failure of another kind (%i)", async (status, code) => {
    const remote = await embedder();
    server.refuse = () => ({ status, message: "no" });
    await expect(remote.embedPassages(["a", "b"])).rejects.toMatchObject({ code });
    expect(
      sizes()
        .slice(1)
        .filter((size) => size === 1),
    ).toHaveLength(status === 400 ? 1 : 0);
  });

  it("names a wrong key", async () => {
    server.fault = "401";
    await expect(embedder()).rejects.toMatchObject({
      code: "model-auth",
      message: expect.stringContaining("EMBEDDING_API_KEY"),
    });
  });
});
