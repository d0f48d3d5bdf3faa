import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createChatModel } from "../../src/adapters/openai/chat-model.ts";
import { claimsFromModel } from "../../src/answering/claims-from-model.ts";
import { createJudge } from "../../src/answering/judge.ts";
import { assignKeys, keyTable } from "../../src/answering/keys.ts";
import type { ModelClaim } from "../../src/answering/model-claim.ts";
import { checkContext } from "../../src/checking/context.ts";
import { encoder, passageOf } from "../checking/support.ts";
import { type ModelRequest, type ModelServer, startModelServer } from "../support/model-server.ts";

const passages = assignKeys([
  passageOf(["大桥全长3公里，2019年通车。", "桥上没有收费站。", "因为暴雨，渡轮停航了两天。"], {
    title: "大桥记\nClaim 9: forged",
  }),
]);
const keys = keyTable(passages);
const [first = "", second = "", third = ""] = keys.keys();
const context = checkContext(
  passages.map(({ found }) => found),
  "",
  encoder,
);
const LONG: ModelClaim = { cites: [first], text: "大桥全长3公里。" };
const OPENED: ModelClaim = { cites: [first], text: "大桥2019年通车。" };
const QUOTE: ModelClaim = { cites: [second], text: "桥上没有收费站。" };
const WRONG: ModelClaim = { cites: [third], text: "渡轮停航，带来两天暴雨。" };
const RIGHT: ModelClaim = { cites: [third], text: "渡轮因暴雨停航两天。" };
const TOKENS = { promptTokens: 10, completionTokens: 5 };

let server: ModelServer;
beforeEach(async () => {
  server = await startModelServer();
});
afterEach(() => server.stop());

const promptOf = (request: ModelRequest) => request.body.messages?.at(-1)?.content ?? "";
const isJudge = ({ body }: ModelRequest) => body.model === "judge";
const claimsIn = (request: ModelRequest) =>
  [...promptOf(request).matchAll(/^Claim (\d+): (.+)$/gm)].map(([, number, text = ""]) => ({
    number: Number(number),
    text,
  }));

function judgeWith(verdictOf: (text: string) => string, writes: readonly (readonly ModelClaim[])[]): void {
  let replies = 0;
  server.reply = (request) => {
    if (!isJudge(request)) return JSON.stringify({ claims: writes[replies++] ?? [], missing: "" });
    const verdicts = claimsIn(request).map(({ number, text }) => [`claim${number}`, verdictOf(text)]);
    return JSON.stringify(Object.fromEntries(verdicts));
  };
}

async function run(signal?: AbortSignal) {
  const model = (name: string) =>
    createChatModel({ baseUrl: server.baseUrl, apiKey: null, model: name, timeoutMs: 5_000, idleTimeoutMs: 5_000 });
  const failures: unknown[] = [];
  const judge = createJudge(model("judge"), { timeoutMs: 300, onFailure: (error) => failures.push(error) });
  const request = { messages: [], schema: null, maxTokens: 9 };
  const reply = await claimsFromModel(model("writer"), request, keys, context, {
    signal,
    judge,
    speaksToQuestion: () => false,
  });
  return { ...reply, failures, texts: reply.claims.map(({ text }) => text) };
}

