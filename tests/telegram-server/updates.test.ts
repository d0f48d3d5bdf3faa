import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import type { Update } from "grammy/types";
import { afterEach, describe, expect, it } from "vitest";
import { call, poll, result, start } from "./support.ts";

const textsOf = (updates: readonly Update[]) => updates.map(({ message }) => message?.text);
const OTHER_POLLER =
  "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";

/** Source: core.telegram.org/bots/api#getupdates */
describe("long polling", () => {
  it("repeats updates until an offset confirms them, `limit` at a time", async () => {
    const server = await start();
    for (const text of ["a", "b", "c"]) server.sendText(text);
    expect(textsOf(await poll(server))).toEqual(["a", "b", "c"]);
    const [first] = await poll(server, { limit: 1 });
    expect(textsOf(await poll(server, { offset: (first?.update_id ?? 0) + 1, limit: 1 }))).toEqual(["b"]);
    expect(server.pendingUpdates()).toBe(2);
    expect(textsOf(await poll(server, { offset: -1 }))).toEqual(["c"]);
    expect(server.pendingUpdates()).toBe(1);
  });

  it("waits for an update, and gives none after the time-out", async () => {
    const server = await start();
    const waiting = poll(server, { timeout: 50 });
    await server.waitFor(() => server.calls.length === 1, 5000);
    server.sendText("at last");
    expect(textsOf(await waiting)).toEqual(["at last"]);
    expect(await poll(server, { offset: 99, timeout: 0 })).toEqual([]);
  });

  it("ends the older of two pollers with 409", async () => {
    const server = await start();
    const older = call(server, "getUpdates", { timeout: 50 });
    await server.waitFor(() => server.calls.length === 1, 5000);
    const newer = poll(server, { timeout: 50 });
    expect(await older).toEqual({ ok: false, error_code: 409, description: OTHER_POLLER });
    server.sendText("for the newer");
    expect(textsOf(await newer)).toEqual(["for the newer"]);
  });

  it("loses nothing when a poller hangs up", async () => {
    const server = await start();
    const hangUp = new AbortController();
    const url = `${server.apiRoot}/bot${server.token}/getUpdates?timeout=50`;
    const lost = fetch(url, { signal: hangUp.signal }).catch(() => "hung up");
    await server.waitFor(() => server.calls.length === 1, 5000);
    hangUp.abort();
    expect(await lost).toBe("hung up");
    server.sendText("still here");
    expect(textsOf(await poll(server))).toEqual(["still here"]);
  });

  it("queues only the kinds asked for, and remembers them", async () => {
    const server = await start();
    await poll(server, { allowed_updates: ["edited_message"] });
    const { message_id } = server.sendText("unseen");
    server.editText(42, message_id, "seen");
    const updates = await poll(server);
    expect(updates.map(({ edited_message }) => edited_message?.text)).toEqual(["seen"]);
  });
});

/** Source: core.telegram.org/bots/api#setwebhook */
describe("web-hook", () => {
  const closers: (() => void)[] = [];
  afterEach(() => {
    for (const close of closers.splice(0)) close();
  });

  /** A bot's endpoint that answers with the given codes in turn, then 200. */
  async function endpoint(...codes: readonly number[]) {
    const seen: { readonly update: Update; readonly secret: string | undefined }[] = [];
    const rest = [...codes];
    const http = createServer(async (request, response) => {
      const body = await text(request);
      seen.push({ update: JSON.parse(body), secret: request.headers["x-telegram-bot-api-secret-token"]?.toString() });
      response.writeHead(rest.shift() ?? 200).end();
    });
    await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
    closers.push(() => {
      http.closeAllConnections();
      http.close();
    });
    const address = http.address();
    return { seen, url: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/hook` };
  }

  it("posts updates with the secret, in order, and stops polling", async () => {
    const server = await start();
    const { seen, url } = await endpoint();
    server.sendText("before");
    await result(server, "setWebhook", { url, secret_token: "s3cret_-" });
    server.sendText("after");
    await server.waitFor(() => server.pendingUpdates() === 0, 5000);
    expect(seen.map(({ update, secret }) => [update.message?.text, secret])).toEqual([
      ["before", "s3cret_-"],
      ["after", "s3cret_-"],
    ]);
    expect(await call(server, "getUpdates")).toMatchObject({
      error_code: 409,
      description:
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    });
  });

  it("ends a running poll with 409, in words of its own", async () => {
    const server = await start();
    const running = call(server, "getUpdates", { timeout: 50 });
    await server.waitFor(() => server.calls.length === 1, 5000);
    await result(server, "setWebhook", { url: "https://example.org/hook" });
    expect(await running).toEqual({
      ok: false,
      error_code: 409,
      description: "Conflict: terminated by setWebhook request",
    });
  });

  it("repeats an update until it is taken, and keeps the order of its chat", async () => {
    const server = await start({ webhookRetryDelayMs: 1 });
    const { seen, url } = await endpoint(500, 503);
    await result(server, "setWebhook", { url });
    server.sendText("a");
    server.sendText("b");
    await server.waitFor(() => server.pendingUpdates() === 0, 5000);
    expect(seen.map(({ update }) => update.message?.text)).toEqual(["a", "a", "a", "b"]);
    expect(await result(server, "getWebhookInfo")).toMatchObject({
      url,
      pending_update_count: 0,
      last_error_message: "Wrong response from the webhook: 503 Service Unavailable",
    });
  });

  it("gives an update up after its tries", async () => {
    const server = await start({ webhookRetryDelayMs: 1, webhookTries: 2 });
    const { seen, url } = await endpoint(500, 500);
    await result(server, "setWebhook", { url });
    server.sendText("a");
    await server.waitFor(() => server.pendingUpdates() === 0, 5000);
    server.sendText("b");
    await server.waitFor(() => server.pendingUpdates() === 0, 5000);
    expect(seen.map(({ update }) => update.message?.text)).toEqual(["a", "a", "b"]);
  });

  it("gives what is left to polling after deleteWebhook", async () => {
    const server = await start({ webhookRetryDelayMs: 60_000 });
    const { url } = await endpoint(500);
    await result(server, "setWebhook", { url });
    server.sendText("a");
    await result(server, "deleteWebhook");
    expect(textsOf(await poll(server))).toEqual(["a"]);
  });

  it("drops pending updates when told to", async () => {
    const server = await start();
    server.sendText("a");
    await result(server, "deleteWebhook", { drop_pending_updates: true });
    expect(await poll(server)).toEqual([]);
  });
});
