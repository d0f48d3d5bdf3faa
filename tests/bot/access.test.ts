import { describe, expect, it } from "vitest";
import { sayIn } from "../../src/rendering/say.ts";
import { button, GROUP, OWNER, STRANGER, stage } from "./support/stage.ts";

describe("who may use the bot", () => {
  it("a stranger hears one kind line an hour, with their id", async () => {
    const { server, library, clock, hears, said } = await stage();
    server.sendText("When?", { from: STRANGER });
    expect((await hears(STRANGER, 1))[0]?.text).toContain(String(STRANGER));
    server.sendText("When?", { from: STRANGER });
    server.sendText("When?");
    await hears(OWNER, 1);
    expect(said(STRANGER)).toHaveLength(1);
    clock.nowMs += 3_600_000;
    server.sendText("When?", { from: STRANGER });
    await hears(STRANGER, 2);
    expect(library.asked).toHaveLength(1);
  });

  it("group talk of strangers is none of the bot's business", async () => {
    const { server, said, hears } = await stage();
    server.sendText("hello all", { from: STRANGER, chat: GROUP });
    server.sendText("/help", { chat: GROUP });
    await hears(GROUP, 1);
    expect(said(GROUP)).toHaveLength(1);
  });

  it("a stranger's press of a button passes the same gate", async () => {
    const { server, state, hears, said, until } = await stage();
    server.sendText("/ask When?", { chat: GROUP });
    const [answer] = await hears(GROUP, 1);
    state.deny(GROUP, null);
    const query = server.pressButton(GROUP, answer?.message_id ?? 0, button(answer, "1"), STRANGER);
    expect((await until(() => server.callbackAnswer(query))).text).toContain(sayIn("en")("strange-group"));
    const again = server.pressButton(GROUP, answer?.message_id ?? 0, button(answer, "1"), STRANGER);
    expect((await until(() => server.callbackAnswer(again))).text).toBe("");
    expect(said(GROUP)).toHaveLength(1);
  });

  it.each([
    { name: "ALLOWED_USERS", access: { ownerId: null, allowedUsers: [STRANGER] } },
    { name: "everyone", access: { ownerId: null, allowedUsers: "everyone" as const } },
    { name: "the owner", access: { ownerId: STRANGER, allowedUsers: [] } },
  ])("named by $name", async ({ access }) => {
    const { server, library, hears } = await stage({ access });
    server.sendText("When?", { from: STRANGER });
    await hears(STRANGER, 1);
    expect(library.asked).toHaveLength(1);
  });

  it("allowed while the bot runs", async () => {
    const { server, library, state, hears } = await stage();
    state.allow(STRANGER, null);
    server.sendText("When?", { from: STRANGER });
    await hears(STRANGER, 1);
    expect(library.asked).toHaveLength(1);
  });
});
