import { describe, expect, it } from "vitest";
import { sayIn } from "../../src/rendering/say.ts";
import { SIMPLE } from "./support/fake-library.ts";
import { button, GROUP, OWNER, stage } from "./support/stage.ts";

const say = sayIn("en");
const FOLLOWS = { subject: "Oura", read: "Oura why?" };

async function talking() {
  const on = await stage();
  on.library.answer = async ({ text, alone }) =>
    text === "Why?" && alone !== true ? { ...SIMPLE, follows: FOLLOWS } : SIMPLE;
  return on;
}

describe("a question that goes on from the turn before", () => {
  it("says so first, and one press asks it as a new one, after a restart too", async () => {
    const { server, library, hears, restart } = await talking();
    server.sendText("Why?");
    const answer = (await hears(OWNER, 1))[0];
    expect(answer?.text?.startsWith(`${say("follows", { subject: "Oura" })}\n\n`)).toBe(true);
    await restart();
    server.pressButton(OWNER, answer?.message_id ?? 0, button(answer, say("ask-as-new")));
    const anew = (await hears(OWNER, 2))[1];
    expect(anew?.text).not.toContain("Oura");
    expect(() => button(anew, say("ask-as-new"))).toThrow();
    expect(library.asked.map(({ text, alone }) => [text, alone ?? false])).toEqual([
      ["Why?", false],
      ["Why?", true],
    ]);
  });

  it.each([OWNER, GROUP])(
    "is about the answer that is replied to, or the quoted part of it (chat %i)",
    async (chat) => {
      const { server, library, hears } = await talking();
      server.sendText("/ask When?", { chat, from: OWNER });
      const answer = (await hears(chat, 1))[0];
      const replyTo = answer?.message_id ?? 0;
      server.sendText("And who?", { chat, from: OWNER, replyTo });
      await hears(chat, 2);
      server.sendText("Lit?", { chat, from: OWNER, replyTo, quote: "lamp was lit" });
      await hears(chat, 3);
      expect(library.asked.map(({ repliedTo }) => repliedTo ?? null)).toEqual([null, answer?.text, "lamp was lit"]);
    },
  );
});
