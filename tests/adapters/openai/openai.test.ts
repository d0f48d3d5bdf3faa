import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createChatModel } from "../../../src/adapters/openai/chat-model.ts";
import { createRemoteEmbedder } from "../../../src/adapters/openai/embedder.ts";
import { AppError } from "../../../src/errors.ts";
import type { ChatModel, ChatRequest } from "../../../src/ports.ts";
import { type Fault, type ModelServer, startModelServer } from "../../support/model-server.ts";

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
const collect = async (model: ChatModel) => {
  let text = "";
  let finish = "";
  let usage = null;
  for await (const event of model.stream(request)) {
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

  it("names a wrong key", async () => {
    server.fault = "401";
    await expect(embedder()).rejects.toMatchObject({
      code: "model-auth",
      message: expect.stringContaining("EMBEDDING_API_KEY"),
    });
  });
});
