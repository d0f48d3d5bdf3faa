import type { Message } from "grammy/types";
import { describe, expect, it } from "vitest";
import { sayIn } from "../../src/rendering/say.ts";
import { LIGHTHOUSE } from "./support/fake-library.ts";
import { button, GROUP, OWNER, stage } from "./support/stage.ts";

const say = sayIn("en");
const TOPIC = 7;
const FOOTNOTE =
  "[^1]: > In 1931 the lamp was lit for the first time. — Title of lighthouse, Harbour Notes, 2024-05-11, <https://example.org/lighthouse>";

type Stage = Awaited<ReturnType<typeof stage>>;

function contents({ server }: Stage, message: Message | undefined): string {
  return Buffer.from(server.file(message?.document?.file_id ?? "").bytes).toString("utf8");
}

describe("an answer is taken away", () => {
  it("as a file with footnotes, also after a restart and when its article has left the index", async () => {
    const on = await stage();
    on.server.sendText("When was the lamp lit?");
    const [answer] = await on.hears(OWNER, 1);
    await on.restart();
    on.library.articles.clear();
    on.server.pressButton(OWNER, answer?.message_id ?? 0, button(answer, say("save-reply")));
    const file = (await on.hears(OWNER, 2))[1];
    expect(file?.document?.file_name).toBe("2025-06-01-When-was-the-lamp-lit.md");
    expect(file?.reply_to_message?.message_id).toBe(answer?.message_id);
    const markdown = contents(on, file);
    expect(markdown).toMatch(/^# When was the lamp lit\?\n\n\*Asked 2025-06-01 00:00 UTC\*\n/);
    expect(markdown).toContain("The lamp was lit in 1931.[^1]\n\n*✓ The statement was checked");
    expect(markdown).toContain(FOOTNOTE);
  });

  it("and so is a summary, which nobody votes on", async () => {
    const on = await stage();
    on.server.sendText("/summary lamp");
    const [summary] = await on.hears(OWNER, 1);
    expect(summary?.reply_markup?.inline_keyboard.flat().map(({ text }) => text)).toEqual([
      "1",
      say("save-reply"),
      say("overview-button"),
    ]);
    on.server.pressButton(OWNER, summary?.message_id ?? 0, button(summary, say("save-reply")));
    const markdown = contents(on, (await on.hears(OWNER, 2))[1]);
    expect(markdown.startsWith(`# ${LIGHTHOUSE.title}\n`)).toBe(true);
    expect(markdown).toContain(FOOTNOTE);
  });

  it("also when its message was deleted meanwhile", async () => {
    const on = await stage();
    on.server.sendText("When?");
    const [answer] = await on.hears(OWNER, 1);
    await on.running().stop();
    const messageId = answer?.message_id ?? 0;
    on.server.pressButton(OWNER, messageId, button(answer, say("save-reply")));
    await call(on, "deleteMessage", { chat_id: OWNER, message_id: messageId });
    await on.restart();
    const [file] = await on.hears(OWNER, 1);
    expect(contents(on, file)).toContain(FOOTNOTE);
  });

  it("in its own chat only", async () => {
    const on = await stage();
    on.server.sendText("When?");
    const data = button((await on.hears(OWNER, 1))[0], say("save-reply"));
    const forged = await forge(on, GROUP, data);
    const query = on.server.pressButton(GROUP, forged, data);
    await on.until(() => on.server.callbackAnswer(query));
    expect(on.server.callbackAnswer(query)?.text).toBe(say("reply-gone"));
    expect(on.said(GROUP)).toHaveLength(1);
  });
});

/** Another chat's button, as a changed client could press it. */
async function forge(on: Stage, chat: number, data: string): Promise<number> {
  on.server.sendText("hello", { chat });
  const markup = { inline_keyboard: [[{ text: "x", callback_data: data }]] };
  const { result } = await call(on, "sendMessage", { chat_id: chat, text: "forged", reply_markup: markup });
  return result.message_id;
}

async function call({ server }: Stage, method: string, params: object) {
  const reply = await fetch(`${server.apiRoot}/bot${server.token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(params),
  });
  return (await reply.json()) as { readonly result: { readonly message_id: number } };
}

describe("/export", () => {
  it("gives the conversation since /new as one file, sentences cited twice under one number", async () => {
    const on = await stage();
    on.library.resetConversation = (chat) => on.state.resetConversation(chat);
    for (const text of ["Before?", "/new", "When was it lit?", "/summary lamp"]) on.server.sendText(text);
    await on.hears(OWNER, 4);
    await on.restart();
    on.server.sendText("/export");
    const file = (await on.hears(OWNER, 5))[4];
    expect(file?.document?.file_name).toBe("2025-06-01-conversation.md");
    const markdown = contents(on, file);
    expect(markdown.match(/^#.*$/gm)).toEqual([
      `# ${say("conversation-of", { day: "2025-06-01" })}`,
      "## When was it lit?",
      `## ${LIGHTHOUSE.title}`,
    ]);
    expect(markdown.match(/^\[\^\d+\]: /gm)).toEqual(["[^1]: "]);
  });

  it("of each topic apart, in reply to who asked", async () => {
    const on = await stage();
    on.server.sendText("@footnote_bot in the topic?", { chat: GROUP, threadId: TOPIC });
    on.server.sendText("@footnote_bot outside?", { chat: GROUP });
    await on.hears(GROUP, 2);
    const { message_id } = on.server.sendText("/export", { chat: GROUP, threadId: TOPIC });
    const file = (await on.hears(GROUP, 3))[2];
    expect([file?.message_thread_id, file?.reply_to_message?.message_id]).toEqual([TOPIC, message_id]);
    expect(contents(on, file)).toContain("in the topic?");
    expect(contents(on, file)).not.toContain("outside?");
  });

  it("says what it has lost", async () => {
    const on = await stage();
    on.server.sendText("When?");
    on.server.sendText("@footnote_bot in the topic?", { chat: GROUP, threadId: TOPIC });
    await Promise.all([on.hears(OWNER, 1), on.hears(GROUP, 1)]);
    const [kept] = on.state.conversation(String(OWNER)).replies;
    if (kept === undefined) throw new Error("nothing was kept");
    for (let index = 0; index < 200; index++)
      for (const chat of [OWNER, GROUP]) on.state.keepReply(String(chat), String(chat), kept.reply);
    on.server.sendText("/export");
    const file = (await on.hears(OWNER, 2))[1];
    const loss = "The oldest reply of this conversation is no longer stored.";
    expect(contents(on, file)).toContain(`\n\n*${loss}*\n\n## When?\n`);
    on.server.sendText("/export", { chat: GROUP, threadId: TOPIC });
    expect((await on.hears(GROUP, 2))[1]?.text).toBe(loss);
  });

  it.each([
    ["en", "/export"],
    ["zh", "/export"],
  ] as const)("says that there is nothing yet: %s", async (languageCode, text) => {
    const on = await stage();
    on.server.sendText(text, { languageCode: languageCode === "zh" ? "zh-hans" : "en" });
    expect((await on.hears(OWNER, 1))[0]?.text).toBe(sayIn(languageCode)("nothing-to-export"));
  });

  it("sends nothing twice when Telegram's reply is lost", async () => {
    const on = await stage();
    on.server.sendText("When?");
    await on.hears(OWNER, 1);
    on.server.fault({ method: "sendDocument", drop: "after" });
    on.server.sendText("/export");
    await on.hears(OWNER, 2);
    on.server.sendText("/new");
    await on.hears(OWNER, 3);
    expect(on.server.calls.filter(({ method }) => method === "sendDocument")).toHaveLength(1);
  });
});
