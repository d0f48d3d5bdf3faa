import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createChatModel } from "../../../src/adapters/openai/chat-model.ts";
import { AppError } from "../../../src/errors.ts";
import type { ChatRequest } from "../../../src/ports.ts";

const SAID = '{"claims":[],"missing":"灯的价格"}';
const request: ChatRequest = { messages: [{ role: "user", content: "hi" }], schema: null, maxTokens: 100 };

const event = (value: unknown, lineEnd = "\n") => `data: ${JSON.stringify(value)}${lineEnd}${lineEnd}`;
const choice = (fields: object) => ({ choices: [{ index: 0, ...fields }] });
const delta = (content: unknown, finish: string | null = null) =>
  event(choice({ delta: { content }, finish_reason: finish }));
const pieces = (text: string, size = 7) => text.match(new RegExp(`[\\s\\S]{1,${size}}`, "g")) ?? [];
const content = pieces(SAID)
  .map((piece) => delta(piece))
  .join("");
const stop = event(choice({ delta: {}, finish_reason: "stop" }));
const done = "data: [DONE]\n\n";
const usage = event({ choices: [], usage: { prompt_tokens: 5, completion_tokens: 7 } });

/** A server whose reply comes in writes of so many bytes. */
function replying(body: string, writeBytes: number, type = "text/event-stream", status = 200) {
  const bytes = new TextEncoder().encode(body);
  const fetch = async () => {
    let at = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (at >= bytes.length) return controller.close();
        controller.enqueue(bytes.slice(at, at + writeBytes));
        at += writeBytes;
      },
    });
    return new Response(stream, { status, headers: { "content-type": type } });
  };
  const server = { baseUrl: "http://odd.footnote.test/v1", apiKey: "sk-secret-key" };
  return createChatModel({ ...server, model: "m", timeoutMs: 5_000, idleTimeoutMs: 2_000 }, fetch);
}

async function read(body: string, writeBytes: number, type?: string, status?: number) {
  let text = "";
  try {
    for await (const each of replying(body, writeBytes, type, status).stream(request)) {
      if (each.kind === "text") text += each.text;
      else return { text, finish: each.finish };
    }
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    const { code, message } = error as AppError;
    expect(message).not.toContain("sk-secret-key");
    return { text, code };
  }
  return { text };
}

const whole = (message: object) =>
  JSON.stringify({ ...choice({ message: { role: "assistant", ...message }, finish_reason: "stop" }), usage: {} });

