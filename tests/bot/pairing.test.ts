import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { issueCode } from "../../src/bot/pairing.ts";
import { readCode } from "../../src/bot/pairing-code.ts";
import { ownerOf } from "../../src/bot/permissions.ts";
import { sayIn } from "../../src/rendering/say.ts";
import { button, GROUP, OWNER, STRANGER, stage } from "./support/stage.ts";

const nobody = { access: { ownerId: null, allowedUsers: [] } };
const say = sayIn("en");
const HOUR_MS = 3_600_000;

describe("pairing", () => {
  it.each([
    { name: "as printed", write: (code: string) => code },
    { name: "in lower case and with blanks", write: (code: string) => ` ${code.toLowerCase().replace("-", " ")} ` },
    {
      name: "in full width",
      write: (code: string) => code.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    },
  ])("who sends the code becomes the owner: $name", async ({ write }) => {
    const { server, state, clock, library, hears } = await stage(nobody);
    server.sendText(write(await issueCode(state, clock)));
    expect((await hears(OWNER, 1))[0]?.text).toContain(say("pairing-paired"));
    expect(ownerOf({ access: nobody.access, state })).toBe(OWNER);
    server.sendText("When?");
    await hears(OWNER, 2);
    expect(library.asked).toHaveLength(1);
  });

  it("a code works once, for an hour, and in private only", async () => {
    const { server, state, clock, hears, said } = await stage(nobody);
    const code = await issueCode(state, clock);
    server.sendText(code, { chat: GROUP });
    clock.nowMs += HOUR_MS;
    server.sendText(code);
    await hears(OWNER, 1);
    expect(ownerOf({ access: nobody.access, state })).toBeNull();
    const next = await issueCode(state, clock);
    server.sendText(next);
    await hears(OWNER, 2);
    server.sendText(next, { from: STRANGER });
    expect((await hears(STRANGER, 1))[0]?.text).not.toContain(say("pairing-paired"));
    expect(ownerOf({ access: nobody.access, state })).toBe(OWNER);
    expect(said(GROUP)).toEqual([]);
  });

  it("a stranger who guesses locks out nobody but themselves", async () => {
    const { server, state, clock, hears, said } = await stage(nobody);
    const code = await issueCode(state, clock);
    for (let tries = 1; tries <= 6; tries++) {
      server.sendText("CDFGHJKM", { from: STRANGER });
      await hears(STRANGER, tries);
    }
    server.sendText(code, { from: STRANGER });
    expect(
      said(STRANGER)
        .map(({ text }) => text)
        .slice(4),
    ).toEqual([say("pairing-wrong"), say("pairing-too-many")]);
    server.sendText(code);
    expect((await hears(OWNER, 1))[0]?.text).toContain(say("pairing-paired"));
  });

  it("no other text is taken for a code", () => {
    expect(readCode("How long is the bridge?")).toBeNull();
    expect(readCode("港珠澳大桥有多长？")).toBeNull();
    fc.assert(fc.property(fc.string(), (text) => (readCode(text) ?? "XXXXXXXX").length === 8));
  });
});

describe("asking for access", () => {
  it("the owner's yes lets the stranger in, and both are told", async () => {
    const { server, library, hears, until } = await stage();
    server.sendText("When?", { from: STRANGER });
    const [refusal] = await hears(STRANGER, 1);
    server.sendText("When was it lit?"); // The bot may write to the owner only once the owner wrote to it.
    await hears(OWNER, 1);
    const query = server.pressButton(
      STRANGER,
      refusal?.message_id ?? 0,
      button(refusal, say("ask-for-access")),
      STRANGER,
    );
    expect((await until(() => server.callbackAnswer(query))).text).toBe(say("access-asked"));
    const request = (await hears(OWNER, 2))[1];
    expect(request?.text).toContain(String(STRANGER));
    server.pressButton(OWNER, request?.message_id ?? 0, button(request, say("allow")));
    expect((await hears(STRANGER, 2))[1]?.text).toBe(say("you-are-allowed"));
    server.sendText("When?", { from: STRANGER });
    await hears(STRANGER, 3);
    expect(library.asked).toHaveLength(2);
  });

  it("once a day, and after a no the stranger stays out", async () => {
    const { server, state, said, hears, until } = await stage();
    server.sendText("hello");
    await hears(OWNER, 1);
    server.sendText("When?", { from: STRANGER });
    const [refusal] = await hears(STRANGER, 1);
    const press = () =>
      server.pressButton(STRANGER, refusal?.message_id ?? 0, button(refusal, say("ask-for-access")), STRANGER);
    const first = press();
    await until(() => server.callbackAnswer(first));
    const request = (await hears(OWNER, 2))[1];
    server.pressButton(OWNER, request?.message_id ?? 0, button(request, say("deny")));
    await until(() => said(OWNER)[1]?.text?.includes(say("now-refused", { name: "" }).trim()));
    const again = press();
    expect((await until(() => server.callbackAnswer(again))).text).toBe(say("access-denied"));
    expect(state.permission(STRANGER)).toBeNull();
  });
});

describe("/allow and /deny", () => {
  it("let a whole group in and out, at the owner's word only", async () => {
    const { server, library, hears, state } = await stage();
    state.deny(GROUP, null);
    server.sendText("@footnote_bot when?", { from: STRANGER, chat: GROUP });
    expect((await hears(GROUP, 1))[0]?.text).toBe(say("strange-group"));
    server.sendText("/allow", { from: STRANGER, chat: GROUP });
    server.sendText("/allow", { chat: GROUP });
    await hears(GROUP, 2);
    expect(state.permission(GROUP)).toBe("allowed");
    server.sendText("@footnote_bot when?", { from: STRANGER, chat: GROUP });
    await hears(GROUP, 3);
    expect(library.asked).toHaveLength(1);
    server.sendText("/deny", { chat: GROUP });
    await hears(GROUP, 4);
    expect(state.permission(GROUP)).toBe("denied");
  });

  it.each([
    { words: "by id", text: `/allow ${STRANGER}` },
    { words: "by reply", text: "/allow" },
  ])("let a person in $words", async ({ text }) => {
    const { server, state, hears } = await stage();
    const message = server.sendText("let me in", { from: STRANGER, chat: GROUP });
    server.sendText(text, { chat: GROUP, replyTo: message.message_id });
    await hears(GROUP, 1);
    expect(state.permission(STRANGER)).toBe("allowed");
  });

  it("alone in private tell how, and who is allowed", async () => {
    const { server, state, hears } = await stage();
    state.allow(STRANGER, "Ann");
    // Greater than any id, and than what the store reads back: kept once, it would break every list to come.
    server.sendText("/allow 9999999999999999");
    await hears(OWNER, 1);
    server.sendText("/allow");
    const [, list] = await hears(OWNER, 2);
    expect(list?.text).toContain(`Ann · ${STRANGER}`);
    expect(list?.text).not.toContain("999");
  });
});
