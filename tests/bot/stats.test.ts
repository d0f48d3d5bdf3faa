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
