import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sayIn } from "../../src/rendering/say.ts";
import { GROUP, OWNER, STRANGER, stage } from "./support/stage.ts";

const full = (letter: string) => letter.repeat(4_096);
/** Runs of a letter as their length, so that a failure can be read. */
const brief = (text: string) => text.replace(/([abc])\1{9,}/g, (run) => `<${run.length} ${run[0]}>`);
const mention = (text: string) => `@footnote_bot ${text}`;

describe("a text that a client cut into messages", () => {
  it.each([
    { name: "two parts", parts: [full("a"), "b?"], asked: [`${full("a")}b?`] },
    {
      name: "four parts",
      parts: ["a", "b", "c"].map(full).concat("d?"),
      asked: [`${full("a")}${full("b")}${full("c")}d?`],
    },
    { name: "parts cut at a paragraph", parts: ["a".repeat(3_000), "b?"], asked: [`${"a".repeat(3_000)}\nb?`] },
    { name: "by command", parts: [`/ask ${"a".repeat(4_091)}`, "b?"], asked: [`${"a".repeat(4_091)}b?`] },
    { name: "one part that was not cut at all", parts: [full("a")], asked: [full("a")] },
    { name: "two short ones", parts: ["When?", "And why?"], asked: ["When?", "And why?"] },
    { name: "a short one before a long one", parts: ["When?", full("a"), "b?"], asked: ["When?", `${full("a")}b?`] },
    { name: "what follows the last part", parts: [full("a"), "b?", "When?"], asked: [`${full("a")}b?`, "When?"] },
    { name: "a command after it", parts: [full("a"), "/ask When?"], asked: [full("a"), "When?"] },
  ])("$name", async ({ parts, asked }) => {
    const { server, library, hears } = await stage();
    for (const part of parts) server.sendText(part);
    await hears(OWNER, asked.length);
    expect(library.asked.map(({ text }) => brief(text))).toEqual(asked.map(brief));
  });

  it("in a group, where only one part names the bot; others' messages stay their own", async () => {
    const { server, library, hears } = await stage();
    server.sendText(full("a"), { chat: GROUP });
    server.sendText("just talk", { chat: GROUP, from: STRANGER });
    server.sendText(mention("is it so?"), { chat: GROUP });
    await hears(GROUP, 1);
    expect(library.asked.map(({ text }) => brief(text))).toEqual(["<4096 a> is it so?"]);
  });

  it("a reply to something else is a message of its own", async () => {
    const { server, library, hears } = await stage();
    const { message_id } = server.sendText(full("a"));
    server.sendText("and this?", { replyTo: message_id });
    await hears(OWNER, 2);
    expect(library.asked.map(({ text }) => brief(text))).toEqual(["<4096 a>", "and this? … <600 a>"]);
  });

  it("holds ten parts at most, and the rest asks nothing", async () => {
    const { server, library, hears } = await stage();
    for (let i = 0; i < 14; i++) server.sendText(full("a"));
    server.sendText("/help");
    const [answer] = await hears(OWNER, 2);
    expect(library.asked.map(({ text }) => text.length)).toEqual([40_960]);
    expect(answer?.text).toContain(sayIn("en")("long-question"));
  });

  it("keeps its order and its words, whatever the parts are", async () => {
    const { server, library, hears } = await stage();
    const part = fc.string({ minLength: 2_048, maxLength: 2_300, unit: fc.constantFrom("a", "灯", "😀", " ") });
    const texts = fc.sample(
      fc.array(
        part.map((text) => `x${text}x`),
        { minLength: 2, maxLength: 5 },
      ),
      { numRuns: 6, seed: 7 },
    );
    for (const [i, parts] of texts.entries()) {
      for (const text of [...parts, "end"]) server.sendText(text);
      await hears(OWNER, i + 1);
      expect(library.asked[i]?.text).toBe([...parts, "end"].join("\n").replace(/ {2,}/g, " "));
    }
  });
});