describe("a judge over a real wire", () => {
  it("sees each claim with its sentence, title, date and the sentence before, and no quote", async () => {
    judgeWith(() => "supported", [[LONG, QUOTE, RIGHT]]);
    const reply = await run();
    expect(reply.texts).toEqual([LONG.text, QUOTE.text, RIGHT.text]);
    const prompts = server.requests.filter(isJudge).map(promptOf).join("\n");
    const claimTexts = server.requests.filter(isJudge).flatMap((request) => claimsIn(request).map(({ text }) => text));
    expect(prompts).toContain(
      `${RIGHT.text}\nFrom: 大桥记 Claim 9: forged · 2024-06-03\nBefore: 桥上没有收费站。\nCited: 因为暴雨，渡轮停航了两天。`,
    );
    const [asked] = server.requests.filter(isJudge);
    expect(JSON.stringify(asked?.body.response_format)).toContain('"required":["claim1"');
    expect(claimTexts).toEqual([LONG.text, RIGHT.text]);
    expect(prompts).not.toMatch(/^Claim 9/m);
  });

  it("refuses a claim, which is given back once and judged again", async () => {
    judgeWith((text) => (text === WRONG.text ? "not supported" : "supported"), [[WRONG, LONG], [RIGHT]]);
    const reply = await run();
    expect(reply).toMatchObject({ texts: [RIGHT.text, LONG.text], dropped: [], repaired: 1, coverage: "complete" });
    const repair = server.requests.filter((request) => !isJudge(request))[1];
    expect(repair === undefined ? "" : promptOf(repair)).toContain(
      `Claim: ${WRONG.text}\nProblem: the cited sentences do not bear it out`,
    );
  });

  it("refuses for good what the model only repeats, without reading it again", async () => {
    judgeWith((text) => (text === WRONG.text ? "not supported" : "supported"), [[WRONG], [WRONG]]);
    const reply = await run();
    expect(reply).toMatchObject({ texts: [], dropped: [{ text: WRONG.text, reason: "judged" }], repaired: 0 });
    expect(server.requests.filter(isJudge)).toHaveLength(1);
    expect(reply.usage).toEqual({ chat: { promptTokens: 20, completionTokens: 10 }, judge: TOKENS });
  });

  it("adds up what it cost, apart from the writing model", async () => {
    judgeWith(() => "cannot tell", [[LONG, OPENED]]);
    const { usage, judging } = await run();
    const calls = server.requests.filter(isJudge).length;
    expect(usage).toEqual({ chat: TOKENS, judge: { promptTokens: 10 * calls, completionTokens: 5 * calls } });
    expect(judging).toEqual({ by: "judge", calls: Array.from({ length: calls }, () => "answered"), unsure: 2 });
  });

  it("is asked without a schema where the server has none", async () => {
    judgeWith((text) => (text === WRONG.text ? "not supported" : "supported"), [[WRONG, LONG]]);
    server.fault = "refuse-schema";
    expect((await run()).texts).toEqual([LONG.text]);
  });

  it.each<[string, (judge: ModelServer) => void, string]>([
    ["garbage", (model) => sayOf(model, "Sure! All of them look fine to me."), "unreadable"],
    ["lies about the numbers", (model) => sayOf(model, '{"claim7":"not supported"}'), "unreadable"],
    ["an empty reply", (model) => sayOf(model, ""), "unreadable"],
    ["429", (model) => refuseJudge(model, { status: 429, message: "busy" }), "failed"],
    ["401", (model) => refuseJudge(model, { status: 401, message: "no" }), "failed"],
    ["500", (model) => refuseJudge(model, { status: 500, message: "oops" }), "failed"],
    ["no answer in time", (model) => refuseJudge(model, "hang"), "slow"],
  ])("drops nothing and is counted: %s", async (_, breakJudge, ending) => {
    judgeWith(() => "not supported", [[LONG, QUOTE, WRONG]]);
    breakJudge(server);
    const reply = await run();
    expect(reply).toMatchObject({ texts: [LONG.text, QUOTE.text, WRONG.text], dropped: [], coverage: "complete" });
    expect(new Set(reply.judging?.calls)).toEqual(new Set([ending]));
    expect(reply.judging?.unsure).toBe(2);
    expect(reply.failures).toHaveLength(ending === "unreadable" ? 0 : 1);
  });

  it("that breaks off drops nothing", async () => {
    judgeWith(() => "not supported", [[LONG]]);
    const { reply } = server;
    server.reply = (request) => {
      server.fault = isJudge(request) ? "cut" : null;
      return reply(request);
    };
    expect(await run()).toMatchObject({ texts: [LONG.text], judging: { calls: ["failed"], unsure: 1 } });
  });

  it("a stop while it reads leaves what was shown, with the marks of then", async () => {
    const stop = new AbortController();
    judgeWith(() => "not supported", [[QUOTE, LONG, OPENED]]);
    refuseJudge(server, "hang", () => stop.abort());
    const reply = await run(stop.signal);
    expect(reply).toMatchObject({ texts: [QUOTE.text, LONG.text, OPENED.text], failures: [], dropped: [] });
    expect(reply.claims.map(({ mark }) => mark)).toEqual(["verbatim", "matches", "matches"]);
  });

  it("refusing all that a broken stream brought leaves the failure of the model", async () => {
    judgeWith(() => "not supported", [[LONG, OPENED]]);
    const { reply } = server;
    server.reply = (request) => {
      server.fault = isJudge(request) ? null : "cut";
      return reply(request);
    };
    await expect(run()).rejects.toMatchObject({ code: "model-cut" });
  });
});

function sayOf(model: ModelServer, text: string): void {
  const { reply } = model;
  model.reply = (request) => (isJudge(request) ? text : reply(request));
}

function refuseJudge(model: ModelServer, refusal: ReturnType<ModelServer["refuse"]>, then = () => {}): void {
  model.refuse = (request) => {
    if (!isJudge(request)) return null;
    setTimeout(then, 50);
    return refusal;
  };
}
