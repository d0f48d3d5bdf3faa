import { describe, expect, it } from "vitest";
import { folded } from "../support/liars.ts";
import { ANN, GROUP, liarsStage, readSeen } from "../support/liars-stage.ts";

/** The checks let through all of the first, and some of the second. */
const PAST_THE_CHECKS = ["cause and effect swapped", "name of another sentence"];
const AT_ONCE = { eventChars: 7, writeBytes: null };

describe("a judge behind the checks, as people see it", () => {
  const { start, ask, everSeen, drafts, refused, told, outcomes } = liarsStage();
  const every = (step: number, titles: readonly string[]) => titles.filter((_, index) => index % step === 0);

  it("is not asked where it is turned off, and then such lies are seen", async () => {
    const liar = await start(PAST_THE_CHECKS, AT_ONCE);
    for (const title of every(3, liar.titles)) await ask(liar, title, ANN);
    expect(readSeen(told(), everSeen()).lies.length).toBeGreaterThan(0);
    expect([...outcomes().keys()].filter((name) => name.includes("judge"))).toEqual([]);
  });

  it.each([
    ["in private, with drafts", ANN, AT_ONCE],
    ["in a group", GROUP, { eventChars: 400, writeBytes: 3 }],
  ])("%s, nothing that it refused is in an answer", async (_, chat, cuts) => {
    const liar = await start(PAST_THE_CHECKS, cuts, "perfect");
    const answers: string[] = [];
    for (const title of every(3, liar.titles)) answers.push((await ask(liar, title, chat)).answer);
    const seen = readSeen(told(), folded(answers.join("\n")));
    expect(new Set(refused()).size).toBeGreaterThan(1);
    expect(seen.lies).toEqual([]);
    expect(seen.truths).toBeGreaterThan(answers.length);
    if (chat === ANN) expect(drafts()).toBeGreaterThan(0);
    expect(Object.fromEntries(outcomes())).toMatchObject({
      "mark-checked": expect.any(Number),
      "dropped-judged": expect.any(Number),
      "judge-answered": expect.any(Number),
      "tokens-judge-read": expect.any(Number),
    });
    expect(outcomes().has("judge-unreadable")).toBe(false);
  });
});
