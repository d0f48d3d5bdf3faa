import type { Api } from "grammy";
import { describe, expect, it } from "vitest";
import { openStateStore } from "../../../src/adapters/sqlite/state-store.ts";
import { digestSender } from "../../../src/bot/digest/send-due.ts";
import { sayIn } from "../../../src/rendering/say.ts";
import { FakeLibrary } from "../support/fake-library.ts";
import { GROUP, OWNER, STRANGER, stage } from "../support/stage.ts";

const say = sayIn("en");
const DAILY = { weekday: null, minute: 9 * 60 };
const DAY_MS = 86_400_000;

describe("/digest", () => {
  it("comes once after the bot was away for weeks, with what was new since", async () => {
    const { server, library, clock, hears, restart, said } = await stage();
    // A Sunday, 8:00 in Shanghai.
    server.sendText("/digest Monday 9:00");
    expect((await hears(OWNER, 1))[0]?.text).toBe(say("digest-set", { day: say("day-1"), time: "09:00" }));
    await restart();
    expect(said(OWNER)).toHaveLength(1);
    clock.nowMs += 16 * DAY_MS;
    await restart();
    expect((await hears(OWNER, 2))[1]?.text).toContain(say("overview", { read: 1, articles: 12 }));
    expect(library.overviews.map(({ range }) => range)).toEqual([
      { from: "2025-06-01", to: "2025-06-17", mode: "filter" },
    ]);
    await restart();
    expect(said(OWNER)).toHaveLength(2);
  });

  it("says that nothing was new", async () => {
    const { server, library, clock, hears, restart } = await stage();
    library.overview = async () => null;
    server.sendText("/digest daily 9:00");
    await hears(OWNER, 1);
    clock.nowMs += DAY_MS;
    await restart();
    const nothing = say("digest-nothing", { from: "2025-06-01", to: "2025-06-02" });
    expect((await hears(OWNER, 2))[1]?.text).toBe(nothing);
  });

  it.each([
    [1, 1],
    [2, 0],
  ])("that failed %i times comes %i times", async (failures, sent) => {
    const library = new FakeLibrary();
    const overview = library.overview.bind(library);
    let tries = 0;
    library.overview = async (request) => {
      if (++tries <= failures) throw new Error("disk full");
      return overview(request);
    };
    const state = openStateStore(":memory:", { now: () => new Date("2025-06-03T02:00:00Z") });
    state.keepDigest({ ...DAILY, chatId: OWNER, threadId: null, language: "en", lastAt: "2025-06-01T02:00:00Z" });
    const texts: string[] = [];
    const api = { sendMessage: async (_: number, text: string) => void texts.push(text) } as unknown as Api;
    const logger = { info: () => {}, warn: () => {}, error: () => {} };
    const clock = { now: () => new Date("2025-06-03T02:00:00Z") };
    const sendDigests = digestSender(api, {
      library,
      state,
      clock,
      logger,
      access: { ownerId: OWNER, allowedUsers: [] },
    });
    for (let look = 0; look < 4; look++) await sendDigests();
    expect(texts).toHaveLength(sent);
    expect(tries).toBe(2);
    state.close();
  });

  it("ends with off, and tells how it is set", async () => {
    const { server, state, hears } = await stage();
    for (const text of ["/digest", "/digest off", "/digest Monday", "/digest off"]) server.sendText(text);
    const texts = (await hears(OWNER, 4)).map(({ text }) => text);
    expect(texts[0]).toBe(say("digest-how"));
    expect([texts[1], texts[3]]).toEqual([say("digest-none"), say("digest-off")]);
    expect(state.digests()).toEqual([]);
  });

  it("is set in a group only by those who were named", async () => {
    const { server, state, hears } = await stage();
    server.sendText("/digest Monday", { chat: GROUP, from: STRANGER });
    expect((await hears(GROUP, 1))[0]?.text).toBe(say("digest-may-not"));
    server.sendText("/digest Monday", { chat: GROUP, from: OWNER });
    await hears(GROUP, 2);
    expect(state.digests().map(({ chatId }) => chatId)).toEqual([GROUP]);
  });
});
