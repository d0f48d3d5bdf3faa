import { describe, expect, it } from "vitest";
import { ANN, GROUP, liarsStage, readSeen } from "../support/liars-stage.ts";

const AT_ONCE = { eventChars: 7, writeBytes: null };
/** Classes of which the product promises that none is ever shown. */
const NEVER_SHOWN = ["digit changed", "date changed", "unit changed"];
const QUESTIONS = 5;

describe("a model that lies over a real stream", () => {
  const { start, ask, cut, everSeen, drafts } = liarsStage();

  it.each([
    ["in private, with drafts", ANN, AT_ONCE],
    ["in a group", GROUP, AT_ONCE],
    ["cut at every byte", ANN, { eventChars: 11, writeBytes: 1 }],
  ])("%s is never heard, and its true claims are", async (_, chat, cuts) => {
    const liar = await start(NEVER_SHOWN, cuts);
    const step = Math.floor(liar.titles.length / QUESTIONS);
    const told = [];
    for (const title of liar.titles.filter((_title, index) => index % step === 0).slice(0, QUESTIONS))
      told.push(...(await ask(liar, title, chat)).sent);
    const seen = readSeen(told, everSeen());
    expect(told.filter(({ kind }) => kind === "lie").length).toBeGreaterThan(2 * QUESTIONS);
    expect(seen.lies).toEqual([]);
    expect(seen.truths).toBeGreaterThan(QUESTIONS);
    if (chat === ANN) expect(drafts()).toBeGreaterThan(0);
  });

  it("is answered the same however its stream is cut into events", async () => {
    const liar = await start(NEVER_SHOWN, AT_ONCE);
    const { answer, sent } = await ask(liar, liar.titles[0] ?? "", ANN);
    expect(sent.length).toBeGreaterThan(3);
    for (const eventChars of [1, 4, 50_000]) {
      cut({ eventChars, writeBytes: null });
      expect((await ask(liar, liar.titles[0] ?? "", ANN)).answer).toBe(answer);
    }
  });
});
