import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { configurationDocument, environmentExample } from "../scripts/configuration-texts.ts";
import { loadConfig } from "../src/config.ts";
import { VARIABLES } from "../src/config-variables.ts";

describe("loadConfig", () => {
  it("needs nothing", () => {
    expect(loadConfig({ OPENAI_API_KEY: "" })).toMatchObject({
      telegram: { token: null },
      access: { ownerId: null, allowedUsers: [] },
      corpusDir: "corpus/articles",
      corpusDirGiven: "default",
      dataDir: ".footnote",
      chat: null,
      embedding: null,
    });
  });

  it.each([
    [{ OPENAI_API_KEY: "k" }, { chat: { model: "gpt-5.4-mini", baseUrl: null }, embedding: null }],
    [
      { OPENAI_BASE_URL: "http://localhost:11434/v1/", CHAT_MODEL: "qwen" },
      { chat: { model: "qwen", baseUrl: "http://localhost:11434/v1", apiKey: null } },
    ],
    [
      { OPENAI_API_KEY: "k", EMBEDDING_MODEL: "e" },
      { embedding: { model: "e", queryModel: "e", apiKey: "k", baseUrl: null } },
    ],
    [
      { EMBEDDING_BASE_URL: "http://localhost:8000/v1", EMBEDDING_MODEL: "p", EMBEDDING_QUERY_MODEL: "q" },
      { chat: null, embedding: { model: "p", queryModel: "q" } },
    ],
    [{ EMBEDDING_BASE_URL: "http://localhost:8000/v1" }, { embedding: { model: "text-embedding-3-small" } }],
    [{ ALLOWED_USERS: "1, 22，333" }, { access: { allowedUsers: [1, 22, 333] } }],
    [{}, { judge: null }],
    [
      { OPENAI_API_KEY: "k" },
      { judge: { kind: "chat", model: "gpt-5.4-mini", baseUrl: null, apiKey: "k", timeoutMs: 30_000 } },
    ],
    [
      { OPENAI_API_KEY: "k", CHAT_MODEL: "m", JUDGE: "ON", JUDGE_MODEL: "j", JUDGE_TIMEOUT_MS: "5000" },
      { chat: { model: "m" }, judge: { model: "j", timeoutMs: 5_000 } },
    ],
    [
      { OPENAI_API_KEY: "k", CHAT_MODEL: "m", JUDGE_BASE_URL: "http://localhost:1/v1" },
      { judge: { model: "m", baseUrl: "http://localhost:1/v1", apiKey: null } },
    ],
    [
      { OPENAI_API_KEY: "k", JUDGE_BASE_URL: "http://localhost:1/v1", JUDGE_API_KEY: "jk", JUDGE_MODEL: "j" },
      { judge: { model: "j", baseUrl: "http://localhost:1/v1", apiKey: "jk" } },
    ],
    [{ OPENAI_API_KEY: "k", JUDGE: "off", JUDGE_MODEL: "j" }, { judge: null }],
    [{ OPENAI_API_KEY: "k", JUDGE: "local" }, { judge: { kind: "local", model: expect.stringContaining("mDeBERTa") } }],
    [
      { OPENAI_API_KEY: "k", JUDGE: "local", JUDGE_LOCAL_MODEL: "/models/nli" },
      { judge: { kind: "local", model: "/models/nli" } },
    ],
    [{ FETCH_LINKS: "On" }, { fetchLinks: "on" }],
    [{}, { timeZone: "Asia/Shanghai" }],
    [{ TIME_ZONE: "Europe/Berlin" }, { timeZone: "Europe/Berlin" }],
    [{}, { fetchLinks: "off" }],
    [{ ALLOWED_USERS: "*" }, { access: { allowedUsers: "everyone" } }],
  ])("reads %j", (env, expected) => {
    expect(loadConfig(env)).toMatchObject(expected);
  });

  it.each([
    [{ EMBEDDING_API_KEY: "secret-value" }, /EMBEDDING_API_KEY is set, but remote embeddings are not/],
    [{ CHAT_MODEL: "m" }, /CHAT_MODEL is set, but no model server is/],
    [{ JUDGE: "on" }, /JUDGE is set, but no chat model writes/],
    [{ JUDGE: "local" }, /JUDGE is set, but no chat model writes/],
    [
      { OPENAI_API_KEY: "secret-value", JUDGE_LOCAL_MODEL: "m" },
      /JUDGE_LOCAL_MODEL is set, but the judge is no local one/,
    ],
    [{ OPENAI_API_KEY: "secret-value", JUDGE: "maybe" }, /JUDGE is "maybe": use local or off or on/],
    [{ FETCH_LINKS: "yes" }, /FETCH_LINKS is "yes": use off or on/],
    [{ TIME_ZONE: "Mars/Olympus" }, /TIME_ZONE is "Mars\/Olympus", not a time zone/],
    [{ OWNER_ID: "me" }, /OWNER_ID is "me", not a whole number/],
    [{ ALLOWED_USERS: "1,@ann" }, /ALLOWED_USERS holds "@ann"/],
    [{ TELEGRAM_BOT_TOKEN: "secret-value" }, /TELEGRAM_BOT_TOKEN does not look like a bot token/],
    [{ OPENAI_BASE_URL: "localhost:11434" }, /OPENAI_BASE_URL is "localhost:11434"/],
  ])("refuses %j", (env, words) => {
    expect(() => loadConfig(env)).toThrow(words);
    expect(() => loadConfig(env)).not.toThrow(/secret-value/);
  });

  it("tells every problem at once", () => {
    expect(() => loadConfig({ OWNER_ID: "x", EMBEDDING_DIMENSIONS: "0.5" })).toThrow(
      /OWNER_ID[\s\S]*EMBEDDING_DIMENSIONS/,
    );
  });

  it.each([
    ["docs/configuration.md", configurationDocument],
    [".env.example", environmentExample],
  ])("is documented in %s (npm run docs:configuration writes it)", (file, write) => {
    expect(readFileSync(path.join(import.meta.dirname, "..", file), "utf8")).toBe(write());
  });

  const DEFAULTS = Object.entries(VARIABLES).filter(([, { unset }]) => !unset.startsWith("("));
  it.each(DEFAULTS)("%s is what the documents say while it is unset", (name, { unset }) => {
    const env = {
      OPENAI_API_KEY: "key",
      ...(name.startsWith("EMBEDDING_") && { EMBEDDING_MODEL: "model" }),
      ...(name === "JUDGE_LOCAL_MODEL" && { JUDGE: "local" }),
    };
    const { chat, ...others } = loadConfig(env);
    const { chat: setChat, ...setOthers } = loadConfig({ ...env, [name]: unset });
    expect({ ...setOthers, corpusDirGiven: others.corpusDirGiven }).toEqual(others);
    if (name !== "CHAT_MAX_TOKENS") expect(setChat).toEqual(chat);
  });
});
