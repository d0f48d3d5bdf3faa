import { describe, expect, it } from "vitest";
import { attributionContext } from "../../src/answering/attribution/evidence.ts";
import { claimsFromModel } from "../../src/answering/claims-from-model.ts";
import { assignKeys, keyTable } from "../../src/answering/keys.ts";
import type { Claim } from "../../src/domain.ts";
import { AppError } from "../../src/errors.ts";
import type { ChatModel, ChatRequest, Finish } from "../../src/ports.ts";
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

type Replies = readonly (readonly [said: string, finish: Finish | "broken"])[];

describe("a reply that its limit or its server ends", () => {
  const claim = (key: string, text: string) => `{"cites":["${key}"],"text":"${text}"}`;
  const one = `{"claims":[${claim(first, "大桥全长3公里。")}`;
  const two = `${one},${claim(second, "桥上没有收费站。")}],"missing":""}`;

  function saying(...replies: Replies) {
    const rooms: unknown[] = [];
    const model: ChatModel = {
      name: "test",
      async *stream({ room }) {
        const [said, finish] = replies[rooms.push(room) - 1] ?? ["", "stop"];
        yield { kind: "text", text: said };
        if (finish === "broken") throw new AppError("model-cut", "broke off");
        yield { kind: "end", finish, usage };
      },
    };
    return { model, rooms };
  }

  it.each<[name: string, replies: Replies, texts: readonly string[], coverage: string, asked: number]>([
    ["whole JSON without a finish", [[two, "untold"]], ["大桥全长3公里。", "桥上没有收费站。"], "complete", 1],
    [
      "whole JSON before the connection broke",
      [[two, "broken"]],
      ["大桥全长3公里。", "桥上没有收费站。"],
      "complete",
      1,
    ],
    ["whole JSON at the limit", [[two, "length"]], ["大桥全长3公里。", "桥上没有收费站。"], "complete", 1],
    ["half of it without a finish", [[one, "untold"]], ["大桥全长3公里。"], "cut", 1],
    ["half of it before the connection broke", [[one, "broken"]], ["大桥全长3公里。"], "cut", 1],
    [
      "half of it, then with more room all",
      [
        [one, "length"],
        [two, "stop"],
      ],
      ["大桥全长3公里。", "桥上没有收费站。"],
      "complete",
      2,
    ],
    [
      "half of it twice",
      [
        [one, "length"],
        [one, "length"],
      ],
      ["大桥全长3公里。"],
      "cut",
      2,
    ],
    [
      "half of it, and then a failing server",
      [
        [one, "length"],
        ["", "broken"],
      ],
      ["大桥全长3公里。"],
      "cut",
      2,
    ],
    [
      "thinking, and then all",
      [
        ["<think>3公里", "length"],
        [two, "stop"],
      ],
      ["大桥全长3公里。", "桥上没有收费站。"],
      "complete",
      2,
    ],
  ])("%s", async (_, replies, texts, coverage, asked) => {
    const { model, rooms } = saying(...replies);
    expect(await run(model)).toMatchObject({ texts, coverage, dropped: [] });
    expect(rooms).toEqual([undefined, "more"].slice(0, asked));
  });

  it.each<[name: string, replies: Replies, code: string]>([
    [
      "thinking twice",
      [
        ["<think>", "length"],
        ["<think>", "length"],
      ],
      "model-length",
    ],
    [
      "thinking, and then a failing server",
      [
        ["<think>", "length"],
        ["", "broken"],
      ],
      "model-length",
    ],
    [
      "thinking, and then nothing of use",
      [
        ["<think>", "length"],
        ["", "stop"],
      ],
      "model-length",
    ],
    ["nothing before the connection broke", [["", "broken"]], "model-cut"],
    ["nothing of use", [["Well.", "stop"]], "model-unusable"],
  ])("%s is a failure", async (_, replies, code) => {
    await expect(run(saying(...replies).model)).rejects.toMatchObject({ code });
  });
});
