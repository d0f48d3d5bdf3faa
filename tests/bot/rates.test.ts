import { describe, expect, it } from "vitest";
import { answered, card, cite, claim } from "./support/fake-library.ts";
import { GROUP, OWNER, stage } from "./support/stage.ts";

const long = answered(
  Array.from({ length: 50 }, (_, i) =>
    claim(`Claim ${i} 😀. ${"It goes on. ".repeat(12)}`, cite(card(`a${i % 20}`), `Sentence ${i}.`)),
  ),
);

describe("where Telegram keeps its rates (one message a second to a chat)", () => {
  it.each([
    ["a private chat", OWNER],
    ["a group", GROUP],
  ])("a long answer arrives whole, once and in order, in %s", async (_, chat) => {
    const { server, library, said, until } = await stage({ api: { rateRules: "kept" } });
    library.answer = async () => long;
    server.sendText("/ask all", { chat });
    await until(() => said(chat).some((message) => message.reply_markup !== undefined));
    const numbers = said(chat).flatMap(({ text }) =>
      [...(text ?? "").matchAll(/Claim (\d+)/g)].map((match) => Number(match[1])),
    );
    expect(said(chat).length).toBeGreaterThan(2);
    expect(numbers).toEqual(long.claims.map((_, i) => i));
    const throttled = server.calls.filter(({ response }) => response?.ok === false && response.error_code === 429);
    expect(throttled.length).toBeGreaterThan(0);
  });
});
