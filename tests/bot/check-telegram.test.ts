import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkTelegram } from "../../src/bot/check-telegram.ts";
import { type Route, TELEGRAM_API } from "../../src/bot/no-answer.ts";
import type { Fetch } from "../../src/ports.ts";
import { type BotApiServer, startBotApiServer } from "../../tools/telegram-server/server.ts";
import { startModelServer } from "../support/model-server.ts";

let server: BotApiServer;
beforeEach(async () => {
  server = await startBotApiServer();
});
afterEach(async () => {
  await server.stop();
  expect(server.violations).toEqual([]);
});

/** api.telegram.org, as far as the bot can tell. */
const asTelegram: Fetch = (url, init) => fetch(url.replace(TELEGRAM_API, server.apiRoot), init);
const direct = { apiRoot: TELEGRAM_API, proxy: null };
const check = (route: Route = direct, limitMs = 5_000, token = server.token) =>
  checkTelegram(token, route, asTelegram, limitMs);

describe("a look at Telegram before the start", () => {
  it("finds the bot, and takes nothing from it", async () => {
    server.sendText("early");
    expect(await check()).toEqual({ server: "telegram", outcome: "ready", text: "@footnote_bot" });
    expect(server.calls.map(({ method }) => method)).toEqual(["getMe", "getWebhookInfo"]);
    expect(server.pendingUpdates()).toBe(1);
  });

  it("says which proxy leads there", async () => {
    const { text } = await check({ ...direct, proxy: "socks5://127.0.0.1:1080" });
    expect(text).toBe("@footnote_bot, through socks5://127.0.0.1:1080");
  });

  it.each([
    { name: "a revoked token", fault: { status: 401 }, says: /TELEGRAM_BOT_TOKEN is wrong or was revoked/ },
    { name: "another program", fault: { status: 409 }, says: /Another program reads this bot's messages/ },
    { name: "a bad request", fault: { status: 400, description: "Bad Request: Logged out" }, says: /Logged out/ },
  ])("tells $name", async ({ fault, says }) => {
    server.fault({ method: "getMe", ...fault });
    expect(await check()).toMatchObject({ outcome: "failed", text: expect.stringMatching(says) });
  });

  it("tells a token that never was one, without repeating it", async () => {
    const { outcome, text } = await check(direct, 5_000, "123456:never-was-one-but-long-enough");
    expect(outcome).toBe("failed");
    expect(text).toMatch(/copy it anew from @BotFather/);
    expect(text).not.toContain("never-was");
  });

  it("tells of a web-hook, and how to remove it", async () => {
    const hook = await fetch(`${server.apiRoot}/bot${server.token}/setWebhook?url=https://example.org/hook`);
    expect(hook.status).toBe(200);
    expect(await check()).toMatchObject({ outcome: "failed", text: expect.stringMatching(/webhook.*deleteWebhook/) });
  });

  it("tries again after a broken reply", async () => {
    server.fault({ method: "getMe", status: 502 });
    server.fault({ method: "getWebhookInfo", drop: "before" });
    expect(await check()).toMatchObject({ outcome: "ready" });
  });

  it.each([
    { route: direct, says: /^Telegram does not answer within 0\.3 s: is the network blocked here\? Set HTTPS_PROXY/ },
    { route: { ...direct, proxy: "http://p:1" }, says: /within 0\.3 s: does the proxy http:\/\/p:1 reach it\?/ },
    {
      route: { apiRoot: "http://bots.example:8081", proxy: null },
      says: /^The Bot API server bots\.example:8081 does not answer within 0\.3 s: is it running/,
    },
  ])("waits no longer than it may ($route)", async ({ route, says }) => {
    const silent: Fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
      });
    const began = performance.now();
    const { text } = await checkTelegram(server.token, route, silent, 300);
    expect(text).toMatch(says);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it("a slow Telegram counts as silent", async () => {
    server.fault({ method: "getMe", delayMs: 2_000, times: 9 });
    expect(await check(direct, 300)).toMatchObject({ outcome: "failed", text: expect.stringMatching(/within 0\.3 s/) });
  });

  it("knows a server that is none of Telegram's", async () => {
    const other = await startModelServer();
    const route = { apiRoot: new URL(other.baseUrl).origin, proxy: null };
    const json: Fetch = async () => Response.json({ error: { message: "Not Found" } }, { status: 404 });
    const page: Fetch = async () => new Response("<html>Sign in to the network</html>");
    const found = await Promise.all([fetch, page, json].map((each) => checkTelegram(server.token, route, each, 5_000)));
    await other.stop();
    for (const { outcome, text } of found) {
      expect(outcome).toBe("failed");
      expect(text).toMatch(/what answers there is no Bot API server/);
      expect(text).toMatch(/TELEGRAM_API_ROOT/);
    }
  });
});
