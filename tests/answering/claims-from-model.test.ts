import { describe, expect, it } from "vitest";
import { attributionContext } from "../../src/answering/attribution/evidence.ts";
import { claimsFromModel } from "../../src/answering/claims-from-model.ts";
import { assignKeys, keyTable } from "../../src/answering/keys.ts";
import type { Claim } from "../../src/domain.ts";
import { AppError } from "../../src/errors.ts";
import type { ChatModel, ChatRequest } from "../../src/ports.ts";
import { encoder, passageOf, store } from "./attribution/support.ts";

const passages = assignKeys([passageOf(["大桥全长3公里，2019年通车。", "桥上没有收费站。"])]);
const keys = keyTable(passages);
const [first = "", second = ""] = keys.keys();
const context = attributionContext(
  passages.map(({ found }) => found),
  "",
  store,
  encoder,
);
const usage = { promptTokens: 10, completionTokens: 5 };

/** A model that gives one reply a call; an error stands for a server that fails. */
function modelOf(...replies: readonly (readonly (readonly [string, string])[] | AppError)[]) {
  const requests: ChatRequest[] = [];
  const model: ChatModel = {
    name: "test",
    async *stream(request) {
      const reply = replies[requests.push(request) - 1] ?? [];
      if (reply instanceof AppError) throw reply;
      const claims = reply.map(([key, text]) => ({ cites: [key], text }));
      yield { kind: "text", text: JSON.stringify({ claims, missing: "" }) };
      yield { kind: "end", finish: "stop", usage };
    },
  };
  return { model, requests };
}

const run = async (model: ChatModel) => {
  const shown: string[][] = [];
  const onClaims = (claims: readonly Claim[]) => shown.push(claims.map(({ text }) => text));
  const reply = await claimsFromModel(model, { messages: [], schema: null, maxTokens: 9 }, keys, context, { onClaims });
  return {
    ...reply,
    shown,
    texts: reply.claims.map(({ text }) => text),
    reasons: reply.dropped.map(({ reason }) => reason),
  };
};

describe("claims from a model", () => {
  it("asks once to mend what failed, told what failed and shown the sentences", async () => {
    const { model, requests } = modelOf(
      [
        [first, "大桥全长3公里。"],
        [first, "大桥2018年通车。"],
        [second, "桥上有收费站。"],
      ],
      [
        [first, "大桥2019年通车。"],
        [second, "桥上设了收费站。"],
      ],
    );
    const reply = await run(model);
    expect(reply.texts).toEqual(["大桥全长3公里。", "大桥2019年通车。"]);
    expect(reply.reasons).toEqual(["negation"]);
    expect(reply.repaired).toBe(1);
    expect(reply.usage).toEqual({ chat: { promptTokens: 20, completionTokens: 10 }, judge: null });
    expect(requests).toHaveLength(2);
    const prompt = requests[1]?.messages.at(-1)?.content ?? "";
    expect(prompt).toContain("大桥2018年通车。\nProblem: a date in it");
    expect(prompt).toContain(`[${second}] 桥上没有收费站。`);
  });

  it("never shows what failed, and never takes back what it showed", async () => {
    const { model } = modelOf(
      [
        [first, "大桥全长3公里。"],
        [first, "大桥全长4公里。"],
      ],
      [[first, "大桥全长5公里。"]],
    );
    const reply = await run(model);
    expect(reply.shown).toEqual([["大桥全长3公里。"]]);
    expect(reply.reasons).toEqual(["figure"]);
  });

  it("asks nothing more when all holds, or when nothing shown was cited", async () => {
    const good = modelOf([[first, "大桥全长3公里。"]]);
    await run(good.model);
    expect(good.requests).toHaveLength(1);
    const forged = modelOf([["z9z.1", "大桥全长3公里。"]]);
    expect((await run(forged.model)).reasons).toEqual(["unknown-key"]);
    expect(forged.requests).toHaveLength(1);
  });

  it("a failing second call leaves the failed claims dropped", async () => {
    const { model } = modelOf(
      [
        [first, "大桥全长3公里。"],
        [first, "大桥全长4公里。"],
      ],
      new AppError("model-unreachable", "down"),
    );
    const reply = await run(model);
    expect(reply).toMatchObject({
      texts: ["大桥全长3公里。"],
      reasons: ["figure"],
      coverage: "complete",
      usage: { chat: usage, judge: null },
    });
  });
});
