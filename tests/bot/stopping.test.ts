import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { sayIn } from "../../src/rendering/say.ts";
import { SIMPLE } from "./support/fake-library.ts";
import { GROUP, OWNER, STRANGER, stage } from "./support/stage.ts";

const say = sayIn("en");

/** An answer that lasts until it is stopped, and then is what was checked by then. */
const endless = async (signal: AbortSignal | undefined, kept: boolean) => {
  while (signal?.aborted !== true) await pause(5);
  if (!kept) throw new Error("aborted");
  return { ...SIMPLE, coverage: "cut" as const };
};

describe("/stop", () => {
  it("ends the answer at once, and what was checked is sent as cut", async () => {
    const { server, library, hears, until } = await stage();
    library.answer = ({ signal }) => endless(signal, true);
    server.sendText("When?");
    await until(() => library.asked.length === 1);
    server.sendText("/stop");
    const [answer] = await hears(OWNER, 1);
    expect(answer?.text).toContain("The lamp was lit in 1931.");
    expect(answer?.text).toContain(say("cut"));
  });

  it("says so where nothing was checked yet, and the next question is answered", async () => {
    const { server, library, hears, until } = await stage();
    library.answer = ({ signal }) => endless(signal, false);
    server.sendText("When?");
    await until(() => library.asked.length === 1);
    server.sendText("/stop");
    expect((await hears(OWNER, 1))[0]?.text).toBe(say("stopped"));
    library.answer = async () => SIMPLE;
    server.sendText("When?");
    expect((await hears(OWNER, 2))[1]?.text).toContain("1931");
  });

  it("stops one's own answer only, in a group", async () => {
    const { server, library, hears, said, until } = await stage();
    library.answer = ({ signal }) => endless(signal, true);
    server.sendText("/ask When?", { chat: GROUP });
    await until(() => library.asked.length === 1);
    server.sendText("/stop", { chat: GROUP, from: STRANGER });
    expect((await hears(GROUP, 1))[0]?.text).toBe(say("nothing-to-stop"));
    expect(said(GROUP)).toHaveLength(1);
    server.sendText("/stop", { chat: GROUP });
    expect((await hears(GROUP, 2))[1]?.text).toContain(say("cut"));
  });

  it("is also Telegram's own button under the growing answer", async () => {
    const { server, library, hears, until } = await stage();
    library.answer = ({ signal, onClaims }) => {
      onClaims?.(SIMPLE.claims);
      return endless(signal, true);
    };
    server.sendText("When?");
    await until(() => server.drafts(OWNER).length > 0);
    server.pressStop(OWNER);
    expect((await hears(OWNER, 1))[0]?.text).toContain(say("cut"));
  });

  it("says that there is nothing to stop", async () => {
    const { server, hears } = await stage();
    server.sendText("/stop");
    expect((await hears(OWNER, 1))[0]?.text).toBe(say("nothing-to-stop"));
  });
});
