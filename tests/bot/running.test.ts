import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createBot } from "../../src/bot/create-bot.ts";
import { runBot } from "../../src/bot/run-bot.ts";
import { FakeLibrary, SIMPLE } from "./support/fake-library.ts";
import { OWNER, STRANGER, stage } from "./support/stage.ts";

describe("running", () => {
  it("describes its commands in both languages", async () => {
    const { server, running, until } = await stage();
    const menus = () => server.calls.filter(({ method, response }) => method === "setMyCommands" && response?.ok);
    expect(menus().map(({ params }) => params.language_code)).toEqual([undefined, "zh"]);
    expect(running().username).toBe("footnote_bot");
    // The owner's only once they wrote: before, Telegram answers "chat not found", which must not stop the start.
    server.sendText("hello");
    await until(() => menus().length === 4);
    expect(menus().map(({ params }) => params.language_code)).toEqual([undefined, "zh", undefined, "zh"]);
    const owners = menus().map(({ params }) => JSON.stringify(params.commands).includes("allow"));
    expect(owners).toEqual([false, false, true, true]);
  });

  it.each(["zh", "en"] as const)("tells in /help what every command does: %s", async (language) => {
    const { server, hears, until } = await stage();
    server.sendText("/help", { languageCode: language });
    const [help] = await hears(OWNER, 1);
    const menus = () => server.calls.filter(({ method, response }) => method === "setMyCommands" && response?.ok);
    await until(() => menus().length === 4);
    const offered = [...JSON.stringify(menus()).matchAll(/"command":"(\w+)"/g)].map(([, command]) => command);
    expect(new Set(offered).size).toBeGreaterThan(8);
    for (const command of offered) expect(help?.text).toContain(`/${command} `);
  });

  it("answers of one chat keep their order, and no chat waits for another", async () => {
    const { server, library, hears } = await stage({ access: { ownerId: null, allowedUsers: "everyone" } });
    const gate = Promise.withResolvers<void>();
    library.answer = async ({ text }) => {
      if (text === "slow") await gate.promise;
      return { ...SIMPLE, open: [text] };
    };
    server.sendText("slow");
    server.sendText("quick");
    server.sendText("other", { from: STRANGER });
    await hears(STRANGER, 1);
    gate.resolve();
    const [first, second] = await hears(OWNER, 2);
    expect([first?.text, second?.text].map((text) => /slow|quick/.exec(text ?? "")?.[0])).toEqual(["slow", "quick"]);
  });

  it("lets answers in flight finish when it is stopped, and asks nothing twice", async () => {
    const { server, library, running, restart, hears, until } = await stage();
    const gate = Promise.withResolvers<void>();
    library.answer = async () => {
      await gate.promise;
      return SIMPLE;
    };
    server.sendText("When?");
    await until(() => library.asked.length === 1);
    const stopped = running().stop();
    const { finished } = running();
    // Whoever waits for the end closes the state then, which the answer still needs.
    const early = await Promise.race([finished.then(() => "finished"), sleep(300, "answering")]);
    expect(early).toBe("answering");
    gate.resolve();
    await Promise.all([stopped, finished]);
    expect(await hears(OWNER, 1)).toHaveLength(1);
    await restart();
    server.sendText("/help");
    await hears(OWNER, 2);
    expect(library.asked).toHaveLength(1);
  });

  it.each([
    { status: 401, says: /BotFather/ },
    { status: 409, says: /Another program/ },
    {
      status: 409,
      description: "Conflict: can't use getUpdates method while webhook is active",
      says: /deleteWebhook/,
    },
  ])("ended by Telegram with $status, it says what to do", async ({ says, ...fault }) => {
    const { server, running } = await stage();
    server.fault({ method: "getUpdates", ...fault });
    server.sendText("/help");
    await expect(running().finished).rejects.toThrow(says);
    await expect(running().finished).rejects.toMatchObject({ code: "telegram" });
  });

  it("does not start without Telegram, and keeps the token to itself", async () => {
    const quiet = () => {};
    const { state, clock } = await stage();
    const logger = { info: quiet, warn: quiet, error: quiet };
    const deps = { library: new FakeLibrary(), state, clock, logger, access: { ownerId: OWNER, allowedUsers: [] } };
    const token = "123456:a-secret-token-of-some-length";
    const failure: unknown = await runBot(createBot(token, deps, { apiRoot: "http://127.0.0.1:9" }), deps).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ code: "telegram", message: expect.stringMatching(/does not answer/) });
    expect(String(failure)).not.toContain("a-secret");
  });
});
