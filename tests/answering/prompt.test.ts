import { describe, expect, it } from "vitest";
import { assignKeys, keyTable } from "../../src/answering/keys.ts";
import { ClaimParser } from "../../src/answering/parse-claims.ts";
import { keysIn } from "../../src/answering/plain-claims.ts";
import { answerRequest, repairPrompt, summaryRequest } from "../../src/answering/prompt.ts";
import type { ChatRequest } from "../../src/ports.ts";
import { readQuestion } from "../../src/questions/read.ts";
import { passageOf } from "../checking/support.ts";

const passages = assignKeys([
  passageOf(["大桥全长3公里，2019年通车。", "桥上没有收费站。"]),
  passageOf(["It is long."]),
]);
const given = [...keyTable(passages).keys()];
const question = readQuestion("大桥多长？", new Date("2025-06-01T00:00:00Z"));

describe("what a small model could copy from a prompt", () => {
  it.each<[name: string, request: ChatRequest]>([
    ["an answer", answerRequest(question, passages)],
    ["a summary", summaryRequest("en", passages)],
    ["a repair", repairPrompt([`Claim: 3公里\n[${given[0]}] 大桥全长3公里。`])],
  ])("of %s: no key but those of its sentences, and no claim", (_, { messages }) => {
    const text = messages.map(({ content }) => content).join("\n");
    expect(keysIn(text).filter((key) => !given.includes(key))).toEqual([]);
    const instructions = messages.filter(({ role }) => role === "system").map(({ content }) => content);
    const parser = new ClaimParser();
    expect([...parser.push(instructions.join("\n")), ...parser.end()]).toEqual([]);
  });

  it("is the same in every request, so that servers read the instructions only once", () => {
    const again = answerRequest(question, assignKeys([passageOf(["另一句。"])]));
    expect(again.messages[0]).toEqual(answerRequest(question, passages).messages[0]);
  });
});
