import path from "node:path";
import { describe, expect, it } from "vitest";
import { playManyChats } from "../../tools/load/many-chats.ts";
import { reportLoad } from "../../tools/load/report.ts";
import { openLoadStage } from "../../tools/load/stage.ts";

const CORPUS = path.join(import.meta.dirname, "..", "..", "corpus", "articles");
const CHATS = 20;
/** A busy machine needs a slower model for the same proportions. */
const MODEL_MS = [1_500, 6_000, 20_000];
let attempt = 0;

describe("many chats at once with a slow model", () => {
  it("do not wait for each other, keep their order, and stop at once", { retry: 2, timeout: 120_000 }, async () => {
    const modelMs = MODEL_MS[attempt++] ?? 20_000;
    const stage = await openLoadStage(CORPUS, modelMs);
    try {
      const figures = await playManyChats(stage, CHATS);
      expect(figures.inOrder).toBe(CHATS);
      expect(figures.mostAtOnce).toBe(CHATS);
      expect(figures.answerMs).toHaveLength(CHATS);
      // One after another they would take twenty times as long.
      expect(Math.max(...figures.answerMs)).toBeLessThan(4 * modelMs);
      expect(figures.stopMs).toHaveLength(CHATS / 10);
      expect(Math.max(...figures.stopMs)).toBeLessThan(modelMs / 2);
      expect(figures.violations).toBe(0);
      expect(reportLoad(figures)).toMatch(/in order: 20 of 20/);
    } finally {
      await stage.stop();
    }
  });
});
