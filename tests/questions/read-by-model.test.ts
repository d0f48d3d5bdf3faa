import { describe, expect, it } from "vitest";
import type { ChatModel } from "../../src/ports.ts";
import { readByModel } from "../../src/questions/read-by-model.ts";
import { readMessage } from "../../src/questions/read-message.ts";

const SHELF = { accounts: ["量子位", "Founder Park"], folders: [], newest: "2025-01-09" };
const UNSURE = "量子位那边的推送对大模型是什么态度";

/** A model that says this, and how often it was asked. */
function saying(reply: string | (() => Promise<string>)) {
  const asked: string[] = [];
  const chat: ChatModel = {
    name: "m",
    async *stream(request) {
      asked.push(request.messages.at(-1)?.content ?? "");
      yield { kind: "text", text: typeof reply === "string" ? reply : await reply() };
      yield { kind: "end", finish: "stop", usage: null };
    },
  };
  return { chat, asked };
}

const rules = (text: string) => readMessage(text, { today: "2025-01-09", shelf: SHELF });
const said = (fields: object) =>
  JSON.stringify({
    intent: "question",
    dates: "none",
    from: null,
    to: null,
    accounts: [],
    collection: null,
    mentions: [],
    ...fields,
  });

describe("reading by a model", () => {
  it("is asked only where rules are in doubt", async () => {
    const { chat, asked } = saying(said({}));
    for (const text of ["赵州桥的设计者是谁？", "你好", "有多少篇文章？", "上周的文章里谁提到了氦？"])
      expect(await readByModel(text, rules(text), SHELF, chat)).toEqual(rules(text));
    expect(asked).toEqual([]);
    await readByModel(UNSURE, rules(UNSURE), SHELF, chat);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain("2025-01-09");
  });

  it("gives the same typed result", async () => {
    const { chat } = saying(
      said({ dates: "published", from: "2024-01-01", to: "2024-03-31", accounts: ["量子位", "Nobody"] }),
    );
    const reading = await readByModel(UNSURE, rules(UNSURE), SHELF, chat);
    expect(reading.range).toEqual({ from: "2024-01-01", to: "2024-03-31", mode: "filter" });
    expect(reading.scope.accounts).toEqual(["量子位"]);
  });

  it.each([
    ["about the collection", { intent: "collection", collection: "count", mentions: ["Sora"] }, "collection"],
    ["a collection of nothing", { intent: "collection", collection: null }, "question"],
    ["a summary", { intent: "summary" }, "summary"],
  ])("%s", async (_, fields, intent) => {
    const { chat } = saying(said(fields));
    expect((await readByModel(UNSURE, rules(UNSURE), SHELF, chat)).intent).toBe(intent);
  });

  it.each([
    ["nothing", ""],
    ["prose", "I think this is a question."],
    ["another form", said({ intent: "dance" })],
    ["days that do not exist", said({ dates: "about", from: "2024-02-31", to: "soon" })],
    ["days the wrong way round", said({ dates: "about", from: "2024-03-01", to: "2024-01-01" })],
  ])("falls back to the rules for %s", async (_, reply) => {
    expect(await readByModel(UNSURE, rules(UNSURE), SHELF, saying(reply).chat)).toEqual(rules(UNSURE));
  });

  it("falls back where the model fails, but not where the person stops", async () => {
    const { chat } = saying(() => Promise.reject(new Error("down")));
    expect(await readByModel(UNSURE, rules(UNSURE), SHELF, chat)).toEqual(rules(UNSURE));
    await expect(readByModel(UNSURE, rules(UNSURE), SHELF, chat, AbortSignal.abort())).rejects.toThrow();
  });
});
