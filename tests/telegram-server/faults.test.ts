import { describe, expect, it } from "vitest";
import type { FaultSpec } from "../../tools/telegram-server/server.ts";
import { call, start, urlOf } from "./support.ts";

const HELLO = { chat_id: 42, text: "hello" };

describe("faults on demand", () => {
  it.each<[Omit<FaultSpec, "method">, object]>([
    [
      { status: 429, retryAfter: 3 },
      { ok: false, error_code: 429, description: "Too Many Requests: retry after 3", parameters: { retry_after: 3 } },
    ],
    [{ status: 500 }, { ok: false, error_code: 500, description: "Internal Server Error" }],
    [{ status: 401 }, { ok: false, error_code: 401, description: "Unauthorized" }],
    [
      { status: 409 },
      {
        ok: false,
        error_code: 409,
        description:
          "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
      },
    ],
    [{ status: 502 }, { ok: false, error_code: 502, description: "Bad Gateway" }],
    [{ status: 403 }, { ok: false, error_code: 403, description: "Forbidden: bot was blocked by the user" }],
    [
      { status: 400, description: "Bad Request: odd" },
      { ok: false, error_code: 400, description: "Bad Request: odd" },
    ],
  ])("answers with %j, once, and without effect", async (spec, expected) => {
    const server = await start();
    server.sendText("hi");
    server.fault({ method: "sendMessage", ...spec });
    expect(await call(server, "sendMessage", HELLO)).toEqual(expected);
    expect(server.history(42)).toHaveLength(1);
    expect(await call(server, "sendMessage", HELLO)).toMatchObject({ ok: true });
    expect(server.violations).toEqual([]);
  });

  it.each<["before" | "after", number]>([
    ["before", 1],
    ["after", 2],
  ])("drops the connection %s the call took effect", async (drop, messages) => {
    const server = await start();
    server.sendText("hi");
    server.fault({ method: "sendMessage", drop });
    await expect(call(server, "sendMessage", HELLO)).rejects.toThrow();
    expect(server.history(42)).toHaveLength(messages);
    expect(server.calls.map(({ fault }) => fault?.drop)).toEqual([drop]);
  });

  it("hits as many calls as told, of that method and with those parameters", async () => {
    const server = await start();
    server.sendText("hi", { from: 42 });
    server.sendText("hi", { from: 43 });
    server.fault({ method: "sendMessage", times: 2, status: 500, when: ({ chat_id }) => chat_id === 43 });
    const codes = [];
    for (const chat_id of [42, 43, 43, 43])
      codes.push((await call(server, "sendMessage", { chat_id, text: "a" })).error_code);
    expect([...codes, (await call(server, "getMe")).error_code]).toEqual([undefined, 500, 500, undefined, undefined]);
  });

  it("tells retry_after in a header too", async () => {
    const server = await start();
    server.fault({ method: "getMe", status: 429, retryAfter: 7 });
    const response = await fetch(urlOf(server, "getMe"));
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "7"]);
  });

  it("delays a call that then works, while others pass it", async () => {
    const server = await start();
    server.sendText("hi");
    server.fault({ method: "sendMessage", delayMs: 100, when: ({ text }) => text === "slow" });
    const slow = call(server, "sendMessage", { ...HELLO, text: "slow" });
    await server.waitFor(() => server.calls.length === 1, 5000);
    await call(server, "sendMessage", { ...HELLO, text: "fast" });
    await slow;
    expect(server.history(42).map(({ text }) => text)).toEqual(["hi", "fast", "slow"]);
  });

  it.each([
    [42, "Forbidden: bot was blocked by the user", "kicked"],
    [-7, "Forbidden: bot is not a member of the supergroup chat", "left"],
  ])("answers 403 in chat %d once the bot is shut out", async (chat, description, status) => {
    const server = await start();
    server.sendText("hi", { chat });
    server.block(chat);
    for (const method of ["sendMessage", "sendChatAction", "editMessageText", "deleteMessage"]) {
      const params = { chat_id: chat, text: "a", action: "typing", message_id: 1 };
      expect(await call(server, method, params)).toEqual({ ok: false, error_code: 403, description });
    }
    const updates = await call(server, "getUpdates", { offset: -1 });
    expect(updates).toMatchObject({ result: [{ my_chat_member: { new_chat_member: { status } } }] });
  });

  it("answers 403 to who never wrote to the bot itself, but is met in a group", async () => {
    const server = await start();
    server.sendText("hi", { from: 9, chat: -7 });
    expect(await call(server, "sendMessage", { chat_id: 9, text: "a" })).toEqual({
      ok: false,
      error_code: 403,
      description: "Forbidden: bot can't initiate conversation with a user",
    });
    server.sendText("/start", { from: 9 });
    expect(await call(server, "sendMessage", { chat_id: 9, text: "a" })).toMatchObject({ ok: true });
  });
});

/** Source: core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
describe("rates, where a test wants them", () => {
  const tooMany = (retry_after: number) => ({
    ok: false,
    error_code: 429,
    description: `Too Many Requests: retry after ${retry_after}`,
    parameters: { retry_after },
  });

  it("are 1 message a second to a chat, and others do not wait for it", async () => {
    let now = 0;
    const server = await start({ rateRules: "kept", nowMs: () => now });
    for (const from of [42, 43]) server.sendText("hi", { from });
    expect(await call(server, "sendMessage", HELLO)).toMatchObject({ ok: true });
    expect(await call(server, "sendMessage", { ...HELLO, chat_id: 43 })).toMatchObject({ ok: true });
    now = 400;
    expect(await call(server, "sendMessage", HELLO)).toEqual(tooMany(1));
    expect(await call(server, "sendChatAction", { chat_id: 42, action: "typing" })).toMatchObject({ ok: true });
    now = 1_000;
    expect(await call(server, "sendMessage", HELLO)).toMatchObject({ ok: true });
    expect(server.history(42)).toHaveLength(3);
    expect(server.violations).toEqual([]);
  });

  it("are 20 a minute to a group", async () => {
    let now = 0;
    const server = await start({ rateRules: "kept", nowMs: () => now });
    server.sendText("hi", { chat: -7 });
    for (let sent = 0; sent < 20; sent++, now += 1_000)
      expect(await call(server, "sendMessage", { chat_id: -7, text: "a" })).toMatchObject({ ok: true });
    expect(await call(server, "sendMessage", { chat_id: -7, text: "a" })).toEqual(tooMany(40));
    now = 60_000;
    expect(await call(server, "sendMessage", { chat_id: -7, text: "a" })).toMatchObject({ ok: true });
  });

  it("are 30 a second over all", async () => {
    const server = await start({ rateRules: "kept", nowMs: () => 0 });
    for (let from = 1; from <= 31; from++) server.sendText("hi", { from });
    const codes = [];
    for (let chat_id = 1; chat_id <= 31; chat_id++)
      codes.push((await call(server, "sendMessage", { chat_id, text: "a" })).error_code);
    expect(codes.filter((code) => code === 429)).toHaveLength(1);
  });
});
