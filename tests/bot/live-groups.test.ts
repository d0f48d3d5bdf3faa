import { setTimeout as pause } from "node:timers/promises";
import type { Message } from "grammy/types";
import { describe, expect, it } from "vitest";
import { LIVE_PACES } from "../../src/bot/live/live-answer.ts";
import { AppError } from "../../src/errors.ts";
import { sayIn } from "../../src/rendering/say.ts";
import type { FaultSpec } from "../../tools/telegram-server/server.ts";
import { answered, card, cite, claim, LIGHTHOUSE, SIMPLE } from "./support/fake-library.ts";
import { FAST_PACES, GROUP, stage } from "./support/stage.ts";

const say = sayIn("en");
const TOPIC = 7;
const claimAt = (i: number, words: string) => claim(`Claim ${i}. ${words}`, cite(card(`a${i}`), `Sentence ${i}.`));
const THREE = answered([0, 1, 2].map((i) => claimAt(i, "It is short.")));
const LONG = answered(Array.from({ length: 60 }, (_, i) => claimAt(i, "It goes on. ".repeat(14))));

/** The bot answers this claim by claim, and then waits for `finish`. */
async function writing(answer = THREE) {
  const on = await stage({ paces: FAST_PACES, excuses: /message is not modified/ });
  const finished = Promise.withResolvers<typeof answer>();
  finished.promise.catch(() => {});
  on.library.answer = async ({ onClaims }) => {
    for (const [i] of THREE.claims.entries()) {
      onClaims?.(answer.claims.slice(0, i + 1));
      await pause(60);
    }
    return finished.promise;
  };
  const edits = () => on.server.calls.filter(({ method }) => method === "editMessageText");
  return { ...on, edits, finish: () => finished.resolve(answer), fail: (error: Error) => finished.reject(error) };
}

const textOf = (messages: readonly Message[]) => messages.map(({ text }) => text ?? "").join("\n");
const timesSaid = (words: string, messages: readonly Message[]) => textOf(messages).split(words).length - 1;

describe("an answer in a group", () => {
  it("is edited every three seconds at most, for a group may get 20 messages a minute", () => {
    expect(LIVE_PACES.placeholder.everyMs).toBeGreaterThanOrEqual(3_000);
  });

  it("is one message that replies in its topic, grows by edits, and becomes the answer with its buttons", async () => {
    const { server, edits, finish, hears, until, said } = await writing();
    const question = server.sendText("@footnote_bot when?", { chat: GROUP, threadId: TOPIC });
    const [placeholder] = await hears(GROUP, 1);
    expect(placeholder).toMatchObject({ text: say("looking"), message_thread_id: TOPIC });
    expect(placeholder?.reply_to_message?.message_id).toBe(question.message_id);
    await until(() => said(GROUP)[0]?.text?.includes("Claim 2."));
    expect(said(GROUP)[0]?.text).toMatch(/…$/);
    finish();
    await until(() => said(GROUP)[0]?.reply_markup !== undefined);
    expect(said(GROUP)).toHaveLength(1);
    expect(said(GROUP)[0]).toMatchObject({ message_id: placeholder?.message_id, message_thread_id: TOPIC });
    expect(said(GROUP)[0]?.text).toContain(say("sources"));
    const gaps = edits().flatMap(({ atMs }, i) => (i === 0 ? [] : [atMs - (edits()[i - 1]?.atMs ?? 0)]));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(FAST_PACES.placeholder.everyMs - 5);
    expect(server.calls.some(({ method }) => method === "sendMessageDraft")).toBe(false);
  });

  it("in several parts: the first in place, the others after it, buttons under the last", async () => {
    const { server, finish, hears, until, said } = await writing(LONG);
    server.sendText("/ask all", { chat: GROUP });
    await hears(GROUP, 1);
    finish();
    await until(() => said(GROUP).some(({ reply_markup }) => reply_markup !== undefined));
    const numbers = [...textOf(said(GROUP)).matchAll(/Claim (\d+)/g)].map((match) => Number(match[1]));
    expect(numbers).toEqual(LONG.claims.map((_, i) => i));
    expect(said(GROUP).length).toBeGreaterThan(2);
    expect(said(GROUP).map((message) => message.reply_to_message !== undefined)).toEqual(
      said(GROUP).map((_, i) => i === 0),
    );
    expect(said(GROUP).map((message) => message.reply_markup !== undefined)).toEqual(
      said(GROUP).map((_, i) => i === said(GROUP).length - 1),
    );
  });

  it("that is ready at once is sent at once", async () => {
    const { server, hears } = await stage();
    server.sendText("/ask when?", { chat: GROUP });
    expect((await hears(GROUP, 1))[0]?.text).toContain("1931");
    expect(server.calls.filter(({ method }) => method === "editMessageText")).toEqual([]);
  });

  it.each([
    {
      name: "an apology where the model fails",
      error: new AppError("model-rate-limit", "x"),
      key: "error-model-rate-limit",
    },
    { name: "an apology where anything fails", error: new Error("sk-secret at /srv/app.ts:1"), key: "error-other" },
  ])("becomes $name", async ({ error, key }) => {
    const { server, fail, hears, until, said, logged } = await writing();
    server.sendText("/ask when?", { chat: GROUP });
    await hears(GROUP, 1);
    fail(error);
    await until(() => said(GROUP)[0]?.text === say(key));
    expect(said(GROUP)).toHaveLength(1);
    expect(logged.join()).toContain("could not be answered");
  });

  it("becomes what was checked, or word of it, when it is stopped", async () => {
    const { server, library, hears, until, said } = await stage({ paces: FAST_PACES });
    for (const [times, kept] of [true, false].entries()) {
      library.answer = async ({ signal }) => {
        while (signal?.aborted !== true) await pause(5);
        if (!kept) throw new Error("aborted");
        return { ...SIMPLE, coverage: "cut" };
      };
      server.sendText("/ask When?", { chat: GROUP });
      await hears(GROUP, times + 1);
      server.sendText("/stop", { chat: GROUP });
      await until(() => said(GROUP)[times]?.text?.includes(kept ? say("cut") : say("stopped")));
    }
    expect(said(GROUP)).toHaveLength(2);
  });
});

