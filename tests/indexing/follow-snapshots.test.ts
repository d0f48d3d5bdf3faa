import { describe, expect, it } from "vitest";
import { followSnapshots } from "../../src/indexing/follow-snapshots.ts";
import { readPointer } from "../../src/indexing/snapshot-folder.ts";
import type { Snapshot } from "../../src/ports.ts";
import { aCorpus, countingEmbedder } from "./setup.ts";

/** A follower over snapshots that are only names, with a clock that moves when told. */
function aFollower() {
  let published: string | null = "one";
  let now = 0;
  let looks = 0;
  let broken = false;
  const closed: string[] = [];
  const problems: unknown[] = [];
  const open = () => {
    if (broken || published === null) throw new Error(`cannot open ${published}`);
    const id = published;
    return { id, close: () => void closed.push(id) } as Snapshot;
  };
  const pointer = () => {
    looks++;
    return published;
  };
  const follower = followSnapshots(
    pointer,
    open,
    (error) => problems.push(error),
    () => now,
  );
  return {
    ...follower,
    closed,
    problems,
    looks: () => looks,
    publish(id: string | null) {
      published = id;
      now += 1_000;
    },
    wait: (ms: number) => {
      now += ms;
    },
    breakDisk: () => {
      broken = true;
    },
    ask() {
      const lease = follower.acquire();
      lease.release();
      return lease.snapshot.id;
    },
  };
}

describe("following the published snapshot", () => {
  it("a question keeps the snapshot it began with, and the next one gets the new", () => {
    const it = aFollower();
    const question = it.acquire();
    it.publish("two");
    expect(it.ask()).toBe("two");
    expect([question.snapshot.id, it.closed]).toEqual(["one", []]);
    question.release();
    expect(it.closed).toEqual(["one"]);
  });

  it("the old one closes with its last release, once", () => {
    const it = aFollower();
    const [first, second] = [it.acquire(), it.acquire()];
    it.publish("two");
    it.ask();
    first.release();
    first.release();
    expect(it.closed).toEqual([]);
    second.release();
    expect(it.closed).toEqual(["one"]);
  });

  it("an old one that nobody holds closes at the switch, the current one stays open", () => {
    const it = aFollower();
    it.ask();
    it.publish("two");
    it.ask();
    it.ask();
    expect(it.closed).toEqual(["one"]);
  });

  it("looks at most once a second", () => {
    const it = aFollower();
    for (let n = 0; n < 10; n++) it.ask();
    it.wait(999);
    it.ask();
    expect(it.looks()).toBe(1);
    it.wait(1);
    it.ask();
    expect(it.looks()).toBe(2);
  });

  it("a new one that cannot be opened is told once, and the old one answers on", () => {
    const it = aFollower();
    it.ask();
    it.breakDisk();
    for (let n = 0; n < 3; n++) {
      it.publish("two");
      expect(it.ask()).toBe("one");
    }
    expect(it.problems).toEqual([expect.objectContaining({ message: "cannot open two" })]);
    expect(it.closed).toEqual([]);
  });

  it("a pointer that vanished changes nothing", () => {
    const it = aFollower();
    it.ask();
    it.publish(null);
    expect(it.ask()).toBe("one");
  });

  it("without any index says so", () => {
    const it = aFollower();
    it.breakDisk();
    expect(() => it.acquire()).toThrow("cannot open one");
  });

  it("closes when the program stops, after the question that is still at work", () => {
    const it = aFollower();
    const question = it.acquire();
    it.close();
    expect(it.closed).toEqual([]);
    question.release();
    expect(it.closed).toEqual(["one"]);
    it.close();
    expect(it.closed).toEqual(["one"]);
    expect(() => it.acquire()).toThrow(expect.objectContaining({ code: "no-index" }));
  });

  it("on the disk: a held snapshot answers while two newer ones are published and its files are gone", async () => {
    const corpus = aCorpus();
    await corpus.build(countingEmbedder());
    let now = 0;
    const follower = followSnapshots(
      () => readPointer(corpus.dataDir),
      corpus.open,
      (error) => expect.unreachable(String(error)),
      () => (now += 1_000),
    );
    const question = follower.acquire();
    for (const file of ["salt.md", "lamp.md"]) {
      corpus.remove(file);
      await corpus.build(countingEmbedder());
    }
    const later = follower.acquire();
    expect(question.snapshot.store.searchTerms(["salt"], 5)).toHaveLength(1);
    expect([question.snapshot.store.facts().articles, later.snapshot.store.facts().articles]).toEqual([3, 1]);
    question.release();
    expect(() => question.snapshot.store.list(0, 1)).toThrow();
    later.release();
    follower.close();
  });
});
