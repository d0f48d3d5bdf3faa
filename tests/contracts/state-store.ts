import { describe, expect, it, onTestFinished } from "vitest";
import type { ArticleId, Claim, PassageId } from "../../src/domain.ts";
import type { Clock, StateStore } from "../../src/ports.ts";

const CLAIMS: readonly Claim[] = [
  {
    text: "It opened in 1937.",
    mark: "matches",
    citations: [
      {
        article: {
          id: "bridge" as ArticleId,
          title: "A bridge",
          author: null,
          publishedAt: "2024-05-11",
          url: null,
          language: "en",
          sourcePath: "bridge.md",
          missing: { paywall: false, picturesUnread: 1 },
          repostOf: null,
        },
        passageId: "bridge#0" as PassageId,
        sentence: { ordinal: 0, span: { start: 0, end: 18 }, text: "It opened in 1937." },
      },
    ],
  },
];

export interface StateStoreUnderTest {
  /** Opens the same store again, as after a restart. */
  readonly open: (clock: Clock) => StateStore;
}

/** What every StateStore must do, also after it was closed and opened again. */
export function stateStoreContract(name: string, setUp: () => StateStoreUnderTest): void {
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
      reopen() {
        store.close();
        store = open(clock);
      },
    };
  };
  const questions = (store: StateStore, chat: string, limit = 10) =>
    store.turns(chat, limit).map(({ question }) => question);

  const turn = (question: string, answer = "") => ({ question, answer, read: `${question}, in full`, claims: CLAIMS });

  describe(`${name} keeps what must survive`, () => {
    it("turns of each chat, the latest, oldest first", () => {
      const it = start();
      for (const question of ["one", "two", "three"]) it.store.appendTurn("a", turn(question, `${question}!`));
      it.store.appendTurn("b", turn("other"));
      it.reopen();
      expect(it.store.turns("a", 2)).toEqual([
        { ...turn("two", "two!"), at: "2024-05-11T08:01:00.000Z" },
        { ...turn("three", "three!"), at: "2024-05-11T08:02:00.000Z" },
      ]);
      expect(questions(it.store, "b")).toEqual(["other"]);
      expect(it.store.turns("nobody", 5)).toEqual([]);
    });

    it("the place where a conversation began anew", () => {
      const it = start();
      it.store.resetConversation("a");
      for (const chat of ["a", "b"]) it.store.appendTurn(chat, turn("before"));
      it.store.resetConversation("a");
      it.reopen();
      expect([questions(it.store, "a"), questions(it.store, "b")]).toEqual([[], ["before"]]);
      it.store.appendTurn("a", turn("after"));
      expect(questions(it.store, "a")).toEqual(["after"]);
    });

    it.each([{ page: 2, of: ["甲", "b"] }, "text", 0, false, null, undefined, []])(
      "what stands behind a button: %j",
      (payload) => {
        const it = start();
        const key = it.store.keepButton("a", payload);
        it.reopen();
        expect(it.store.button("a", key)).toEqual(payload ?? null);
      },
    );

    it("buttons under short keys that no other chat can use", () => {
      const { store } = start();
      const keys = Array.from({ length: 50 }, () => store.keepButton("a", "secret"));
      expect(new Set(keys).size).toBe(50);
      for (const key of keys) expect(key).toMatch(/^[\w-]{12,24}$/);
      expect(store.button("b", keys[0] ?? "")).toBeNull();
      expect(store.button("a", "' OR 1=1 --")).toBeNull();
    });

    it("questions without an answer, counted whatever their width, case, spacing and closing marks", () => {
      const it = start();
      for (const asked of ["Who  built it?", "who built IT", " Ｗho built it？！ "])
        it.store.recordGap(asked, "en", "nothing-found");
      it.store.recordGap("谁造的？", "zh", "weak-evidence");
      it.store.recordGap("谁造的", "zh", "no-claim-left");
      it.store.recordGap("???", "en", "nothing-found");
      it.reopen();
      expect(it.store.gaps(10)).toEqual([
        { question: "???", language: "en", reason: "nothing-found", times: 1, lastAt: "2024-05-11T08:05:00.000Z" },
        { question: "谁造的", language: "zh", reason: "no-claim-left", times: 2, lastAt: "2024-05-11T08:04:00.000Z" },
        {
          question: "Ｗho built it？！",
          language: "en",
          reason: "nothing-found",
          times: 3,
          lastAt: "2024-05-11T08:02:00.000Z",
        },
      ]);
      expect(it.store.gaps(1)).toHaveLength(1);
    });
  });
}
