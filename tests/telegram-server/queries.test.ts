import { describe, expect, it } from "vitest";
import { sends } from "./rules/queries.ts";
import { bold, GROUP, KEYS, PRIVATE, text } from "./rules/rule.ts";
import { call, send, start } from "./support.ts";

const TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid";

/** Source: core.telegram.org/bots/api#answercallbackquery, #answerinlinequery */
describe("queries", () => {
  it("take one answer", async () => {
    const server = await start();
    server.sendText("hi");
    const { message_id } = await send(server, text(KEYS));
    const callback_query_id = server.pressButton(PRIVATE, message_id, "source:1");
    expect(await call(server, "answerCallbackQuery", { callback_query_id, text: "here" })).toMatchObject({ ok: true });
    expect(server.callbackAnswer(callback_query_id)).toEqual({ text: "here", showAlert: false });
    expect(await call(server, "answerCallbackQuery", { callback_query_id })).toMatchObject({ description: TOO_OLD });
  });

  it.each([
    ["a press", 15_000],
    ["an inline query", 10_000],
  ])("take no answer when they waited too long: %s over %d ms", async (what, waitMs) => {
    let now = 0;
    const server = await start({ nowMs: () => now });
    server.sendText("hi");
    const { message_id } = await send(server, text(KEYS));
    const ask = () =>
      what === "a press" ? server.pressButton(PRIVATE, message_id, "source:1") : server.askInline("x");
    const method = what === "a press" ? "answerCallbackQuery" : "answerInlineQuery";
    const answer = (id: string) => call(server, method, { callback_query_id: id, inline_query_id: id, results: [] });
    const [inTime, late] = [ask(), ask()];
    now = waitMs;
    expect(await answer(inTime)).toMatchObject({ ok: true });
    now += 1;
    expect(await answer(late)).toMatchObject({ error_code: 400, description: TOO_OLD });
  });

  it("typed inline keep for how long, for whom and with which button they were answered", async () => {
    const server = await start();
    const [first, second] = [server.askInline("a"), server.askInline("b")];
    await call(server, "answerInlineQuery", { inline_query_id: first, results: [] });
    expect(server.inlineAnswer(first)).toMatchObject({ cacheTimeS: 300, isPersonal: false, button: null });
    const button = { text: "Open", start_parameter: "a" };
    const params = { inline_query_id: second, results: [], cache_time: 5, is_personal: true, button };
    await call(server, "answerInlineQuery", params);
    expect(server.inlineAnswer(second)).toMatchObject({ cacheTimeS: 5, isPersonal: true, button });
  });

  it("typed inline send what was picked, in the person's name and through the bot", async () => {
    const server = await start({ privacy: "on" });
    const query = server.askInline("words");
    const results = sends({ message_text: " an answer ", ...bold(1, 2) });
    await call(server, "answerInlineQuery", { inline_query_id: query, ...results });
    expect(() => server.chooseInline(query, "2")).toThrow(/has no article "2"/);
    const sent = server.chooseInline(query, "1", { chat: GROUP });
    expect(sent).toMatchObject({ text: "an answer", from: { id: PRIVATE }, via_bot: { username: "footnote_bot" } });
    expect(sent.entities).toEqual([{ type: "bold", offset: 0, length: 2 }]);
    expect(await call(server, "getUpdates", { offset: -1 })).toMatchObject({ result: [{ message: { via_bot: {} } }] });
  });
});
