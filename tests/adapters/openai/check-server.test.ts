import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkModelServer } from "../../../src/adapters/openai/check-server.ts";
import { chatNames, embeddingNames } from "../../../src/adapters/openai/names.ts";
import { isListed, nearestNames } from "../../../src/adapters/openai/nearest-names.ts";
import { type ModelServer, startModelServer } from "../../support/model-server.ts";

let server: ModelServer;
beforeEach(async () => {
  server = await startModelServer();
});
afterEach(() => server.stop());

const check = (model: string, baseUrl = server.baseUrl, limitMs = 5_000) =>
  checkModelServer({ baseUrl, apiKey: "sk-secret-key" }, chatNames({ model, baseUrl }), fetch, limitMs);

describe("a look at a model server", () => {
  it("finds the model, with one request", async () => {
    const { host } = new URL(server.baseUrl);
    expect(await check("model-b")).toEqual({ outcome: "ready", text: `model-b at ${host}` });
    expect(server.requests.map(({ path }) => path)).toEqual(["/v1/models"]);
  });

  it("names those it has, the nearest first, and how many more", async () => {
    server.models = [...Array.from({ length: 30 }, (_, i) => `other-family-${i}`), "gpt-5.4", "gpt-5.4-mini"];
    const { outcome, text } = await check("gpt-5.4-mni");
    expect(outcome).toBe("doubtful");
    expect(text).toMatch(/does not list a model "gpt-5\.4-mni"\. It has: gpt-5\.4-mini, gpt-5\.4, other-family/);
    expect(text).toMatch(/ and 22 more\. Set CHAT_MODEL\.$/);
  });

  it.each([404, 405, 400, 501])("without a list (%i) it takes the model on trust", async (status) => {
    server.refuse = () => ({ status, message: "no such thing" });
    expect(await check("m")).toMatchObject({
      outcome: "ready",
      text: expect.stringMatching(/does not list its models\.$/),
    });
    const bare = new URL(server.baseUrl).origin;
    expect((await check("m", bare)).text).toContain("most addresses end in /v1");
  });

  it.each([
    [401, /refused the key \(401\)\. Check OPENAI_API_KEY/],
    [403, /refused the key \(403\)/],
    [429, /too many requests/],
    [503, /answered 503/],
  ])("tells %i", async (status, words) => {
    server.refuse = () => ({ status, message: "sk-secret-key" });
    const { outcome, text } = await check("model-a");
    expect(outcome).toBe("failed");
    expect(text).toMatch(words);
    expect(text).not.toContain("secret");
    expect(server.requests).toHaveLength(1);
  });

  it("waits no longer than it may, and says what to set", async () => {
    server.refuse = () => "hang";
    const { outcome, text } = await check("model-a", server.baseUrl, 200);
    expect(outcome).toBe("failed");
    expect(text).toMatch(/does not answer within 0\.2 s\. Is OPENAI_BASE_URL right.*HTTPS_PROXY/);
  });

  it("says that nobody is there, or that nothing is listed", async () => {
    expect(await check("m", "http://127.0.0.1:9/v1")).toMatchObject({ outcome: "failed" });
    server.models = [];
    expect((await check("m")).text).toMatch(/lists no models/);
  });

  it("names the variables of embeddings", async () => {
    const names = embeddingNames({ model: "none", baseUrl: server.baseUrl });
    const { text } = await checkModelServer({ baseUrl: server.baseUrl, apiKey: null }, names, fetch, 5_000);
    expect(text).toContain("Set EMBEDDING_MODEL");
  });
});

describe("names of models", () => {
  it.each([
    ["llama3", ["llama3:latest"], true],
    ["gemini-2.5-flash", ["models/gemini-2.5-flash"], true],
    ["llama3", ["llama3:8b"], false],
  ])("%s among %j: %s", (model, names, listed) => {
    expect(isListed(model, names)).toBe(listed);
  });

  it("are shown without what a terminal would obey", () => {
    expect(nearestNames("m", ["\u001b[2Jm\n", "x".repeat(500)])).toBe(`[2Jm, ${"x".repeat(80)}`);
  });
});
