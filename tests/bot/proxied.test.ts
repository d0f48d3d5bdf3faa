import { describe, expect, it } from "vitest";
import { createFetch } from "../../src/adapters/network/outbound-fetch.ts";
import { createBot } from "../../src/bot/create-bot.ts";
import { runBot } from "../../src/bot/run-bot.ts";
import { loadConfig } from "../../src/config.ts";
import { sayIn } from "../../src/rendering/say.ts";
import { type BotApiServer, startBotApiServer } from "../../tools/telegram-server/server.ts";
import { startHttpProxy } from "../support/network/http-proxy.ts";
import { startSocksProxy } from "../support/network/socks-proxy.ts";
import type { ProxyOptions, TestProxy } from "../support/network/test-proxy.ts";
import { startTlsFront } from "../support/network/tls-front.ts";
import { trustTestCertificate } from "../support/network/trust.ts";
import { FakeAdditions } from "./support/fake-additions.ts";
import { FakeLibrary } from "./support/fake-library.ts";
import { afterwards, button, OWNER, stage } from "./support/stage.ts";

trustTestCertificate();

const TELEGRAM = "https://api.telegram.org";
const OWN_SERVER = "http://bots.footnote.test:8081";

/** A bot for which api.telegram.org is our server, by what the proxy says. */
async function behindProxy(start: (options: ProxyOptions) => Promise<TestProxy>, scheme: string, apiRoot: string) {
  const server: BotApiServer = await startBotApiServer();
  const port = Number(new URL(server.apiRoot).port);
  const front = await startTlsFront(port);
  const credentials = { user: "ann", password: "p:w" };
  const routes = { "api.telegram.org:443": front.port, "bots.footnote.test:8081": port };
  const proxy = await start({ routes, credentials });
  afterwards(front.stop);
  afterwards(proxy.stop);
  const { proxies } = loadConfig({ ALL_PROXY: `${scheme}://ann:p%3Aw@127.0.0.1:${proxy.port}` });
  const additions = new FakeAdditions();
  const way = { apiRoot, fetch: createFetch(proxies) };
  return { additions, proxy, ...(await stage({ server, additions, way })) };
}

describe("the bot behind a proxy", () => {
  it.each([
    { start: startHttpProxy, scheme: "http", apiRoot: TELEGRAM, seen: /^CONNECT api\.telegram\.org:443$/ },
    { start: startSocksProxy, scheme: "socks5", apiRoot: TELEGRAM, seen: /^CONNECT api\.telegram\.org:443$/ },
    {
      start: startHttpProxy,
      scheme: "http",
      apiRoot: OWN_SERVER,
      seen: /^(GET|POST) http:\/\/bots\.footnote\.test:8081$/,
    },
    { start: startSocksProxy, scheme: "socks5", apiRoot: OWN_SERVER, seen: /^CONNECT bots\.footnote\.test:8081$/ },
  ])("$scheme to $apiRoot: answers, files up and files down", async ({ start, scheme, apiRoot, seen }) => {
    const { server, proxy, additions, hears } = await behindProxy(start, scheme, apiRoot);
    server.sendText("When?");
    const [answer] = await hears(OWNER, 1);
    server.pressButton(OWNER, answer?.message_id ?? 0, button(answer, "1"));
    const proof = (await hears(OWNER, 2))[1];
    server.pressButton(OWNER, proof?.message_id ?? 0, button(proof, sayIn("en")("send-file")));
    const file = (await hears(OWNER, 3))[2];
    expect(Buffer.from(server.file(file?.document?.file_id ?? "").bytes).toString()).toContain("灯塔 body");
    server.sendDocument({ name: "桥.md", mimeType: "", bytes: Buffer.from("# 桥\n\n一篇文章。") });
    await hears(OWNER, 4);
    expect(additions.kept.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(["# 桥\n\n一篇文章。"]);
    expect(proxy.seen.length).toBeGreaterThan(0);
    expect(proxy.seen.filter((line) => !seen.test(line))).toEqual([]);
  });

  it("does not start behind a dead one, and names it without its password", async () => {
    const { state, clock } = await stage();
    const quiet = () => {};
    const logger = { info: quiet, warn: quiet, error: quiet };
    const deps = { library: new FakeLibrary(), state, clock, logger, access: { ownerId: OWNER, allowedUsers: [] } };
    const { proxies } = loadConfig({ HTTPS_PROXY: "socks5://ann:hidden-word@127.0.0.1:9" });
    const bot = createBot("123456:a-secret-token-of-some-length", deps, { fetch: createFetch(proxies) });
    const failure: unknown = await runBot(bot, deps).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: "telegram" });
    expect(String(failure)).toMatch(/The proxy socks5:\/\/127\.0\.0\.1:9 \(HTTPS_PROXY\) does not answer/);
    expect(String(failure)).not.toMatch(/hidden-word|a-secret/);
  });
});
