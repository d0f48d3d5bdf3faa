import { createServer } from "node:http";
import { Bot, GrammyError, HttpError, InlineKeyboard, InputFile, webhookCallback } from "grammy";
import { afterEach, describe, expect, it } from "vitest";
import type { BotApiServer } from "../../tools/telegram-server/server.ts";
import { start } from "./support.ts";

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

function botFor(server: BotApiServer): Bot {
  return new Bot(server.token, { client: { apiRoot: server.apiRoot } });
}

/** Runs the bot by long polling until the test ends. */
function run(bot: Bot): void {
  void bot.start();
  stops.push(() => bot.stop());
}

const botTexts = (server: BotApiServer, chat: number) =>
  server.history(chat).flatMap((message) => (message.from?.is_bot === true ? [message.text ?? message.caption] : []));

describe("a grammY bot", () => {
  it("talks by long polling: command, draft, edit, button, file", async () => {
    const server = await start();
    const bot = botFor(server);
    bot.command("ask", async (ctx) => {
      await ctx.api.sendMessageDraft(ctx.chat.id, 1, "thin");
      const keyboard = new InlineKeyboard().text("1", "source:1");
      const sent = await ctx.reply("thinking", { reply_markup: keyboard });
      await ctx.api.editMessageText(ctx.chat.id, sent.message_id, `about ${ctx.match}`, { reply_markup: keyboard });
    });
    bot.callbackQuery("source:1", async (ctx) => {
      await ctx.answerCallbackQuery("here");
      await ctx.replyWithDocument(new InputFile(Buffer.from("# 来源"), "来源.md"), { caption: "the source" });
    });
    run(bot);
    server.sendText("/ask 天气");
    const answer = await server.waitFor(() => server.history(42).find(({ text }) => text === "about 天气"), 5000);
    const query = server.pressButton(42, answer.message_id, "source:1");
    const sent = await server.waitFor(() => server.history(42).find(({ document }) => document !== undefined), 5000);
    expect(server.callbackAnswer(query)).toEqual({ text: "here", showAlert: false });
    expect(server.file(sent.document?.file_id ?? "")).toMatchObject({ name: "来源.md" });
    expect(server.drafts(42).map(({ text }) => text)).toEqual(["thin"]);
    expect(botTexts(server, 42)).toEqual(["about 天气", "the source"]);
    expect(server.violations).toEqual([]);
  });

  it("handles each update once", async () => {
    const server = await start();
    const bot = botFor(server);
    bot.on("message:text", (ctx) => ctx.reply(`echo ${ctx.msg.text}`));
    for (const text of ["a", "b"]) server.sendText(text);
    run(bot);
    await server.waitFor(() => botTexts(server, 42).length === 2, 5000);
    server.sendText("c");
    await server.waitFor(() => botTexts(server, 42).length === 3, 5000);
    expect(botTexts(server, 42)).toEqual(["echo a", "echo b", "echo c"]);
  });

  it("gets errors as grammY knows them", async () => {
    const server = await start();
    const { api } = botFor(server);
    await expect(api.sendMessage(7, "a")).rejects.toThrow(GrammyError);
    server.fault({ method: "getMe", status: 429, retryAfter: 2 });
    await expect(api.getMe()).rejects.toMatchObject({ error_code: 429, parameters: { retry_after: 2 } });
    server.fault({ method: "getMe", drop: "after" });
    await expect(api.getMe()).rejects.toThrow(HttpError);
    const stranger = new Bot("1:WRONG", { client: { apiRoot: server.apiRoot } });
    await expect(stranger.api.getMe()).rejects.toMatchObject({ error_code: 401 });
  });

  it("is stopped by a web-hook that is set elsewhere", async () => {
    const server = await start();
    const { api } = botFor(server);
    await api.setWebhook("https://example.org/hook");
    await expect(api.getUpdates()).rejects.toMatchObject({ error_code: 409 });
  });

  it("is served by web-hook", async () => {
    const server = await start();
    const bot = botFor(server);
    bot.on("message:text", (ctx) => ctx.reply(`echo ${ctx.msg.text}`));
    const http = createServer(webhookCallback(bot, "http", { secretToken: "s3cret" }));
    await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
    stops.push(() => http.close());
    stops.push(() => http.closeAllConnections());
    const address = http.address();
    const port = typeof address === "object" ? address?.port : 0;
    await bot.api.setWebhook(`http://127.0.0.1:${port}`, { secret_token: "s3cret" });
    server.sendText("hi");
    await server.waitFor(() => botTexts(server, 42).length === 1, 5000);
    expect(botTexts(server, 42)).toEqual(["echo hi"]);
    await server.waitFor(() => server.pendingUpdates() === 0, 5000);
  });
});
