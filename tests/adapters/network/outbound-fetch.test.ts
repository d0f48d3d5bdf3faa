import { createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFetch } from "../../../src/adapters/network/outbound-fetch.ts";
import { createChatModel } from "../../../src/adapters/openai/chat-model.ts";
import { createRemoteEmbedder } from "../../../src/adapters/openai/embedder.ts";
import { loadConfig } from "../../../src/config.ts";
import { type ModelServer, startModelServer } from "../../support/model-server.ts";
import { startHttpProxy } from "../../support/network/http-proxy.ts";
import { type Served, serve } from "../../support/network/serve.ts";
import { startSocksProxy } from "../../support/network/socks-proxy.ts";
import { startTlsFront } from "../../support/network/tls-front.ts";
import { trustTestCertificate } from "../../support/network/trust.ts";

trustTestCertificate();

const ANN = { user: "ann", password: "p@ss/word:#1" };
const PASSWORD = encodeURIComponent(ANN.password);

let model: ModelServer;
let front: Served;
let proxy: Served | null = null;
beforeEach(async () => {
  model = await startModelServer();
  front = await startTlsFront(Number(new URL(model.baseUrl).port));
});
afterEach(async () => {
  await Promise.all([proxy?.stop(), model.stop(), front.stop()]);
  proxy = null;
});

/** Names that exist nowhere but in the proxy: whoever gets an answer from them came through it. */
const routes = () => ({
  "models.footnote.test:80": Number(new URL(model.baseUrl).port),
  "models.footnote.test:443": front.port,
});
const PLAIN = "http://models.footnote.test";
const SECURE = "https://models.footnote.test";

const fetchWith = (env: Record<string, string>) => createFetch(loadConfig(env).proxies);
const chatAt = async (origin: string, env: Record<string, string>) => {
  const server = {
    baseUrl: `${origin}/v1`,
    apiKey: "sk-secret-key",
    model: "m",
    timeoutMs: 5_000,
    idleTimeoutMs: 5_000,
  };
  const chat = createChatModel(server, fetchWith(env));
  let text = "";
  for await (const event of chat.stream({ messages: [{ role: "user", content: "hi" }], schema: null, maxTokens: 9 }))
    if (event.kind === "text") text += event.text;
  return text;
};

const KINDS = [
  { kind: "http", start: startHttpProxy, scheme: "http", origin: SECURE, seen: "CONNECT models.footnote.test:443" },
  { kind: "http", start: startHttpProxy, scheme: "http", origin: PLAIN, seen: "POST http://models.footnote.test" },
  { kind: "socks", start: startSocksProxy, scheme: "socks5", origin: SECURE, seen: "CONNECT models.footnote.test:443" },
  { kind: "socks", start: startSocksProxy, scheme: "socks5h", origin: PLAIN, seen: "CONNECT models.footnote.test:80" },
] as const;

describe("a proxy", () => {
  it.each([SECURE, PLAIN])("that is itself reached over https leads to %s", async (origin) => {
    const inner = await startHttpProxy({ routes: routes(), credentials: ANN });
    const outer = await startTlsFront(inner.port);
    proxy = { ...outer, stop: async () => void (await Promise.all([inner.stop(), outer.stop()])) };
    model.reply = () => "it went through";
    const env = { ALL_PROXY: `https://ann:${PASSWORD}@localhost:${outer.port}` };
    expect(await chatAt(origin, env)).toBe("it went through");
    expect(inner.seen).toEqual([`CONNECT models.footnote.test:${origin === SECURE ? 443 : 80}`]);
  });

  it.each(
    KINDS.flatMap((kind) => [
      { ...kind, credentials: undefined, login: "" },
      { ...kind, credentials: ANN, login: `ann:${PASSWORD}@` },
    ]),
  )("$scheme ($login) leads to $origin: answers and vectors come through it", async (way) => {
    const { start, scheme, login, credentials, origin, seen } = way;
    const through = await start({ routes: routes(), ...(credentials === undefined ? {} : { credentials }) });
    proxy = through;
    const env = { ALL_PROXY: `${scheme}://${login}127.0.0.1:${through.port}` };
    model.reply = () => "it went through";
    expect(await chatAt(origin, env)).toBe("it went through");
    const embedder = await createRemoteEmbedder(
      { baseUrl: `${origin}/v1`, apiKey: null, model: "e", queryModel: "e", dimensions: null, timeoutMs: 5_000 },
      fetchWith(env),
    );
    expect(embedder.dimensions).toBe(3);
    expect(new Set(through.seen)).toEqual(new Set([seen]));
  });

  it("is chosen by the scheme of the address", async () => {
    const one = await startHttpProxy({ routes: routes() });
    proxy = one;
    const other = await startSocksProxy({ routes: routes() });
    const env = { http_proxy: `127.0.0.1:${one.port}`, HTTPS_PROXY: `socks5://127.0.0.1:${other.port}` };
    await chatAt(PLAIN, env);
    await chatAt(SECURE, env);
    await other.stop();
    expect(one.seen).toEqual(["POST http://models.footnote.test"]);
    expect(other.seen).toEqual(["CONNECT models.footnote.test:443"]);
  });

  it("is left aside for this machine, and for what NO_PROXY names", async () => {
    const unused = await startHttpProxy({ routes: {} });
    proxy = unused;
    const env = { ALL_PROXY: `http://127.0.0.1:${unused.port}`, NO_PROXY: "footnote.test" };
    model.reply = () => "straight";
    expect(await chatAt(new URL(model.baseUrl).origin, env)).toBe("straight");
    await expect(fetchWith(env)(SECURE)).rejects.toThrow("fetch failed");
    expect(unused.seen).toEqual([]);
  });
});

