import { describe, expect, it, onTestFinished } from "vitest";
import type { StateStoreUnderTest } from "./state-store.ts";

const MINUTE_MS = 60_000;
const START = Date.UTC(2024, 4, 11, 8);
const ANN = 7;
const BEN = 9;

/** What a coming message is for, as every StateStore must keep it, also after a restart. */
export function expectationStoreContract(name: string, setUp: () => StateStoreUnderTest): void {
  const start = () => {
    const { open } = setUp();
    const clock = { nowMs: START, now: () => new Date(clock.nowMs) };
    let store = open(clock);
    onTestFinished(() => store.close());
    return {
      clock,
      get store() {
        return store;
      },
      reopen() {
        store.close();
        store = open(clock);
      },
    };
  };
  const ever = new Date(0);

  describe(`${name} knows what a message is for`, () => {
    it("of each person in each conversation, the latest only", () => {
      const it = start();
      it.store.expectNext("a", ANN, { kind: "find" });
      it.store.expectNext("a", ANN, { kind: "scope", articleId: "氦" });
      it.store.expectNext("a:5", ANN, ["topic"]);
      it.reopen();
      expect(it.store.expectedNext("a", ANN, ever)).toEqual({ kind: "scope", articleId: "氦" });
      expect(it.store.expectedNext("a:5", ANN, ever)).toEqual(["topic"]);
      expect([it.store.expectedNext("a", BEN, ever), it.store.expectedNext("b", ANN, ever)]).toEqual([null, null]);
    });

    it("for as long as asked", () => {
      const { store, clock } = start();
      store.expectNext("a", ANN, "x");
      clock.nowMs += MINUTE_MS;
      expect(store.expectedNext("a", ANN, new Date(START))).toBe("x");
      expect(store.expectedNext("a", ANN, new Date(START + 1))).toBeNull();
      store.expectNext("a", ANN, "x");
      expect(store.expectedNext("a", ANN, new Date(START + 1))).toBe("x");
    });

    it("until it is forgotten, which another in its place is not", () => {
      const { store } = start();
      store.expectNext("a", ANN, { n: 1 });
      store.expectNext("a", BEN, { n: 1 });
      store.forgetNext("a", ANN, { n: 2 });
      expect(store.expectedNext("a", ANN, ever)).toEqual({ n: 1 });
      store.forgetNext("a", ANN, { n: 1 });
      expect([store.expectedNext("a", ANN, ever), store.expectedNext("a", BEN, ever)]).toEqual([null, { n: 1 }]);
    });

    it("that replies to a prompt", () => {
      const it = start();
      it.store.keepPrompt("a", 12, { kind: "find" });
      it.reopen();
      expect(it.store.prompt("a", 12)).toEqual({ kind: "find" });
      expect([it.store.prompt("a", 13), it.store.prompt("b", 12)]).toEqual([null, null]);
      it.store.keepPrompt("a", 12, "again");
      expect(it.store.prompt("a", 12)).toBe("again");
    });
  });
}
