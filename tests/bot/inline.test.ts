import type { InlineQueryResultArticle, InputTextMessageContent } from "grammy/types";
import { describe, expect, it } from "vitest";
import { AppError } from "../../src/errors.ts";
import { sayIn } from "../../src/rendering/say.ts";
import type { InlineAnswer } from "../../tools/telegram-server/world.ts";
import { card, cite, claim, LIGHTHOUSE } from "./support/fake-library.ts";
import { GROUP, OWNER, STRANGER, stage } from "./support/stage.ts";

const say = sayIn("en");
const SENTENCE = "In 1931 the lamp was lit for the first time.";
const articles = ({ results }: InlineAnswer) => results as readonly InlineQueryResultArticle[];
const messageOf = (answer: InlineAnswer, at = 0) =>
  articles(answer)[at]?.input_message_content as InputTextMessageContent;

describe("@bot question in any chat", () => {
  it("offers passages by title, day and sentence, from retrieval alone", async () => {
    const { server, library, until } = await stage();
    const undated = card("salt", { publishedAt: null, url: null });
    library.near = async () => [claim(SENTENCE, cite(LIGHTHOUSE, SENTENCE)), claim("Salt.", cite(undated, "Salt."))];
    const query = server.askInline("When was the lamp lit?");
    const answer = await until(() => server.inlineAnswer(query));
    expect(articles(answer).map(({ id, title, description }) => [id, title, description])).toEqual([
      ["1", "Title of lighthouse", `2024-05-11 · ${SENTENCE}`],
      ["2", "Title of salt", `${say("undated")} · Salt.`],
    ]);
    expect(answer).toMatchObject({ isPersonal: true, button: null });
    expect(answer.cacheTimeS).toBeLessThanOrEqual(10);
    expect(library.searched.map(({ text, limit }) => [text, limit])).toEqual([["When was the lamp lit?", 5]]);
    expect(library.asked).toEqual([]);
  });

  it("sends the sentence word for word as a quote, with title, account, day and link", async () => {
    const { server, until } = await stage();
    const query = server.askInline("When was the lamp lit?");
    await until(() => server.inlineAnswer(query));
    const sent = server.chooseInline(query, "1", { chat: GROUP });
    expect(sent.text).toBe(`${SENTENCE}\nTitle of lighthouse · Harbour Notes · 2024-05-11`);
    expect(sent.entities).toEqual([
      { type: "blockquote", offset: 0, length: SENTENCE.length },
      { type: "text_link", offset: SENTENCE.length + 1, length: 19, url: "https://example.org/lighthouse" },
    ]);
  });

  it.each([
    ["its own chat", OWNER],
    ["a group, in reply to the bot", GROUP],
  ])("what was sent that way in %s is no question to the bot", async (_, chat) => {
    const { server, library, hears } = await stage();
    server.sendText("/ask first", { chat });
    const [reply] = await hears(chat, 1);
    const query = server.askInline("When was the lamp lit?");
    await server.waitFor(() => server.inlineAnswer(query), 5_000);
    server.chooseInline(query, "1", { chat, replyTo: reply?.message_id ?? 0 });
    server.sendText("/ask last", { chat });
    await hears(chat, 2);
    expect(library.asked.map(({ text }) => text)).toEqual(["first", "last"]);
  });

  it.each([
    ["strangers", () => {}],
    ["who was denied", "deny"],
  ] as const)("gives %s nothing but a button to the private chat", async (_, verdict) => {
    const { server, library, state, until, hears } = await stage();
    if (verdict === "deny") state.deny(STRANGER, null);
    const query = server.askInline("When was the lamp lit?", STRANGER);
    const answer = await until(() => server.inlineAnswer(query));
    expect(answer).toMatchObject({
      results: [],
      isPersonal: true,
      button: { text: say("inline-invited-only"), start_parameter: "inline" },
    });
    expect(library.searched).toEqual([]);
    server.sendText("/start inline", { from: STRANGER });
    expect((await hears(STRANGER, 1))[0]?.text).toBe(
      verdict === "deny" ? say("denied-person") : say("stranger", { id: String(STRANGER) }),
    );
  });

  it("says so when the articles do not say, in Chinese to who writes Chinese", async () => {
    const { server, library, until } = await stage();
    library.near = async () => [];
    const query = server.askInline("灯塔是谁建的？");
    const answer = await until(() => server.inlineAnswer(query));
    expect(answer).toMatchObject({ results: [], button: { text: sayIn("zh")("inline-nothing") } });
  });

  it.each(["", " ", "a"])("says how before there is a question: %j", async (text) => {
    const { server, library, until } = await stage();
    const query = server.askInline(text);
    const answer = await until(() => server.inlineAnswer(query));
    expect(answer).toMatchObject({ results: [], button: { text: say("inline-how") } });
    expect(library.searched).toEqual([]);
  });

  it("searches once for a question that is typed letter by letter, and each person waits for themselves alone", async () => {
    const { server, library, state, until } = await stage();
    state.allow(STRANGER, null);
    const question = "When was the lamp lit?";
    const queries = Array.from(question, (_, at) => server.askInline(question.slice(0, at + 1)));
    const other = server.askInline("another person's", STRANGER);
    await until(() => server.inlineAnswer(queries.at(-1) ?? "") && server.inlineAnswer(other));
    expect(library.searched.map(({ text }) => text).toSorted()).toEqual([question, "another person's"].toSorted());
    expect(queries.filter((query) => (server.inlineAnswer(query)?.results.length ?? 0) > 0)).toHaveLength(1);
  });

  it("drops a search that a newer one replaces", async () => {
    const { server, library, until, logged } = await stage();
    const gate = Promise.withResolvers<void>();
    library.near = async ({ text, signal }) => {
      if (text === "slow") await gate.promise;
      signal?.throwIfAborted();
      return [claim("Salt.", cite(LIGHTHOUSE, "Salt."))];
    };
    const slow = server.askInline("slow");
    await expect.poll(() => library.searched.length).toBe(1);
    const quick = server.askInline("quick");
    await until(() => server.inlineAnswer(quick));
    expect(library.searched[0]?.signal?.aborted).toBe(true);
    gate.resolve();
    server.sendText("hello");
    await until(() => server.history(OWNER).length === 2);
    expect(server.inlineAnswer(slow)).toBeNull();
    expect(logged.join()).not.toContain("could not be handled");
  });

  it("answers with a button when the search fails, and logs why", async () => {
    const { server, library, until, logged } = await stage();
    library.near = () => Promise.reject(new AppError("model-unreachable", "The embedding server does not answer."));
    const query = server.askInline("When was the lamp lit?");
    const answer = await until(() => server.inlineAnswer(query));
    expect(answer).toMatchObject({ results: [], button: { text: say("inline-failed") } });
    await expect.poll(() => logged.join()).toContain("The embedding server does not answer.");
  });

  it("passes over a query that is too old to be answered, as after a restart", async () => {
    const { server, logged, until } = await stage();
    const description = "Bad Request: query is too old and response timeout expired or query ID is invalid";
    server.fault({ method: "answerInlineQuery", status: 400, description });
    server.askInline("When was the lamp lit?");
    await until(() => server.calls.some(({ method, response }) => method === "answerInlineQuery" && response !== null));
    const next = server.askInline("When?");
    await until(() => server.inlineAnswer(next));
    expect(logged).toEqual([]);
  });

  it("is told of by /help where @BotFather has turned it on", async () => {
    const { server, hears } = await stage();
    server.sendText("/help");
    expect((await hears(OWNER, 1))[0]?.text).toContain(say("help-inline", { bot: "footnote_bot" }));
  });

  it("fits into one message and its limits whatever an article is called", async () => {
    const { server, library, until } = await stage();
    const title = "长😀".repeat(2_000);
    const sentence = "句".repeat(400);
    library.near = async () => [claim(sentence, cite(card("odd", { title }), sentence))];
    const query = server.askInline("anything");
    const answer = await until(() => server.inlineAnswer(query));
    expect(messageOf(answer).message_text.startsWith(sentence)).toBe(true);
    expect(messageOf(answer).message_text.length).toBeLessThanOrEqual(4_096);
    const [result] = articles(answer);
    for (const text of [result?.title, result?.description]) {
      expect(text?.length).toBeLessThanOrEqual(200);
      expect(text?.isWellFormed()).toBe(true);
    }
  });
});