describe("what servers send", () => {
  it.each<[name: string, body: string, finish: string]>([
    ["as OpenAI", content + stop + usage + done, "stop"],
    ["carriage returns and pings", `: ping\r\n\r\n${(content + stop + done).replaceAll("\n", "\r\n")}`, "stop"],
    ["no space behind data", (content + stop + done).replaceAll("data: ", "data:"), "stop"],
    ["an event without choices first", event({ choices: [], prompt_filter_results: [{}] }) + content + stop, "stop"],
    ["nothing behind the last event", (content + stop).trimEnd(), "stop"],
    ["no finish, but an end", content + done, "untold"],
    [
      "an empty finish each time",
      pieces(SAID)
        .map((piece) => delta(piece, ""))
        .join("") + done,
      "untold",
    ],
    ["a limit", content + event(choice({ delta: {}, finish_reason: "length" })), "length"],
    [
      "lists of parts, with what it thinks",
      delta([{ type: "thinking", thinking: [{ type: "text", text: "hmm" }] }]) +
        pieces(SAID)
          .map((text) => delta([{ type: "text", text }]))
          .join("") +
        stop,
      "stop",
    ],
    [
      "what it thinks in a field of its own",
      event(choice({ delta: { reasoning_content: "x" } })) + content + stop,
      "stop",
    ],
    ["message in place of delta", event(choice({ message: { content: SAID }, finish_reason: "stop" })) + done, "stop"],
    ["text in place of delta", event(choice({ text: SAID, finish_reason: "stop" })), "stop"],
    [
      "all that was said so far each time",
      pieces(SAID)
        .map((_, i) => delta(SAID.slice(0, 7 * (i + 1))))
        .join("") + stop,
      "stop",
    ],
    [
      "an event that is no JSON",
      `${delta("")}data: {"choices":[{"delta":{"content":"oops\n\n${content}${stop}`,
      "stop",
    ],
    ["a whole reply", whole({ content: SAID }), "stop"],
    ["a whole reply over lines", JSON.stringify(JSON.parse(whole({ content: SAID })), null, 2), "stop"],
    ["a whole reply of parts", whole({ content: [{ type: "text", text: SAID }] }), "stop"],
  ])("%s, in writes of any size", async (_, body, finish) => {
    for (const size of [1, 2, 3, 7, 64, body.length * 3])
      expect(await read(body, size)).toEqual({ text: SAID, finish });
  });

  it.each<[name: string, body: string, code: string]>([
    [
      "credit in an event",
      event({ error: { message: "Insufficient balance", code: "insufficient_quota" } }) + done,
      "model-credit",
    ],
    ["credit in a whole reply", JSON.stringify({ error: { message: "Insufficient balance" } }), "model-credit"],
    [
      "credit in a form of its own",
      '{"base_resp":{"status_code":1008,"status_msg":"insufficient balance"},"choices":null}',
      "model-credit",
    ],
    ["credit in Chinese", event({ error: { message: "账户余额不足，请充值", code: "1113" } }), "model-credit"],
    [
      "a key",
      event({ error: { message: "Incorrect API key", type: "invalid_request_error", code: 401 } }),
      "model-auth",
    ],
    ["too many", event({ error: { message: "Rate limited", code: 429 } }), "model-rate-limit"],
    ["too many, without error", '{"code":429,"message":"slow down","success":false}', "model-rate-limit"],
    [
      "too many, at the end",
      event({ ...choice({ delta: {}, finish_reason: "error" }), error: { code: 429, message: "x" } }),
      "model-rate-limit",
    ],
    [
      "context in an event of errors",
      'event: error\ndata: {"object":"error","message":"context length exceeded","code":400}\n\n',
      "model-context",
    ],
    [
      "context beside the events",
      'error: {"code":400,"message":"the request exceeds the available context size"}\n\n',
      "model-context",
    ],
    [
      "a model",
      event({ error: { message: "The model `m` does not exist", code: "model_not_found" } }),
      "model-missing",
    ],
    [
      "an overloaded server",
      event({ error: { message: "Overloaded", type: "overloaded_error" } }),
      "model-unreachable",
    ],
    [
      "a filter at the start",
      delta("") + event(choice({ delta: {}, finish_reason: "content_filter" })),
      "model-filtered",
    ],
    [
      "a filter in an event",
      event({ error: { code: "data_inspection_failed", message: "Output data may contain inappropriate content." } }),
      "model-filtered",
    ],
    ["something else", event({ error: "it went wrong" }), "model-answer"],
    ["a page of the web", "<!doctype html><html><body>Welcome</body></html>", "model-unusable"],
    ["nothing", "", "model-unusable"],
    ["no end", delta(""), "model-cut"],
    ["a failing network", event(choice({ delta: {}, finish_reason: "network_error" })), "model-cut"],
  ])("a failure inside a good status is told as what it is: %s", async (_, body, code) => {
    for (const size of [1, 5, body.length + 1]) expect(await read(body, size)).toEqual({ text: "", code });
  });

  it.each<[status: number, message: string, code: string]>([
    [402, "Insufficient Balance", "model-credit"],
    [429, "You exceeded your current quota, please check your plan and billing details.", "model-credit"],
    [429, "Too many requests", "model-rate-limit"],
    [400, "This model's maximum context length is 2048 tokens. However, you requested 5200 tokens", "model-context"],
    [400, "API key not valid. Please pass a valid API key.", "model-auth"],
    [401, "insufficient permissions", "model-auth"],
    [404, "The model does not exist", "model-missing"],
    [503, "Loading model", "model-unreachable"],
  ])(
    "%i %s is %s",
    async (status, message, code) => {
      const body = JSON.stringify({ error: { message } });
      expect(await read(body, 99, "application/json", status)).toEqual({ text: "", code });
    },
    20_000,
  );

  it("keeps what was said before a failure", async () => {
    const late = content + event({ error: { message: "Rate limited", code: 429 } });
    expect(await read(late, 5)).toEqual({ text: SAID, code: "model-rate-limit" });
    expect(await read(content, 5)).toEqual({ text: SAID, code: "model-cut" });
  });

  it("is borne, whatever it is", async () => {
    const piece = fc.constantFrom(
      "data: ",
      "{",
      "}",
      "error: ",
      "event: error",
      "\n",
      "\n\n",
      '"choices":[',
      "null",
      "[DONE]",
      ":",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }),
        fc.integer({ min: 1, max: 9 }),
        async (parts, size) => {
          await read(parts.join(""), size);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("the limit of a reply", () => {
  const limits = async (maxTokens: number | undefined, ...rooms: readonly ("usual" | "more")[]) => {
    const sent: unknown[] = [];
    const fetch = async (_: string, init?: { readonly body?: unknown }) => {
      sent.push(JSON.parse(String(init?.body)).max_completion_tokens);
      return new Response(content + stop + done);
    };
    const server = { baseUrl: "http://odd.footnote.test/v1", apiKey: null };
    const chat = createChatModel({ ...server, model: "m", timeoutMs: 5_000, idleTimeoutMs: 2_000, maxTokens }, fetch);
    for (const room of rooms) for await (const _ of chat.stream({ ...request, room }));
    return sent;
  };

  it.each([
    { maxTokens: undefined, least: 100 },
    { maxTokens: 50, least: 100 },
    { maxTokens: 8_000, least: 8_000 },
  ])("is what the reply needs, or CHAT_MAX_TOKENS ($maxTokens) where that is more", async ({ maxTokens, least }) => {
    expect(await limits(maxTokens, "usual")).toEqual([least]);
  });

  it("is four times as much where more room is asked for, and stays so once that helped", async () => {
    expect(await limits(undefined, "usual", "more", "usual", "more")).toEqual([100, 400, 400, 400]);
  });
});