const LOOKING_SENT: Partial<FaultSpec> = { when: ({ text }) => text === say("looking") };
const FINAL_EDIT: Partial<FaultSpec> = { when: ({ text }) => String(text).includes(say("sources")), times: 99 };
const edit = (spec: Partial<FaultSpec>): FaultSpec => ({ method: "editMessageText", ...spec });
const placeholder = (spec: Partial<FaultSpec>): FaultSpec => ({ method: "sendMessage", ...LOOKING_SENT, ...spec });

describe("the answer stands in the group exactly once", () => {
  const cases: readonly { readonly name: string; readonly faults: readonly FaultSpec[]; readonly messages?: number }[] =
    [
      { name: "the placeholder is refused", faults: [placeholder({ status: 400 })] },
      { name: "the placeholder is throttled for long", faults: [placeholder({ status: 429, retryAfter: 40 })] },
      { name: "the placeholder is throttled briefly", faults: [placeholder({ status: 429, retryAfter: 1 })] },
      { name: "the placeholder meets a broken server", faults: [placeholder({ status: 502 })] },
      { name: "the placeholder is lost on its way", faults: [placeholder({ drop: "before" })] },
      { name: "the placeholder is there, but nobody said so", faults: [placeholder({ drop: "after" })], messages: 2 },
      { name: "the placeholder is slow", faults: [placeholder({ delayMs: 700 })] },
      { name: "edits are refused", faults: [edit({ status: 400, times: 99 })] },
      { name: "edits are throttled for long", faults: [edit({ status: 429, retryAfter: 40, times: 99 })] },
      { name: "one edit is throttled briefly", faults: [edit({ status: 429, retryAfter: 1 })] },
      { name: "the last edit is throttled for long", faults: [edit({ ...FINAL_EDIT, status: 429, retryAfter: 40 })] },
      {
        name: "the last edit is throttled briefly",
        faults: [edit({ ...FINAL_EDIT, times: 1, status: 429, retryAfter: 1 })],
      },
      { name: "the reply to the last edit is lost", faults: [edit({ ...FINAL_EDIT, times: 1, drop: "after" })] },
      { name: "the last edit is lost each time", faults: [edit({ ...FINAL_EDIT, drop: "before" })] },
      { name: "the last edit works each time, but nobody says so", faults: [edit({ ...FINAL_EDIT, drop: "after" })] },
      { name: "a broken server edits nothing", faults: [edit({ status: 502, times: 99 })] },
      {
        name: "nothing can be edited or deleted",
        faults: [edit({ status: 400, times: 99 }), { method: "deleteMessage", status: 400, times: 99 }],
        messages: 2,
      },
      {
        name: "the last edit works, but neither that nor a deletion is confirmed",
        faults: [edit({ ...FINAL_EDIT, drop: "after" }), { method: "deleteMessage", drop: "before", times: 99 }],
      },
    ];
  it.each(cases)("$name", async ({ faults, messages = 1 }) => {
    const { server, finish, until, said, hears } = await writing();
    for (const fault of faults) server.fault(fault);
    server.sendText("/ask when?", { chat: GROUP });
    await until(() => server.calls.some(({ params }) => params.text === say("looking")));
    await pause(250);
    finish();
    await until(() => timesSaid(say("sources"), said(GROUP)) > 0);
    // Whatever follows is in order, so this is after everything that the answer may still do.
    server.sendText("/new", { chat: GROUP });
    await hears(GROUP, messages + 1);
    await until(() => said(GROUP).at(-1)?.text === say("new-conversation"));
    expect(said(GROUP)).toHaveLength(messages + 1);
    expect(timesSaid(say("sources"), said(GROUP))).toBe(1);
    expect(said(GROUP).at(-2)?.reply_markup).toBeDefined();
  });

  it("or nowhere, where the bot was thrown out meanwhile", async () => {
    const { server, finish, hears, until, logged } = await writing();
    server.sendText("/ask when?", { chat: GROUP });
    await hears(GROUP, 1);
    server.block(GROUP);
    const before = server.calls.length;
    finish();
    await until(() => server.calls.slice(before).some(({ response }) => response?.ok === false));
    expect(logged.filter((line) => line.includes("could not"))).toEqual([]);
  });

  it("with its words where its links are refused", async () => {
    const { server, finish, hears, until, said } = await writing();
    server.fault(edit({ ...FINAL_EDIT, times: 1, status: 400, description: "Bad Request: ENTITIES_TOO_LONG" }));
    server.sendText("/ask when?", { chat: GROUP });
    await hears(GROUP, 1);
    finish();
    await until(() => timesSaid(say("sources"), said(GROUP)) === 1);
    expect(said(GROUP)[0]?.entities).toBeUndefined();
    expect(said(GROUP)[0]?.text).not.toContain(LIGHTHOUSE.url);
  });
});
