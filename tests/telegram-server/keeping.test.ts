import { describe, expect, it } from "vitest";
import { PRIVATE } from "./rules/rule.ts";
import { call, send, start } from "./support.ts";

const one = (command: string, description: string) => [{ command, description }];

/** Source: core.telegram.org/bots/api#updating-messages, #deletemessage */
describe("old messages", () => {
  it("are neither changed nor deleted after 48 hours", async () => {
    let now = 1_700_000_000_000;
    const server = await start({ nowMs: () => now });
    server.sendText("hello");
    const { message_id } = await send(server, { chat_id: PRIVATE, text: "old" });
    now += 48 * 3600 * 1000 + 1000;
    const target = { chat_id: PRIVATE, message_id };
    for (const [method, params] of [
      ["editMessageText", { ...target, text: "new" }],
      ["editMessageReplyMarkup", target],
    ] as const) {
      const answer = await call(server, method, params);
      expect(answer).toMatchObject({ description: "Bad Request: message can't be edited" });
    }
    expect(await call(server, "deleteMessage", target)).toMatchObject({
      description: "Bad Request: message can't be deleted for everyone",
    });
  });
});

/** Source: core.telegram.org/bots/api#setmycommands */
describe("the lists of commands", () => {
  it("are kept apart by language and scope", async () => {
    const server = await start();
    server.sendText("hello");
    const zh = { language_code: "zh" };
    const chat = { scope: { type: "chat", chat_id: PRIVATE } };
    await call(server, "setMyCommands", { commands: one("ask", "Ask") });
    await call(server, "setMyCommands", { commands: one("ask", "提问"), ...zh });
    await call(server, "setMyCommands", {
      commands: one("gaps", "Gaps"),
      scope: { chat_id: `${PRIVATE}`, type: "chat" },
    });
    const listed = async (params: object) => (await call(server, "getMyCommands", params)).result;
    expect(await listed(zh)).toEqual(one("ask", "提问"));
    expect(await listed(chat)).toEqual(one("gaps", "Gaps"));
    expect(await listed({ ...chat, ...zh })).toEqual([]);
    await call(server, "deleteMyCommands", zh);
    expect(await listed(zh)).toEqual([]);
    expect(await listed({})).toEqual(one("ask", "Ask"));
    expect(await listed({ scope: { type: "all_group_chats" } })).toEqual([]);
  });
});
