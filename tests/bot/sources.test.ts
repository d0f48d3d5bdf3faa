import { describe, expect, it } from "vitest";
import { sayIn } from "../../src/rendering/say.ts";
import { LIGHTHOUSE } from "./support/fake-library.ts";
import { button, GROUP, OWNER, stage } from "./support/stage.ts";

const SENTENCE = "In 1931 the lamp was lit for the first time.";
const say = sayIn("en");

describe("buttons under an answer", () => {
  it("show the cited sentence, and behind it the article as a file; after a restart too", async () => {
    const { server, hears, restart } = await stage();
    server.sendText("When?");
    const [answer] = await hears(OWNER, 1);
    await restart();
    server.pressButton(OWNER, answer?.message_id ?? 0, button(answer, "1"));
    const proof = (await hears(OWNER, 2))[1];
    expect(proof?.text).toBe(
      `Before it. ${SENTENCE}\nchecked · Light · 40% into the article\n\n${LIGHTHOUSE.title}\nHarbour Notes · 2024-05-11\n${say("open-original")}`,
    );
    expect(proof?.entities).toContainEqual({ type: "expandable_blockquote", offset: 0, length: SENTENCE.length + 11 });
    expect(proof?.reply_to_message?.message_id).toBe(answer?.message_id);
    server.pressButton(OWNER, proof?.message_id ?? 0, button(proof, say("send-file")));
    const file = (await hears(OWNER, 3))[2];
    expect(file?.document?.file_name).toBe("lighthouse.md");
    expect(Buffer.from(server.file(file?.document?.file_id ?? "").bytes).toString()).toContain("灯塔 body");
  });

  it("say so when the article has left the index", async () => {
    const { server, library, hears } = await stage();
    server.sendText("@footnote_bot when?", { chat: GROUP });
    const [answer] = await hears(GROUP, 1);
    library.articles.clear();
    server.pressButton(GROUP, answer?.message_id ?? 0, button(answer, "1"));
    expect((await hears(GROUP, 2))[1]?.text).toBe(say("source-gone"));
  });

  it("say kindly that they are too old, once they are kept no more", async () => {
    const { server, clock, hears, until, said } = await stage();
    server.sendText("When?");
    const [answer] = await hears(OWNER, 1);
    clock.nowMs += 366 * 86_400_000;
    server.sendText("And when?");
    await hears(OWNER, 2);
    const query = server.pressButton(OWNER, answer?.message_id ?? 0, button(answer, "1"));
    expect((await until(() => server.callbackAnswer(query))).text).toBe(say("button-gone"));
    expect(said(OWNER)).toHaveLength(2);
  });

  it("belong to their chat", async () => {
    const { server, state, hears } = await stage();
    server.sendText("When?");
    const key = button((await hears(OWNER, 1))[0], "1");
    expect(state.button(String(OWNER), key)).toMatchObject({ kind: "source", articleId: LIGHTHOUSE.id });
    expect(state.button(String(GROUP), key)).toBeNull();
  });
});
