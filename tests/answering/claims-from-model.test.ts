import { describe, expect, it } from "vitest";
import type { Attribution } from "../../src/answering/attribute.ts";
import { claimsFromModel } from "../../src/answering/claims-from-model.ts";
import type { Judge } from "../../src/answering/judge.ts";
import { assignKeys, type KeyTable, keyTable } from "../../src/answering/keys.ts";
import type { ModelClaim } from "../../src/answering/model-claim.ts";
import type { Verdict } from "../../src/answering/parse-verdicts.ts";
import { checkContext } from "../../src/checking/context.ts";
import type { Citation, Claim } from "../../src/domain.ts";
import { AppError } from "../../src/errors.ts";
import type { ChatModel, ChatRequest, Finish } from "../../src/ports.ts";
import { encoder, passageOf } from "../checking/support.ts";

/** What the check would say stands in the claim itself: these tests are about what becomes of it. */
function check({ text, cites }: ModelClaim, keys: KeyTable): Attribution {
  const citations = cites.flatMap((key) => keys.get(key) ?? []);
  const [sentence = null] = citations;
  if (sentence === null) return { outcome: "refuted", reason: "unknown-key", sentence };
  if (text.includes("WRONG")) return { outcome: "refuted", reason: "figure", sentence };
  if (citations.some((one) => one.sentence.text === text)) return { outcome: "verbatim", citations, doubt: null };
  return { outcome: text.includes("UNCLEAR") ? "compare" : "matches", citations, doubt: null };
}

const SENTENCES = [
  "The bridge is three kilometres long.",
  "It was opened in 2019.",
  "There is no toll on it.",
  "Storms closed it.",
];
const passages = assignKeys([passageOf(SENTENCES)]);
const keys = keyTable(passages);
const [k1 = "", k2 = "", k3 = "", k4 = ""] = keys.keys();
const context = checkContext(
  passages.map(({ found }) => found),
  "",
  encoder,
);
const usage = { promptTokens: 10, completionTokens: 5 };

type Written = readonly [cites: string | readonly string[], text: string, startsParagraph?: true];

/** A model that gives one reply a call; an error stands for a server that fails. */
function modelOf(...replies: readonly (readonly Written[] | AppError)[]) {
  const requests: ChatRequest[] = [];
  const model: ChatModel = {
    name: "test",
    async *stream(request) {
      const reply = replies[requests.push(request) - 1] ?? [];
      if (reply instanceof AppError) throw reply;
      const claims = reply.map(([cites, text]) => ({ cites: [cites].flat(), text }));
      yield { kind: "text", text: JSON.stringify({ claims, missing: "" }) };
      yield { kind: "end", finish: "stop", usage };
    },
  };
  return { model, requests };
}

/** Says of each claim what it is told, and supports the rest. */
function judgeOf(verdicts: Readonly<Record<string, Verdict>>, ending: "answered" | "failed" = "answered") {
  const asked: string[][] = [];
  const judge: Judge = {
    name: "judge-1",
    version: "1",
    async read(claims) {
      asked.push(claims.map(({ text }) => text));
      const readings = claims.map(({ text }) => {
        const verdict = ending === "failed" ? "unsure" : (verdicts[text] ?? "supported");
        return { verdict, words: verdict === "unsupported" ? "the words" : "" };
      });
      return { readings, ending, usage };
    },
  };
  return { judge, asked };
}

async function run(
  model: ChatModel,
  judge?: Judge,
  speaksToQuestion: (citation: Citation) => boolean = () => true,
  signal?: AbortSignal,
) {
  const shown: string[][] = [];
  const onClaims = (claims: readonly Claim[]) => shown.push(claims.map(({ text, mark }) => `${mark}: ${text}`));
  const options = { onClaims, judge, speaksToQuestion, signal, check };
  const reply = await claimsFromModel(model, { messages: [], schema: null, maxTokens: 9 }, keys, context, options);
  const told = reply.claims.map(({ text, mark }) => `${mark}: ${text}`);
  const texts = reply.claims.map(({ text }) => text);
  return { ...reply, shown, told, texts, reasons: reply.dropped.map(({ reason }) => reason) };
}

