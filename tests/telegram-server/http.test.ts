import { describe, expect, it } from "vitest";
import { call, send, start, urlOf } from "./support.ts";

/** Source: core.telegram.org/bots/api#making-requests */
describe("how a method can be called", () => {
  const form = new FormData();
  form.set("chat_id", "42");
  form.set("text", "hello 你好");
  const keyboard = { inline_keyboard: [[{ text: "a", callback_data: "b" }]] };
  form.set("reply_markup", JSON.stringify(keyboard));
  const fields = { chat_id: "42", text: "hello 你好", reply_markup: JSON.stringify(keyboard) };
  const json = { "content-type": "application/json" };

  it.each<[string, (url: string) => Promise<Response>]>([
    ["the query string", (url) => fetch(`${url}?${new URLSearchParams(fields)}`)],
    ["an urlencoded body", (url) => fetch(url, { method: "POST", body: new URLSearchParams(fields) })],
    ["a multipart body", (url) => fetch(url, { method: "POST", body: form })],
    [
      "JSON with nested objects",
      (url) =>
        fetch(url, {
          method: "POST",
          headers: json,
          body: JSON.stringify({ ...fields, chat_id: 42, reply_markup: keyboard }),
        }),
    ],
    ["JSON with nested strings", (url) => fetch(url, { method: "POST", headers: json, body: JSON.stringify(fields) })],
  ])("by %s", async (_, request) => {
    const server = await start();
    server.sendText("hi");
    expect(await (await request(urlOf(server, "sendmessage"))).json()).toMatchObject({
      ok: true,
      result: { message_id: 2, text: "hello 你好", reply_markup: keyboard, chat: { id: 42, type: "private" } },
    });
    expect(server.calls.map(({ method }) => method)).toEqual(["sendMessage"]);
  });

  it.each([
    ["no JSON", "{", "Bad Request: can't parse JSON object"],
    ["a list", "[]", "Bad Request: can't parse JSON object"],
    [
      "a keyboard that is no JSON",
      JSON.stringify({ ...fields, reply_markup: "{" }),
      "Bad Request: can't parse reply markup JSON object",
    ],
  ])("refuses %s", async (_, body, description) => {
    const server = await start();
    server.sendText("hi");
    const response = await fetch(urlOf(server, "sendMessage"), { method: "POST", headers: json, body });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ ok: false, error_code: 400, description });
    expect(server.violations).toHaveLength(1);
  });

  it.each([
    ["another token", "/bot1:WRONG/getMe", 401, "Unauthorized"],
    ["an unknown method", "/bot1:T/sendTelepathy", 404, "Not Found"],
    ["another path", "/", 404, "Not Found"],
    ["a file that is not there", "/file/bot1:T/documents/file_9", 404, "Not Found"],
    ["a file with another token", "/file/bot1:WRONG/documents/file_9", 401, "Unauthorized"],
  ])("answers %s with its code", async (_, path, error_code, description) => {
    const server = await start({ token: "1:T" });
    const response = await fetch(`${server.apiRoot}${path}`);
    expect(response.status).toBe(error_code);
    expect(await response.json()).toEqual({ ok: false, error_code, description });
  });

  it("numbers messages within a chat only", async () => {
    const server = await start();
    expect([server.sendText("a", { from: 1 }), server.sendText("b", { from: 2 })].map((m) => m.message_id)).toEqual([
      1, 1,
    ]);
    await send(server, { chat_id: 2, text: "c" });
    await send(server, { chat_id: 1, text: "d" });
    expect(server.history(1).map((m) => [m.message_id, m.text])).toEqual([
      [1, "a"],
      [2, "d"],
    ]);
    expect(server.history(2).map((m) => [m.message_id, m.text])).toEqual([
      [1, "b"],
      [2, "c"],
    ]);
  });

  it("notes every call with its parameters and its answer", async () => {
    const server = await start({ nowMs: () => 1000 });
    await call(server, "getChat", { chat_id: 7 });
    expect(server.calls).toEqual([
      {
        method: "getChat",
        params: { chat_id: 7 },
        atMs: 1000,
        response: { ok: false, error_code: 400, description: "Bad Request: chat not found" },
        fault: null,
      },
    ]);
  });
});
