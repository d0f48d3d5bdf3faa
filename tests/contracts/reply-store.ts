import { describe, expect, it, onTestFinished } from "vitest";
import type { KeptReply, Vote } from "../../src/domain.ts";
import type { Clock, StateStore } from "../../src/ports.ts";
import type { StateStoreUnderTest } from "./state-store.ts";

const article = {
  title: "灯塔",
  author: null,
  publishedAt: "2024-05-11",
  url: "https://example.org/l",
  sourcePath: "a/l.md",
  missing: { paywall: true, picturesUnread: 2 },
};
const claim = { text: "It was lit.", mark: "checked" as const, sentences: [{ text: "The lamp was lit.", article }] };

export const reply = (question: string): KeptReply => ({
  kind: "answered",
  language: "en",
  question,
  only: null,
  opening: null,
  direct: { ...claim, mark: null },
  layout: "text",
  claims: [claim],
  notes: ["1 claim was left out."],
  nearest: [article],
});
const DOWN: Vote = { kind: "down", reason: "wrong" };

/** What every StateStore must do with replies, votes on them and counts, also after it was closed and opened again. */
export function replyStoreContract(name: string, setUp: () => StateStoreUnderTest): void {
  const start = () => {
    const { open } = setUp();
    let minute = 0;
    const clock: Clock = { now: () => new Date(Date.UTC(2024, 4, 11, 8, minute++)) };
    let store = open(clock);
    onTestFinished(() => store.close());
    return {
      get store() {
        return store;
      },
      skipDays(days: number) {
        minute += days * 24 * 60;
      },
      reopen() {
        store.close();
        store = open(clock);
      },
    };
  };
  const questions = (store: StateStore, conversation: string) =>
    store.conversation(conversation).replies.map((stored) => stored.reply.question);

  describe(`${name} keeps what was answered`, () => {
    it("whole, for the chat alone", () => {
      const it = start();
      const kept = { ...reply("one"), only: article };
      const id = it.store.keepReply("a", "a", kept);
      it.reopen();
      expect(it.store.reply("a", id)).toEqual({ id, at: "2024-05-11T08:00:00.000Z", reply: kept });
      expect([it.store.reply("b", id), it.store.reply("a", id + 1)]).toEqual([null, null]);
    });

    it("as conversations, since they began anew; topics of a group apart", () => {
      const it = start();
      it.store.keepReply("-5", "-5:7", reply("before"));
      it.store.resetConversation("-5:7");
      for (const question of ["one", "two"]) it.store.keepReply("-5", "-5:7", reply(question));
      const general = it.store.keepReply("-5", "-5", reply("general"));
      it.reopen();
      expect([questions(it.store, "-5:7"), questions(it.store, "-5")]).toEqual([["one", "two"], ["general"]]);
      expect(it.store.reply("-5", general)?.reply.question).toBe("general");
    });

    it("of each chat the newest 200 and the voted ones, at most 1,000 in all; numbers are used once", () => {
      const { store } = start();
      const other = store.keepReply("b", "b", reply("other"));
      const [first = 0, second = 0] = ["first", "second"].map((question) => store.keepReply("a", "a", reply(question)));
      store.vote(first, 42, DOWN);
      for (let index = 0; index < 200; index++) store.keepReply("a", "a", reply(String(index)));
      expect([store.reply("a", first) !== null, store.reply("a", second), store.reply("b", other) !== null]).toEqual([
        true,
        null,
        true,
      ]);
      const ids = Array.from({ length: 1_000 }, (_, index) => {
        const id = store.keepReply("a", "a", reply(String(index)));
        store.vote(id, 42, { kind: "up" });
        return id;
      });
      expect(store.reply("a", first)).toBeNull();
      expect(store.conversation("a").replies.map(({ id }) => id)).toEqual(ids.slice(-200));
      expect(store.votes(2_000)).toHaveLength(1_000);
      expect(new Set([first, second, ...ids]).size).toBe(1_002);
    });
  });

  describe(`${name} knows how many replies of a conversation are lost`, () => {
    it("since it began anew, and when others of the chat crowded them out", () => {
      const it = start();
      const lost = (conversation: string) => it.store.conversation(conversation).lost;
      const keep = (conversation: string, times: number) => {
        for (let index = 0; index < times; index++) it.store.keepReply("-5", conversation, reply(String(index)));
      };
      keep("-5", 200);
      expect([lost("-5"), lost("-5:7"), lost("nobody")]).toEqual([0, 0, 0]);
      keep("-5", 3);
      it.reopen();
      expect([lost("-5"), questions(it.store, "-5").length]).toEqual([3, 200]);
      it.store.resetConversation("-5");
      keep("-5", 1);
      expect([lost("-5"), questions(it.store, "-5")]).toEqual([0, ["0"]]);
      keep("-5:7", 200);
      expect([lost("-5"), lost("-5:7")]).toEqual([1, 0]);
    });
  });

  describe(`${name} counts votes`, () => {
    it("one a person and reply, as it was last", () => {
      const it = start();
      const [one = 0, two = 0] = ["one", "two"].map((question) => it.store.keepReply("a", "a", reply(question)));
      it.store.vote(one, 42, { kind: "up" });
      it.store.vote(one, 43, { kind: "up" });
      it.store.vote(one, 42, { kind: "down", reason: null });
      it.store.vote(two, 42, { kind: "up" });
      it.store.vote(two, 42, null);
      it.reopen();
      it.store.vote(one, 42, DOWN);
      expect(it.store.ballot(one, 42)).toEqual({ own: DOWN, up: 1, down: 1 });
      expect(it.store.ballot(one, 43)).toEqual({ own: { kind: "up" }, up: 1, down: 1 });
      expect(it.store.ballot(two, 42)).toEqual({ own: null, up: 0, down: 0 });
      expect(it.store.votes(10).map(({ vote, reply }) => [reply.reply.question, vote])).toEqual([
        ["one", DOWN],
        ["one", { kind: "up" }],
      ]);
      expect(it.store.votes(1)).toHaveLength(1);
      expect(it.store.voteCounts()).toEqual({ up: 1, down: 1 });
    });

    it("on no reply that is not there", () => {
      const { store } = start();
      store.vote(7, 42, { kind: "up" });
      expect([store.votes(10), store.ballot(7, 42)]).toEqual([[], { own: null, up: 0, down: 0 }]);
    });
  });

  describe(`${name} counts outcomes`, () => {
    it("by day", () => {
      const it = start();
      it.store.countOutcomes(["answered", "mark-checked", "mark-checked"]);
      it.skipDays(2);
      it.store.countOutcomes(["answered"]);
      it.store.countOutcomes([]);
      it.reopen();
      expect(Object.fromEntries(it.store.outcomes(null))).toEqual({ answered: 2, "mark-checked": 2 });
      expect(Object.fromEntries(it.store.outcomes("2024-05-11"))).toEqual({ answered: 2, "mark-checked": 2 });
      expect(Object.fromEntries(it.store.outcomes("2024-05-12"))).toEqual({ answered: 1 });
      expect(it.store.outcomes("2024-05-14").size).toBe(0);
    });

    it("and tokens, those of the judge apart", () => {
      const it = start();
      const tokens = (promptTokens: number, completionTokens: number) => ({ promptTokens, completionTokens });
      it.store.countTokens({ chat: tokens(1_000, 50), judge: tokens(300, 0) });
      it.skipDays(2);
      it.store.countTokens({ chat: tokens(500, 5), judge: null });
      it.store.countTokens({ chat: null, judge: null });
      it.reopen();
      const all = { "tokens-chat-read": 1_500, "tokens-chat-written": 55, "tokens-judge-read": 300 };
      expect(Object.fromEntries(it.store.outcomes(null))).toEqual(all);
      expect(Object.fromEntries(it.store.outcomes("2024-05-12"))).toEqual({
        "tokens-chat-read": 500,
        "tokens-chat-written": 5,
      });
    });
  });
}