/** Speaks first, and no language of proxies. */
const startOddServer = () => serve(createServer((socket) => void socket.write("SSH-2.0-OpenSSH_9.6\r\n")));

describe("a proxy that fails is named, with what to do, and without its password", () => {
  const failure = (origin: string, address: string) =>
    fetchWith({ ALL_PROXY: address })(`${origin}/v1/models`).then(
      () => null,
      (error: unknown) => error as Error,
    );

  it.each(["http", "socks5"])("%s: nobody is there", async (scheme) => {
    for (const origin of [PLAIN, SECURE]) {
      const error = await failure(origin, `${scheme}://ann:hidden-word@127.0.0.1:9`);
      expect(error).toMatchObject({ code: "proxy" });
      expect(error?.message).toMatch(
        new RegExp(
          `^The proxy ${scheme}://127\\.0\\.0\\.1:9 \\(ALL_PROXY\\) does not answer \\(.*ECONNREFUSED.*\\)\\.`,
        ),
      );
      expect(JSON.stringify([error?.message, error?.stack])).not.toContain("hidden-word");
    }
  });

  it.each(KINDS)(
    "$scheme to $origin: a wrong password, and none where one is asked for",
    async ({ start, scheme, origin }) => {
      proxy = await start({ routes: routes(), credentials: ANN });
      const wrong = await failure(origin, `${scheme}://ann:hidden-word@127.0.0.1:${proxy.port}`);
      expect(wrong?.message).toMatch(/refused the user name or the password in ALL_PROXY/);
      expect(`${wrong?.message} ${wrong?.stack}`).not.toContain("hidden-word");
      const none = await failure(origin, `${scheme}://127.0.0.1:${proxy.port}`);
      expect(none?.message).toMatch(/asks for a user name and password/);
    },
  );

  it.each([
    { scheme: "http", start: startHttpProxy, reason: "502" },
    { scheme: "socks5", start: startSocksProxy, reason: "HostUnreachable" },
  ])("$scheme: it does not lead there", async ({ scheme, start, reason }) => {
    proxy = await start({ routes: {} });
    const error = await failure(SECURE, `${scheme}://127.0.0.1:${proxy.port}`);
    expect(error?.message).toMatch(`does not lead to models.footnote.test`);
    expect(error?.message).toMatch(`(${reason})`);
  });

  it("something else listens there", async () => {
    proxy = await startOddServer();
    const error = await failure(SECURE, `socks5://127.0.0.1:${proxy.port}`);
    expect(error?.message).toMatch(/does not talk as a socks5 proxy does .* Correct ALL_PROXY/);
    expect(await failure(SECURE, `http://127.0.0.1:${proxy.port}`)).toBeInstanceOf(Error);
  });

  it("is told as the reason why the model cannot be reached", async () => {
    const asked = chatAt(SECURE, { HTTPS_PROXY: "http://127.0.0.1:9" });
    await expect(asked).rejects.toMatchObject({
      code: "model-unreachable",
      message: expect.stringMatching(/\(HTTPS_PROXY\) does not answer/),
    });
  });
});
