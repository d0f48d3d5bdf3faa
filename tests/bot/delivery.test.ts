import { describe, expect, it } from "vitest";
import { AppError, type ErrorCode } from "../../src/errors.ts";
import { sayIn } from "../../src/rendering/say.ts";
import { answered, card, cite, claim } from "./support/fake-library.ts";
import { OWNER, stage } from "./support/stage.ts";

const long = answered(
  Array.from({ length: 90 }, (_, i) =>
    claim(`Claim ${i} 😀. ${"It goes on. ".repeat(12)}`, cite(card(`a${i % 40}`), `Sentence ${i}.`)),
  ),
);

describe("delivery", () => {
  it("a long answer comes in parts, in order, buttons under the last", async () => {
    const { server, library, said, until } = await stage();
    library.answer = async () => long;
    server.sendText("Tell all");
    await until(() => said(OWNER).some((message) => message.reply_markup !== undefined));
    const parts = said(OWNER);
    const numbers = parts.flatMap(({ text }) =>
      [...(text ?? "").matchAll(/Claim (\d+)/g)].map((match) => Number(match[1])),
    );
    expect(parts.length).toBeGreaterThan(3);
    expect(numbers).toEqual(long.claims.map((_, i) => i));
    expect(parts.map(({ reply_markup }) => reply_markup !== undefined)).toEqual(
      parts.map((_, i) => i === parts.length - 1),
    );
  });

  it("a 429 is waited for, once", async () => {
    const { server, hears, until } = await stage();
    server.fault({ method: "sendMessage", status: 429, retryAfter: 1 });
    server.sendText("When?");
    expect(await hears(OWNER, 1)).toHaveLength(1);
    await until(() => server.calls.filter(({ method }) => method === "sendMessage").length === 2);
  });

  it.each([
    { name: "a reply that is lost", fault: { drop: "after" as const }, arrives: 1 },
    { name: "a broken server", fault: { status: 502 }, arrives: 0 },
  ])("$name is not answered by sending again", async ({ fault, arrives }) => {
    const { server, logged, said, hears, until } = await stage();
    server.fault({ method: "sendMessage", ...fault });
    server.sendText("When?");
    await until(() => server.calls.some(({ method }) => method === "sendMessage"));
    server.sendText("/help");
    await hears(OWNER, arrives + 1);
    expect(said(OWNER)).toHaveLength(arrives + 1);
    expect(logged.join()).toContain("not repeated");
  });

  it("a lost part does not hold up the rest", async () => {
    const { server, library, said, until } = await stage();
    library.answer = async () => long;
    server.fault({ method: "sendMessage", drop: "before" });
    server.sendText("Tell all");
    await until(() => said(OWNER).some((message) => message.reply_markup !== undefined));
    expect(said(OWNER)[0]?.text).not.toContain("Claim 0 ");
  });

  it("refused entities cost the links, not the words", async () => {
    const { server, hears } = await stage();
    server.fault({ method: "sendMessage", status: 400, description: "Bad Request: ENTITIES_TOO_LONG" });
    server.sendText("When?");
    const [reply] = await hears(OWNER, 1);
    expect(reply?.text).toContain("The lamp was lit");
    expect(reply?.entities ?? []).toEqual([]);
  });

  it.each([{ status: 429, retryAfter: 30 }, { status: 400 }])(
    "a draft refused with $status delays nothing",
    async (fault) => {
      const { server, library, hears, until } = await stage();
      const { answer } = library;
      server.fault({ method: "sendMessageDraft", ...fault });
      library.answer = async (request) => {
        request.onClaims?.(long.claims.slice(0, 1));
        await until(() => server.calls.some(({ method }) => method === "sendMessageDraft"));
        return answer(request);
      };
      server.sendText("When?");
      expect(await hears(OWNER, 1)).toHaveLength(1);
    },
  );

  it("who blocked the bot gets silence, and the bot lives on", async () => {
    const { server, library, hears, until } = await stage();
    const { answer } = library;
    library.answer = async (request) => {
      server.block(OWNER);
      return answer(request);
    };
    server.sendText("When?");
    await until(() => server.calls.some(({ method, response }) => method === "sendMessage" && response?.ok === false));
    library.answer = answer;
    server.sendText("When?");
    await hears(OWNER, 1);
  });

  it.each<{ code: ErrorCode; text: string; language: "zh" | "en" }>([
    { code: "model-auth", text: "When?", language: "en" },
    { code: "model-rate-limit", text: "什么时候？", language: "zh" },
    { code: "model-cut", text: "When?", language: "en" },
    { code: "no-index", text: "什么时候？", language: "zh" },
    { code: "corpus", text: "When?", language: "en" },
  ])("$code is told in words ($language)", async ({ code, text, language }) => {
    const { server, library, hears } = await stage();
    library.answer = () => Promise.reject(new AppError(code, "sk-secret at /srv/app.ts:1"));
    server.sendText(text);
    const key = code === "corpus" ? "error-other" : `error-${code}`;
    expect((await hears(OWNER, 1))[0]?.text).toBe(sayIn(language)(key));
  });
});
