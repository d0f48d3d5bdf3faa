import { Api } from "grammy";
import { describe, expect, it } from "vitest";
import { tellExam } from "../../src/bot/tell-exam.ts";
import { sayIn } from "../../src/rendering/say.ts";
import { judgeLines } from "../../src/terminal/judge-lines.ts";
import { OWNER, stage } from "./support/stage.ts";

const FAILED = { asked: 66, right: 40, balancedAccuracy: 0.6, passed: false, rows: [] };
const PASSED = { ...FAILED, right: 62, balancedAccuracy: 0.94, passed: true };

describe("the exam of the judge", () => {
  it.each(["zh", "en"] as const)("that failed is told to the owner in chat (%s), and in the log", async (language) => {
    const { server, state, hears, logged } = await stage();
    state.keepLanguage(OWNER, language);
    const api = new Api(server.token, { apiRoot: server.apiRoot });
    const logger = { info: () => {}, warn: (message: string) => void logged.push(message), error: () => {} };
    server.sendText("/help");
    await hears(OWNER, 1);
    await tellExam(api, "qwen-1.5b", FAILED, { state, logger, access: { ownerId: OWNER, allowedUsers: [] } });
    const told = (await hears(OWNER, 2))[1]?.text;
    expect(told).toBe(sayIn(language)("exam-failed", { judge: "qwen-1.5b", right: 40, asked: 66 }));
    expect(logged.join()).toContain("failed its exam");
  });

  it("that was passed, or of a bot without an owner, is no message", async () => {
    const { server, state, said } = await stage({ access: { ownerId: null, allowedUsers: [] } });
    const api = new Api(server.token, { apiRoot: server.apiRoot });
    const logged: string[] = [];
    const log = (message: string) => void logged.push(message);
    const logger = { info: log, warn: log, error: log };
    await tellExam(api, "j", PASSED, { state, logger, access: { ownerId: OWNER, allowedUsers: [] } });
    await tellExam(api, "j", FAILED, { state, logger, access: { ownerId: null, allowedUsers: [] } });
    expect(said(OWNER)).toEqual([]);
    expect(logged).toHaveLength(2);
  });

  it("is told at the start, with what the judge costs", async () => {
    const { state } = await stage();
    expect(judgeLines(null, state)).toEqual([]);
    expect(judgeLines({ name: "j", result: null }, state)[0]).toMatch(
      /one more call for each written answer.*JUDGE=off/,
    );
    expect(judgeLines({ name: "j", result: null }, state)[1]).toContain("Until j has passed its exam");
    state.countOutcomes(["judge-answered", "judge-answered"]);
    state.countTokens({ chat: null, judge: { promptTokens: 1_900, completionTokens: 100 } });
    expect(judgeLines({ name: "j", result: PASSED }, state)).toEqual([
      expect.stringContaining("so far about 1K tokens a call"),
      "j got 62 of 66 right in its exam.",
    ]);
    expect(judgeLines({ name: "j", result: FAILED }, state)[1]).toMatch(
      /40 of 66 right .* claims are marked "matches" at most/,
    );
  });
});
