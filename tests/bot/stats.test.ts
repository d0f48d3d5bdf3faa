import { describe, expect, it } from "vitest";
import { sayIn } from "../../src/rendering/say.ts";
import { GROUP, OWNER, stage } from "./support/stage.ts";

const say = sayIn("en");
const ANN = 501;

describe("/stats", () => {
  it("tells the owner today, seven days and all under one another, votes and the index", async () => {
    const { server, state, clock, hears } = await stage();
    const nowMs = clock.nowMs;
    clock.nowMs = Date.parse("2025-05-20T12:00:00Z");
    state.countOutcomes(Array.from({ length: 100 }, () => "answered"));
    clock.nowMs = Date.parse("2025-05-26T00:00:00Z");
    state.countOutcomes(["closest-likely", "dropped-figure"]);
    clock.nowMs = nowMs;
    state.countOutcomes(["answered", "mark-checked", "mark-checked"]);
    server.sendText("When?");
    await hears(OWNER, 1);
    state.vote(1, ANN, { kind: "up" });
    server.sendText("/stats");
    const reply = (await hears(OWNER, 2))[1];
    expect(reply?.text).toBe(`${say("stats")}

1d  7d  all

 1   2  102  ${say("stats-questions")}
 1   1  101  answered
 0   1    1  closest passages

 2   2    2  claims checked

 0   1    1  ✗ figure
${say("stats-votes", { up: 1, down: 0 })}

${say("stats-index")}
12 articles, 2023-01-02 to 2025-03-04 · 340 passages
Chat model: none
Embeddings: table-1`);
    expect(reply?.entities).toContainEqual(expect.objectContaining({ type: "pre" }));
  });

  it("tells what the judge did, and the tokens of both models in thousands", async () => {
    const { server, state, library, hears } = await stage();
    library.judgeModel = "judge-1";
    state.countOutcomes(["answered", "dropped-judged", "judge-answered", "judge-slow", "judge-unsure"]);
    const usage = {
      chat: { promptTokens: 1_234_567, completionTokens: 980 },
      judge: { promptTokens: 12_345, completionTokens: 0 },
    };
    state.countTokens(usage);
    server.sendText("/stats");
    const text = (await hears(OWNER, 1))[0]?.text;
    expect(text).toContain(`    1      1      1  ✗ refused by the judge

    1      1      1  judge answered
    1      1      1  judge too slow
    1      1      1  claims left undecided

1.23M  1.23M  1.23M  tokens read, chat
  980    980    980  tokens written, chat
12.3K  12.3K  12.3K  tokens read, judge
`);
    expect(text).toContain("Judge: judge-1 · exam not finished\nA call of the judge takes about 12.3K tokens");
  });

  it.each([
    [true, "passed its exam (62 of 66)", "In its exam it got 62 of 66 claims right"],
    [
      false,
      "failed its exam (62 of 66), its verdicts do not count",
      "so its verdicts do not count, and none is marked ✓",
    ],
  ])("and /help tell how the judge did in its exam: passed %s", async (passed, told, helped) => {
    const { server, library, hears } = await stage();
    const judgeExam = { asked: 66, right: 62, balancedAccuracy: 0.9, passed, rows: [] };
    Object.assign(library, { chatModel: "some-model", judgeModel: "judge-1", judgeExam });
    server.sendText("/stats");
    expect((await hears(OWNER, 1))[0]?.text).toContain(`Judge: judge-1 · ${told}`);
    server.sendText("/help");
    expect((await hears(OWNER, 2))[1]?.text).toContain(helped);
  });

  it("and /help name the judge where one is asked", async () => {
    const { server, library, hears } = await stage();
    Object.assign(library, { chatModel: "some-model", judgeModel: "judge-1" });
    server.sendText("/help", { languageCode: "zh-hans" });
    const text = (await hears(OWNER, 1))[0]?.text;
    expect(text).toContain(
      `${sayIn("zh")("help-marks")}\n\n${sayIn("zh")("help-judge-pending", { model: "judge-1" })}`,
    );
  });

  it("speaks Chinese, and says when nothing was asked yet", async () => {
    const { server, hears } = await stage();
    server.sendText("/stats", { languageCode: "zh-hans" });
    const [reply] = await hears(OWNER, 1);
    expect(reply?.text).toContain(sayIn("zh")("stats-none"));
    expect(reply?.text).toContain("12 篇文章，2023-01-02 至 2025-03-04 · 340 个段落");
  });

  it("is the owner's alone", async () => {
    const { server, state, hears, said } = await stage();
    state.allow(ANN, "Ann");
    server.sendText("/stats", { from: ANN });
    server.sendText("/stats", { chat: GROUP });
    server.sendText("/help", { chat: GROUP });
    expect((await hears(ANN, 1))[0]?.text).toBe(say("unknown-command"));
    expect((await hears(GROUP, 1))[0]?.text?.startsWith(say("help"))).toBe(true);
    expect(said(GROUP)).toHaveLength(1);
  });
});
