import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createChatModel } from "../../src/adapters/openai/chat-model.ts";
import { systemClock } from "../../src/adapters/system-clock.ts";
import { ask } from "../../src/answering/ask.ts";
import { createJudge } from "../../src/answering/judge.ts";
import { ClaimParser } from "../../src/answering/parse-claims.ts";
import type { Answer, Claim } from "../../src/domain.ts";
import type { ChatModel } from "../../src/ports.ts";
import { readQuestion } from "../../src/questions/read.ts";
import { builtInModels } from "../../src/wiring.ts";
import { openTemporaryIndex, type TemporaryIndex } from "../../tools/evaluation/temporary-index.ts";
import { type Llama, startLlama, XLLAMACPP } from "../support/llama.ts";
import { installPython, type PythonOrReason } from "../support/python.ts";

/** Slow machines read a prompt for minutes. */
const PATIENCE_MS = 800_000;

const ARTICLES = {
  "baisha.md": `---
title: 白沙岛的灯塔
author: 潮汐报
date: 2024-05-01
---
白沙岛的灯塔高四十七米，建于一九三四年。

去年秋天，灯塔换上了一盏新灯，射程是二十九公里。

换灯花了三百六十万元，由渔业局出资。
`,
  "selka.md": `---
title: The lighthouse of Selka
author: Tide Post
date: 2024-05-01
---
The lighthouse of Selka is 47 metres tall and was built in 1934.

Last autumn it got a new lamp with a range of 29 kilometres.

The new lamp cost 3.6 million crowns, paid by the fishery board.
`,
};
const QUESTIONS = ["白沙岛的灯塔换灯花了多少钱？", "How tall is the lighthouse of Selka?"];

const file = process.env["QWEN_GGUF"] ?? "";
const installed: PythonOrReason = existsSync(file)
  ? installPython(["--no-deps", XLLAMACPP])
  : { missing: "QWEN_GGUF names no file (python3 tests/support/fetch-qwen.py FILE.gguf brings the model)" };
if ("missing" in installed) console.warn(`skipped: ${installed.missing}`);

interface Heard {
  readonly question: string;
  readonly reply: string;
  readonly keys: readonly string[];
  readonly answer: Answer;
}

describe.skipIf("missing" in installed)("Qwen2.5-Coder-1.5B", () => {
  if ("missing" in installed) return;
  const { python } = installed;
  const folder = mkdtempSync(path.join(tmpdir(), "footnote-qwen-"));
  const models = builtInModels();
  let llama: Llama;
  let index: TemporaryIndex;
  let chat: ChatModel;
  const heard: Heard[] = [];

  beforeAll(async () => {
    for (const [name, text] of Object.entries(ARTICLES)) writeFileSync(path.join(folder, name), text);
    index = await openTemporaryIndex(folder, models);
    llama = await startLlama(python, file, folder);
    const server = { baseUrl: llama.baseUrl, apiKey: null, model: "qwen" };
    chat = createChatModel({ ...server, timeoutMs: PATIENCE_MS, idleTimeoutMs: PATIENCE_MS });
    for (const question of QUESTIONS) heard.push(await hear(question));
  });

  afterAll(() => {
    llama.stop();
    index.close();
    python.remove();
    rmSync(folder, { recursive: true, force: true });
    for (const { question, reply, answer } of heard) console.log(question, answer.kind, reply);
  });

  async function hear(question: string): Promise<Heard> {
    const { store, vectors } = index.snapshot;
    const said: { prompt: string; reply: string }[] = [];
    const noting: ChatModel = {
      name: chat.name,
      async *stream(request, signal) {
        const call = { prompt: request.messages.at(-1)?.content ?? "", reply: "" };
        said.push(call);
        for await (const event of chat.stream(request, signal)) {
          if (event.kind === "text") call.reply += event.text;
          yield event;
        }
      },
    };
    const deps = { ...models, store, vectors, chat: noting };
    const answer = await ask(readQuestion(question, systemClock.now()), deps);
    const { prompt = "", reply = "" } = said[0] ?? {};
    return { question, reply, keys: [...prompt.matchAll(/^\[(\S+)\]/gm)].map(([, key = ""]) => key), answer };
  }

  it("writes replies that can be read, and cites keys that it was shown", () => {
    for (const { reply, keys } of heard) {
      const parser = new ClaimParser();
      const claims = [...parser.push(reply), ...parser.end()];
      expect(parser.outcome, reply).toBe("claims");
      expect(claims.flatMap(({ cites }) => cites).filter((key) => !keys.includes(key))).toEqual([]);
    }
  });

  it("says nothing that does not stand in the sentences shown with it", () => {
    for (const { answer } of heard) {
      expect(answer.kind, JSON.stringify(answer)).not.toBe("abstained");
      if (answer.kind === "abstained") continue;
      for (const { text, citations } of answer.claims) {
        const cited = citations.map(({ sentence }) => sentence.text).join(" ");
        expect((text.match(/\d+(?:\.\d+)?/g) ?? []).filter((figure) => !cited.includes(figure))).toEqual([]);
      }
    }
  });

  it("judges claims in a form that can be read", async () => {
    const { store, vectors } = index.snapshot;
    const question = readQuestion(QUESTIONS[1] ?? "", systemClock.now());
    const quoted = await ask(question, { ...models, store, vectors, chat: null });
    const [claim] = quoted.kind === "closest" ? quoted.claims : [];
    if (claim === undefined) throw new Error("nothing was quoted");
    const lie: Claim = { ...claim, text: "The lighthouse of Selka was sold to a bank." };
    const judge = createJudge(chat, { timeoutMs: PATIENCE_MS, onFailure: (error) => expect.fail(String(error)) });
    const judgement = await judge.read([claim, lie], new Map(), undefined);
    console.log(JSON.stringify(judgement));
    expect(judgement.ending).toBe("answered");
  });
});