describe("without a judge", () => {
  it("claims match or stand beside their sentence, none is called checked", async () => {
    const { model, requests } = modelOf([
      [k1, SENTENCES[0] ?? ""],
      [k2, "It opened in 2019."],
      [k3, "UNCLEAR toll."],
    ]);
    const reply = await run(model);
    expect(reply.told).toEqual([`verbatim: ${SENTENCES[0]}`, "matches: It opened in 2019.", "compare: UNCLEAR toll."]);
    expect([reply.judging, requests.length, reply.reasons]).toEqual([undefined, 1, []]);
  });

  it("asks once to mend what was refuted, told what is wrong and shown the sentences; it comes in the old place", async () => {
    const { model, requests } = modelOf(
      [
        [k1, "WRONG length."],
        [k2, "It opened in 2019."],
        [k3, "WRONG toll."],
      ],
      [
        [k3, "It has no toll."],
        [k1, "It is three kilometres long."],
      ],
    );
    const reply = await run(model);
    expect(reply.told).toEqual([
      "matches: It is three kilometres long.",
      "matches: It opened in 2019.",
      "matches: It has no toll.",
    ]);
    expect([reply.repaired, reply.reasons, requests.length]).toEqual([2, [], 2]);
    expect(reply.usage).toEqual({ chat: { promptTokens: 20, completionTokens: 10 }, judge: null });
    const prompt = requests[1]?.messages.at(-1)?.content ?? "";
    expect(prompt).toContain(`Claim: WRONG length.\nProblem: a figure in it`);
    expect(prompt).toContain(`[${k3}] ${SENTENCES[2]}`);
  });

  it("the sentence itself stands where a claim stays refuted, unless it says nothing to the question or stands there already", async () => {
    const { model } = modelOf(
      [
        [k1, "WRONG length."],
        [k2, SENTENCES[1] ?? ""],
        [k2, "WRONG year."],
        [k3, "WRONG toll."],
      ],
      [[k1, "WRONG again."]],
    );
    const reply = await run(model, undefined, ({ sentence }) => sentence.text !== SENTENCES[2]);
    expect(reply.told).toEqual([`sentence: ${SENTENCES[0]}`, `verbatim: ${SENTENCES[1]}`]);
    expect(reply.claims[0]?.inPlaceOf).toEqual({ text: "WRONG length.", reason: "figure" });
    expect(reply.dropped.map(({ text }) => text)).toEqual(["WRONG year.", "WRONG toll."]);
  });

  it.each<[string, AppError | readonly Written[]]>([
    ["fails", new AppError("model-unreachable", "down")],
    ["brings nothing", []],
    ["repeats itself", [["", "WRONG length."]]],
  ])("a second call that %s costs the answer nothing", async (_, second) => {
    const { model } = modelOf(
      [
        [k1, "WRONG length."],
        [k2, "It opened in 2019."],
      ],
      second,
    );
    const reply = await run(model);
    expect(reply).toMatchObject({
      told: [`sentence: ${SENTENCES[0]}`, "matches: It opened in 2019."],
      coverage: "complete",
    });
  });

  it("asks nothing more where nothing that was shown is cited", async () => {
    const { model, requests } = modelOf([["z9z.1", "The sea is deep and blue."]]);
    expect(await run(model)).toMatchObject({ told: [], reasons: ["unknown-key"] });
    expect(requests).toHaveLength(1);
  });
});

describe("what a claim cites", () => {
  it.each<[string, readonly string[], string, readonly string[]]>([
    ["an unknown key among others takes only itself away", ["z9z.1", "K"], "It opened in 2019.", ["K"]],
    ["a sentence of the prompt gets its key, whatever it cited", ["OTHER"], "There is no toll on it", ["THIRD"]],
    ["also with a key that was never given", ["z9z.1"], "there is no  toll on it!", ["THIRD"]],
    ["but not another figure", ["OTHER"], "It was opened in 2018.", ["OTHER"]],
    ["nor fewer words", ["OTHER"], "There is no toll.", ["OTHER"]],
  ])("%s", async (_, cites, text, expected) => {
    const real = (key: string) => ({ K: k2, OTHER: k4, THIRD: k3 })[key] ?? key;
    const reply = await run(modelOf([[cites.map(real), text]]).model);
    expect(reply.claims.map(({ citations }) => citations.map(({ sentence }) => sentence.text))).toEqual([
      expected.map((key) => keys.get(real(key))?.sentence.text),
    ]);
  });

  it("reaches nobody as more than plain words", async () => {
    const { model } = modelOf([[k2, "It opened\nin 2019, see https://evil.example and @evil_bot."]]);
    expect((await run(model)).told).toEqual(["matches: It opened in 2019, see and ＠evil_bot."]);
  });
});

