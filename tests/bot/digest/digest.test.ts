import { describe, expect, it } from "vitest";
import { sayIn } from "../../../src/rendering/say.ts";
import { GROUP, OWNER, STRANGER, stage } from "../support/stage.ts";

const say = sayIn("en");
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
