import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type BotApiServer, startBotApiServer } from "../../tools/telegram-server/server.ts";
import { type ModelServer, startModelServer } from "../support/model-server.ts";
import { startHttpProxy } from "../support/network/http-proxy.ts";
import type { Served } from "../support/network/serve.ts";
import { startSocksProxy } from "../support/network/socks-proxy.ts";
import { CERTIFICATE_FILE, startTlsFront } from "../support/network/tls-front.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const ROOT = path.join(import.meta.dirname, "..", "..");
const ANN = 42;
const PATIENCE_MS = 15_000;
const CREDENTIALS = { user: "ann", password: "hidden-word" };
const TOKEN = "1000001:AAAAAAAAAAAAAAAAAAAAAAAA";

let telegram: BotApiServer;
let model: ModelServer;
let fronts: readonly Served[];
const cleanups: (() => Promise<void> | void)[] = [];
beforeEach(async () => {
  telegram = await startBotApiServer({ token: TOKEN });
  model = await startModelServer();
  const ports = [telegram.apiRoot, model.baseUrl].map((address) => Number(new URL(address).port));
  fronts = await Promise.all(ports.map(startTlsFront));
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  await Promise.all([...fronts, telegram, model].map((each) => each.stop()));
  expect(telegram.violations).toEqual([]);
});

/** The real hosts, which for the proxy are our servers. */
const routes = () => ({ "api.telegram.org:443": fronts[0]?.port ?? 0, "api.openai.com:443": fronts[1]?.port ?? 0 });

