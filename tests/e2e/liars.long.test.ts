import { describe, expect, it } from "vitest";
import { ANN, GROUP, liarsStage, readSeen } from "../support/liars-stage.ts";

const NEVER_SHOWN = ["digit changed", "date changed", "unit changed"];

describe("a model that lies over a real stream, about every sample article", () => {
  const { start, ask, cut, everSeen } = liarsStage();

  it.each([
    ["in private", ANN],
    ["in a group", GROUP],
  ])("%s is never heard, cut at every byte", async (_, chat) => {
    const liar = await start(NEVER_SHOWN, { eventChars: 5, writeBytes: 1 });
    const told = [];
    for (const title of liar.titles) told.push(...(await ask(liar, title, chat)).sent);
    const seen = readSeen(told, everSeen());
    expect(seen.lies).toEqual([]);
    expect(seen.truths).toBeGreaterThan(liar.titles.length);
  });

  it("gives the same answers however the stream is cut into events", async () => {
    const liar = await start(NEVER_SHOWN, { eventChars: 50_000, writeBytes: null });
    for (const title of liar.titles.slice(0, 6)) {
      cut({ eventChars: 50_000, writeBytes: null });
      const { answer } = await ask(liar, title, ANN);
      for (const eventChars of [1, 2, 3, 13, 100]) {
        cut({ eventChars, writeBytes: null });
        expect((await ask(liar, title, ANN)).answer).toBe(answer);
      }
    }
  });
});
