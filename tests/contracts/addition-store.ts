import { describe, expect, it, onTestFinished } from "vitest";
import type { StateStoreUnderTest } from "./state-store.ts";

const ANN = 7;
const GROUP = -500;

/** What was sent to be added, as every StateStore must keep it, also after a restart. */
export function additionStoreContract(name: string, setUp: () => StateStoreUnderTest): void {
  const start = () => {
    const { open } = setUp();
    const clock = { now: () => new Date(Date.UTC(2024, 4, 11, 8)) };
    let store = open(clock);
    onTestFinished(() => store.close());
    return {
      get store() {
        return store;
      },
      reopen() {
        store.close();
        store = open(clock);
      },
    };
  };

  describe(`${name} knows what was sent to be added`, () => {
    it("which sending of a file was the latest", () => {
      const it = start();
      const first = it.store.recordArrival("a.md");
      const other = it.store.recordArrival("b.md");
      it.reopen();
      expect([it.store.latestArrival("a.md"), it.store.latestArrival("b.md")]).toEqual([first, other]);
      const again = it.store.recordArrival("a.md");
      expect(again).toBeGreaterThan(other);
      expect(it.store.latestArrival("a.md")).toBe(again);
      expect(it.store.latestArrival("c.md")).toBeNull();
    });

    it("what no reply was sent to yet, the latest of each message", () => {
      const it = start();
      it.store.keepPendingAddition(ANN, 2, { text: "氦" });
      it.store.keepPendingAddition(ANN, 1, "before");
      it.store.keepPendingAddition(GROUP, 1, ["group"]);
      it.store.keepPendingAddition(ANN, 1, "after");
      it.reopen();
      expect(it.store.pendingAdditions()).toEqual([
        { chatId: GROUP, messageId: 1, payload: ["group"] },
        { chatId: ANN, messageId: 1, payload: "after" },
        { chatId: ANN, messageId: 2, payload: { text: "氦" } },
      ]);
      expect(it.store.pendingAddition(ANN, 1)).toBe("after");
      expect(it.store.pendingAddition(GROUP, 2)).toBeNull();
      it.store.forgetPendingAddition(ANN, 1);
      it.reopen();
      expect(it.store.pendingAdditions().map(({ payload }) => payload)).toEqual([["group"], { text: "氦" }]);
    });
  });
}
