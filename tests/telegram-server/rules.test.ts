import { describe, expect, it } from "vitest";
import type { BotApiServer } from "../../tools/telegram-server/server.ts";
import { RULES } from "./rules/all.ts";
import { GROUP, KEYS, PRIVATE } from "./rules/rule.ts";
import { call, send, start } from "./support.ts";

/**
 * A private chat where message 1 is the person's and 2 the bot's, and a group where 1 and 2 are likewise. In the private
 * chat a button waits as `callback-1`, a file lies as `file-1`, and an inline query waits as `inline-1`.
 */
async function stage(): Promise<BotApiServer> {
  const server = await start();
  for (const chat of [PRIVATE, GROUP]) {
    server.sendText("What is bold?", { chat });
    await send(server, {
      chat_id: chat,
      text: "An answer",
      entities: [{ type: "bold", offset: 3, length: 6 }],
      ...KEYS,
    });
  }
  server.pressButton(PRIVATE, 2, "source:1");
  server.sendDocument({ name: "a.txt", mimeType: "text/plain", bytes: Buffer.from("article") });
  server.askInline("words");
  return server;
}

const historyOf = (server: BotApiServer) => JSON.stringify([server.history(PRIVATE), server.history(GROUP)]);
const isMistake = (code: number) => [400, 404].includes(code);

describe("the rules", () => {
  it.each(RULES)("$method: $when ($source)", async ({ method, params, answer }) => {
    const server = await stage();
    const before = historyOf(server);
    const got = await call(server, method, params);
    if (answer === "ok") {
      expect(got).toMatchObject({ ok: true });
      expect(server.violations).toEqual([]);
      return;
    }
    const [error_code, description] = answer;
    expect(got).toEqual({ ok: false, error_code, description });
    expect(historyOf(server)).toBe(before);
    expect(server.violations.map((violation) => violation.description)).toEqual(
      isMistake(error_code) ? [description] : [],
    );
  });
});
