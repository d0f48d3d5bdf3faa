import { describe, expect, it, onTestFinished } from "vitest";
import type { StateStoreUnderTest } from "./state-store.ts";

const HOUR_MS = 3_600_000;
const START = Date.UTC(2024, 4, 11, 8);

/** Who may use the bot, as every StateStore must keep it, for two programs at once and after a restart. */
export function accessStoreContract(name: string, setUp: () => StateStoreUnderTest): void {
  const start = () => {
    const { open } = setUp();
    const clock = { nowMs: START, now: () => new Date(clock.nowMs) };
    const bot = open(clock);
    const terminal = open(clock);
    onTestFinished(() => {
      bot.close();
      terminal.close();
    });
    const at = (ms: number) => new Date(START + ms);
    return { bot, terminal, clock, at };
  };
  const code = (hash: string, expiresAt: Date) => ({ salt: "s", hash, expiresAt: expiresAt.toISOString() });

  describe(`${name} keeps who may use the bot`, () => {
    it("persons and groups, the last word counts", () => {
      const { bot, terminal } = start();
      bot.allow(7, "Ann");
      bot.allow(5_000_000_000, null);
      bot.deny(7, "Anne");
      bot.deny(9, null);
      bot.allow(-1_002_000_000_000, "Readers");
      expect(terminal.permissions()).toEqual([
        { id: -1_002_000_000_000, name: "Readers", verdict: "allowed" },
        { id: 5_000_000_000, name: null, verdict: "allowed" },
        { id: 7, name: "Anne", verdict: "denied" },
        { id: 9, name: null, verdict: "denied" },
      ]);
      expect([7, 5_000_000_000, 8].map((id) => terminal.permission(id))).toEqual(["denied", "allowed", null]);
    });

    it("a group that became another, and leaves the rest as it is", () => {
      const { bot } = start();
      bot.allow(-5, "Readers");
      bot.deny(-1005, null);
      bot.movePermission(-5, -1005);
      bot.movePermission(-6, -1006);
      expect(bot.permissions()).toEqual([{ id: -1005, name: "Readers", verdict: "allowed" }]);
    });

    it("the owner, of whom there is one", () => {
      const { bot, terminal, at } = start();
      expect(bot.owner()).toBeNull();
      for (const [userId, hash] of [
        [7, "a"],
        [5_000_000_000, "b"],
      ] as const) {
        terminal.keepPairing(code(hash, at(HOUR_MS)));
        expect(bot.becomeOwner(userId, hash)).toBe(true);
        expect(terminal.owner()).toBe(userId);
      }
    });

    it("the language of a person", () => {
      const { bot, terminal } = start();
      bot.keepLanguage(7, "en");
      bot.keepLanguage(7, "zh");
      expect([terminal.language(7), terminal.language(8)]).toEqual(["zh", null]);
    });
  });

  describe(`${name} keeps one pairing code`, () => {
    it("the last one", () => {
      const { bot, terminal, at } = start();
      expect(bot.pairing()).toBeNull();
      bot.keepPairing(code("old", at(HOUR_MS)));
      terminal.keepPairing(code("new", at(HOUR_MS)));
      expect(bot.pairing()).toEqual({ ...code("new", at(HOUR_MS)), status: "open" });
      expect(bot.becomeOwner(7, "old")).toBe(false);
      expect(bot.owner()).toBeNull();
      expect(bot.becomeOwner(7, "new")).toBe(true);
    });

    it("for one person, however many send it at once", () => {
      const { bot, terminal, at } = start();
      bot.keepPairing(code("a", at(HOUR_MS)));
      expect([bot.becomeOwner(7, "a"), terminal.becomeOwner(8, "a"), bot.becomeOwner(7, "a")]).toEqual([
        true,
        false,
        false,
      ]);
      expect([terminal.owner(), bot.pairing()?.status]).toEqual([7, "closed"]);
    });

    it("until it expires", () => {
      const { bot, clock, at } = start();
      bot.keepPairing(code("a", at(HOUR_MS)));
      clock.nowMs += HOUR_MS;
      expect([bot.becomeOwner(7, "a"), bot.closePairing("a"), bot.owner()]).toEqual([false, false, null]);
    });

    it("until it is withdrawn", () => {
      const { bot, terminal, at } = start();
      bot.keepPairing(code("a", at(HOUR_MS)));
      expect([terminal.closePairing("b"), terminal.closePairing("a"), bot.becomeOwner(7, "a")]).toEqual([
        false,
        true,
        false,
      ]);
    });

    it("and the tries of each person within a while", () => {
      const { bot, terminal, clock } = start();
      const tries = (userId: number, count: number) =>
        Array.from({ length: count }, (_, i) =>
          (i % 2 === 0 ? bot : terminal).countPairingTry(userId, 3, new Date(clock.nowMs - HOUR_MS)),
        );
      expect(tries(7, 5)).toEqual([true, true, true, false, false]);
      expect(tries(8, 1)).toEqual([true]);
      clock.nowMs += HOUR_MS - 1;
      expect(tries(7, 1)).toEqual([false]);
      clock.nowMs += 1;
      expect(tries(7, 4)).toEqual([true, true, true, false]);
    });
  });

  describe(`${name} keeps who asks for access`, () => {
    it("once, until it is decided", () => {
      const { bot, terminal, at } = start();
      expect([bot.openRequest(7, at(-1)), terminal.openRequest(7, at(-1)), bot.openRequest(8, at(-1))]).toEqual([
        "opened",
        "waiting",
        "opened",
      ]);
      expect([bot.closeRequest(7, "allowed"), terminal.closeRequest(7, "denied")]).toEqual([true, false]);
      expect(bot.openRequest(7, at(-1))).toBe("opened");
    });

    it("again when some time has passed since it was denied, or asked in vain", () => {
      const { bot, terminal, clock, at } = start();
      bot.openRequest(7, at(-1));
      clock.nowMs += HOUR_MS;
      expect(terminal.closeRequest(7, "denied")).toBe(true);
      expect(bot.openRequest(7, at(HOUR_MS - 1))).toBe("denied");
      expect(bot.openRequest(7, at(HOUR_MS))).toBe("opened");
      expect(bot.openRequest(7, at(HOUR_MS - 1))).toBe("waiting");
      expect(bot.openRequest(7, at(HOUR_MS))).toBe("opened");
    });

    it("at once when it was withdrawn", () => {
      const { bot, at } = start();
      bot.openRequest(7, at(-1));
      expect([bot.closeRequest(7, "withdrawn"), bot.closeRequest(7, "withdrawn")]).toEqual([true, false]);
      expect(bot.openRequest(7, at(-1))).toBe("opened");
    });
  });
}