/** A program of its own in an empty folder with one article and nothing but `env` around it. */
function run(script: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  const corpus = path.join(folder, "corpus");
  mkdirSync(corpus);
  writeFileSync(path.join(corpus, "bridge.md"), "# The bridge that sang\n\nThe bridge at Orn was opened in 1899.\n");
  const bare = {
    PATH: process.env["PATH"] ?? "",
    HOME: folder,
    DATA_DIR: path.join(folder, "data"),
    CORPUS_DIR: corpus,
  };
  const program = spawn(process.execPath, [path.join(ROOT, script), ...args], {
    cwd: folder,
    env: { ...bare, NODE_EXTRA_CA_CERTS: CERTIFICATE_FILE, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return listen(program);
}

function listen(program: ChildProcess) {
  const said = { stdout: "", stderr: "" };
  program.stdout?.on("data", (chunk) => {
    said.stdout += chunk;
  });
  program.stderr?.on("data", (chunk) => {
    said.stderr += chunk;
  });
  const ended = new Promise<number | null>((resolve) => program.once("close", resolve));
  cleanups.push(async () => {
    program.kill("SIGKILL");
    await ended;
  });
  return { said, ended, stop: () => program.kill("SIGTERM") };
}

const texts = () => telegram.history(ANN).filter((message) => message.from?.is_bot === true);

describe("npm start behind a proxy", () => {
  it.each([
    { scheme: "http", start: startHttpProxy },
    { scheme: "socks5", start: startSocksProxy },
  ])("$scheme: reaches api.telegram.org and api.openai.com, and answers", async ({ scheme, start }) => {
    const proxy = await start({ routes: routes(), credentials: CREDENTIALS });
    cleanups.push(proxy.stop);
    model.models = ["gpt-5.4-mini", "text-embedding-3-small"];
    model.reply = () => JSON.stringify({ claims: [], missing: "" });
    const { said, ended, stop } = run("src/main.ts", [], {
      HTTPS_PROXY: `${scheme}://ann:hidden-word@127.0.0.1:${proxy.port}`,
      TELEGRAM_BOT_TOKEN: TOKEN,
      OWNER_ID: `${ANN}`,
      OPENAI_API_KEY: "sk-some-secret-key",
      EMBEDDING_MODEL: "text-embedding-3-small",
    });
    telegram.sendText("When was the bridge at Orn opened?");
    await telegram.waitFor(() => texts().length > 0, PATIENCE_MS);
    telegram.sendDocument({
      name: "tower.md",
      mimeType: "",
      bytes: Buffer.from("# The tower\n\nIt was built in 1931.\n"),
    });
    await telegram.waitFor(() => texts().some(({ text }) => text?.startsWith("Added")), PATIENCE_MS);
    stop();
    expect(await ended, said.stderr).toBe(0);
    expect(said.stdout).toMatch(
      new RegExp(
        `^✓ Telegram    @footnote_bot, through ${scheme}://127\\.0\\.0\\.1:${proxy.port}\n✓ Chat model  gpt-5\\.4-mini at api\\.openai\\.com\n✓ Embeddings  text-embedding-3-small at api\\.openai\\.com\n\n`,
      ),
    );
    expect(said.stdout).toContain("The bot is reachable as @footnote_bot.");
    expect(model.requests.map(({ path: asked }) => asked)).toContain("/v1/chat/completions");
    expect(new Set(proxy.seen)).toEqual(new Set(["CONNECT api.telegram.org:443", "CONNECT api.openai.com:443"]));
    expect(said.stdout + said.stderr).not.toMatch(/hidden-word|sk-some|AAAA/);
    expect(said.stdout).not.toContain("\u001b");
  });

  it("so do npm run index and npm run ask, which end by themselves", async () => {
    const proxy = await startSocksProxy({ routes: routes() });
    cleanups.push(proxy.stop);
    const env = { ALL_PROXY: `socks5h://127.0.0.1:${proxy.port}`, OPENAI_API_KEY: "k", EMBEDDING_MODEL: "e" };
    const data = { DATA_DIR: path.join(temporaryFolder(), "data") };
    const indexing = run("scripts/index.ts", [], { ...env, ...data });
    expect(await indexing.ended, indexing.said.stderr).toBe(0);
    const asking = run("scripts/ask.ts", ["When was the bridge at Orn opened?"], { ...env, ...data });
    expect(await asking.ended, asking.said.stderr).toBe(0);
    expect(model.requests.map(({ path: asked }) => asked)).toContain("/v1/chat/completions");
    expect(new Set(proxy.seen)).toEqual(new Set(["CONNECT api.openai.com:443"]));
  });
});

const START = { TELEGRAM_BOT_TOKEN: TOKEN, OWNER_ID: `${ANN}` };

describe("npm start where something does not answer", () => {
  it("a dead proxy: one line, and exit code 1", async () => {
    const { said, ended } = run("src/main.ts", [], { ...START, https_proxy: "http://ann:hidden-word@127.0.0.1:9" });
    expect(await ended).toBe(1);
    expect(said.stderr).toMatch(
      /^✗ Telegram {4}The proxy http:\/\/127\.0\.0\.1:9 \(https_proxy\) does not answer \(ECONNREFUSED\)\.[^\n]*\n$/,
    );
    expect(said.stdout + said.stderr).not.toContain("hidden-word");
  });

  it("a Bot API server that is silent: after 10 s", async () => {
    telegram.fault({ method: "getMe", delayMs: 60_000, times: 9 });
    const { said, ended } = run("src/main.ts", [], { ...START, TELEGRAM_API_ROOT: telegram.apiRoot });
    const began = performance.now();
    expect(await ended).toBe(1);
    expect(said.stderr).toMatch(
      /^✗ Telegram {4}The Bot API server 127\.0\.0\.1:\d+ does not answer within 10 s: is it running/,
    );
    expect(performance.now() - began).toBeLessThan(14_000);
  });

  it("a wrong token and a wrong configuration of the proxy are told in words", async () => {
    const wrong = { ...START, TELEGRAM_BOT_TOKEN: "1000001:BBBBBBBBBBBBBBBBBBBBBBBB" };
    const refused = run("src/main.ts", [], { ...wrong, TELEGRAM_API_ROOT: telegram.apiRoot });
    expect(await refused.ended).toBe(1);
    expect(refused.said.stderr).toMatch(/^✗ Telegram .*TELEGRAM_BOT_TOKEN is wrong or was revoked[^\n]*\n$/);
    const malformed = run("src/main.ts", [], { ...START, HTTPS_PROXY: "ftp://ann:hidden-word@h" });
    expect(await malformed.ended).toBe(1);
    expect(malformed.said.stderr).toMatch(/^HTTPS_PROXY is not a proxy that can be used: [^\n]*\n$/);
    expect(malformed.said.stderr).not.toContain("hidden-word");
  });

  it.each([
    {
      name: "a model that is not there",
      env: { CHAT_MODEL: "model-x" },
      says: /It has: model-a, model-b\. Set CHAT_MODEL\./,
    },
    {
      name: "a server that is down",
      env: { OPENAI_BASE_URL: "http://127.0.0.1:9/v1" },
      says: /Until it answers, the articles are quoted\./,
    },
  ])("$name: a warning, and the bot runs", async ({ env, says }) => {
    const { said, ended, stop } = run("src/main.ts", [], {
      ...START,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      OPENAI_BASE_URL: model.baseUrl,
      ...env,
    });
    telegram.sendText("/help");
    await telegram.waitFor(() => texts().length > 0, PATIENCE_MS);
    stop();
    expect(await ended, said.stderr).toBe(0);
    expect(said.stdout).toMatch(/^✓ Telegram {4}@footnote_bot\n! Chat model {2}/);
    expect(said.stdout).toMatch(says);
  });

  it("embeddings that cannot be had stop it, for nothing could be searched", async () => {
    const { said, ended } = run("src/main.ts", [], { EMBEDDING_BASE_URL: "http://127.0.0.1:9/v1" });
    expect(await ended).toBe(1);
    expect(said.stderr).toMatch(/^✗ Embeddings {2}127\.0\.0\.1:9 does not answer\.[^\n]*\n$/);
  });
});