describe("with a judge", () => {
  const four: readonly Written[] = [
    [k1, "It is three kilometres long."],
    [k2, "It opened in 2019."],
    [k3, "UNCLEAR toll."],
    [k4, SENTENCES[3] ?? ""],
  ];

  it("claims are shown at once, and the mark comes when it is earned", async () => {
    const { model } = modelOf(four);
    const { judge, asked } = judgeOf({ "It opened in 2019.": "unsure" });
    const reply = await run(model, judge);
    expect(reply.shown[0]).toEqual([
      "matches: It is three kilometres long.",
      "matches: It opened in 2019.",
      "compare: UNCLEAR toll.",
      `verbatim: ${SENTENCES[3]}`,
    ]);
    expect(reply.told).toEqual([
      "checked: It is three kilometres long.",
      "matches: It opened in 2019.",
      "compare: UNCLEAR toll.",
      `verbatim: ${SENTENCES[3]}`,
    ]);
    expect(asked).toEqual([["It is three kilometres long.", "It opened in 2019.", "UNCLEAR toll."]]);
    expect(reply.judging).toEqual({ by: "judge-1", calls: ["answered"], unsure: 1 });
  });

  it("what it refuses goes back with the words that it refused, and is read again", async () => {
    const { model, requests } = modelOf(four, [[k2, "It was opened in the year 2019."]]);
    const { judge, asked } = judgeOf({ "It opened in 2019.": "unsupported" });
    const reply = await run(model, judge);
    expect(reply.told[1]).toBe("checked: It was opened in the year 2019.");
    expect(requests[1]?.messages.at(-1)?.content).toContain('do not bear out "the words"');
    expect(asked[1]).toEqual(["It was opened in the year 2019."]);
    expect(reply.shown.at(-1)?.[1]).toBe("matches: It was opened in the year 2019.");
    expect(reply).toMatchObject({ repaired: 1, reasons: [], judging: { calls: ["answered", "answered"], unsure: 0 } });
  });

  it("what it refuses twice is replaced by its sentence", async () => {
    const { model } = modelOf(four, [[k2, "It was opened in the year 2019."]]);
    const refused = { "It opened in 2019.": "unsupported", "It was opened in the year 2019.": "unsupported" } as const;
    const reply = await run(model, judgeOf(refused).judge);
    expect(reply.told[1]).toBe(`sentence: ${SENTENCES[1]}`);
    expect(reply.claims[1]?.inPlaceOf?.reason).toBe("judged");
    expect(reply.repaired).toBe(0);
  });

  it("that fails is not waited for again, and refutes nothing", async () => {
    const { model } = modelOf([[k1, "WRONG length."], ...four], [[k1, "Three kilometres is its length."]]);
    const { judge, asked } = judgeOf({}, "failed");
    const reply = await run(model, judge);
    expect(reply.told.filter((told) => told.startsWith("checked"))).toEqual([]);
    expect([asked.length, reply.reasons]).toEqual([1, []]);
    expect(reply.judging).toEqual({ by: "judge-1", calls: ["failed"], unsure: 4 });
  });

  it("is not heard once a person stopped: what was shown stays as it was", async () => {
    const stop = new AbortController();
    const judge: Judge = {
      name: "judge-1",
      version: "1",
      async read(claims) {
        stop.abort();
        return { readings: claims.map(() => ({ verdict: "unsupported", words: "" })), ending: "answered", usage };
      },
    };
    const { model, requests } = modelOf(four);
    const reply = await run(model, judge, undefined, stop.signal);
    expect(reply.told).toEqual(reply.shown[0]);
    expect([requests.length, reply.judging?.calls]).toEqual([1, []]);
  });
});

type Replies = readonly (readonly [said: string, finish: Finish | "broken"])[];

describe("a reply that its limit or its server ends", () => {
  const claim = (key: string, text: string) => `{"cites":["${key}"],"text":"${text}"}`;
  const one = `{"claims":[${claim(k1, "大桥全长3公里。")}`;
  const two = `${one},${claim(k3, "桥上没有收费站。")}],"missing":""}`;

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
