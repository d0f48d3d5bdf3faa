import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { AppError } from "../../src/errors.ts";
import { sayIn } from "../../src/rendering/say.ts";
import type { FaultSpec } from "../../tools/telegram-server/server.ts";
import { answered, card, cite, claim, SIMPLE } from "./support/fake-library.ts";
import { FAST_PACES, OWNER, stage } from "./support/stage.ts";

const say = sayIn("en");
const TWO = answered(["First", "Second"].map((word) => claim(`${word} claim.`, cite(card(word), `${word} sentence.`))));

async function writing() {
  const on = await stage({ paces: FAST_PACES });
  const finished = Promise.withResolvers<typeof TWO>();
  finished.promise.catch(() => {});
  const next = Promise.withResolvers<void>();
  on.library.answer = async ({ onClaims }) => {
    onClaims?.(TWO.claims.slice(0, 1));
    await next.promise;
    onClaims?.(TWO.claims);
    return finished.promise;
  };
  const drafts = () => on.server.drafts(OWNER);
  return { ...on, finished, next, drafts };
}

describe("an answer in a private chat", () => {
  it("grows as a draft that can be stopped, is renewed before it fades, and is sent once", async () => {
    const { server, next, finished, drafts, hears, until } = await writing();
    server.sendText("When?");
    await until(() => drafts().length >= 2);
    expect(drafts().map(({ text }) => text)).toEqual(drafts().map(() => expect.stringContaining("First claim.")));
    next.resolve();
    await until(() => drafts().at(-1)?.text.includes("Second claim."));
    finished.resolve(TWO);
    expect(await hears(OWNER, 1)).toHaveLength(1);
    expect(new Set(drafts().map(({ draftId }) => draftId)).size).toBe(1);
    expect(drafts().every(({ canStop }) => canStop)).toBe(true);
    const shown = drafts().length;
    await pause(300);
    expect(drafts()).toHaveLength(shown);
  });

  it("has the stop button before anything is checked", async () => {
    const { server, library, drafts, hears, until } = await writing();
    library.answer = async ({ signal }) => {
      while (signal?.aborted !== true) await pause(5);
      throw new Error("aborted");
    };
    server.sendText("When?");
    await until(() => drafts().length > 0);
    expect(drafts()[0]?.text).toBe("");
    server.pressStop(OWNER);
    expect((await hears(OWNER, 1))[0]?.text).toBe(say("stopped"));
  });

  it("is not stopped by a press that was meant for the one before", async () => {
    const { server, library, drafts, hears, until } = await writing();
    library.answer = async () => {
      await until(() => drafts().length > 0);
      server.pressStop(OWNER);
      return SIMPLE;
    };
    server.sendText("When?");
    await hears(OWNER, 1);
    library.answer = async ({ signal }) => {
      await pause(100);
      return signal?.aborted === true ? { ...SIMPLE, coverage: "cut" } : SIMPLE;
    };
    server.sendText("When?");
    expect((await hears(OWNER, 2))[1]?.text).not.toContain(say("cut"));
  });

  const faults: readonly (Partial<FaultSpec> & { readonly name: string; readonly grows: boolean })[] = [
    { name: "refused", status: 400, times: 99, grows: false },
    { name: "throttled for long", status: 429, retryAfter: 30, times: 99, grows: false },
    { name: "throttled once, briefly", status: 429, retryAfter: 1, grows: true },
    { name: "met by a broken server", status: 502, grows: true },
    { name: "dropped", drop: "before", grows: true },
    { name: "dropped after it was shown", drop: "after", grows: true },
    { name: "slow", delayMs: 600, grows: true },
  ];
  it.each(faults)("is sent once where drafts are $name", async ({ name: _, grows, ...fault }) => {
    const { server, next, finished, drafts, hears, until } = await writing();
    server.fault({ method: "sendMessageDraft", ...fault });
    server.sendText("When?");
    await until(() => server.calls.some(({ method }) => method === "sendMessageDraft"));
    next.resolve();
    if (grows) await until(() => drafts().some(({ text }) => text.includes("Second claim.")));
    const startedMs = performance.now();
    finished.resolve(TWO);
    await hears(OWNER, 1);
    expect(performance.now() - startedMs).toBeLessThan(1_000);
    server.sendText("/help");
    expect((await hears(OWNER, 2)).map(({ text }) => text?.includes("Second claim."))).toEqual([true, false]);
  });

  it("ends with one apology where the model fails after a draft", async () => {
    const { server, next, finished, drafts, hears, until } = await writing();
    server.sendText("When?");
    await until(() => drafts().length > 0);
    next.resolve();
    finished.reject(new AppError("model-unreachable", "x"));
    expect((await hears(OWNER, 1)).map(({ text }) => text)).toEqual([say("error-model-unreachable")]);
  });
});
