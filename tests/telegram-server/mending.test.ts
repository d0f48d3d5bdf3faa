import { describe, expect, it } from "vitest";
import { bold, text } from "./rules/rule.ts";
import { send, start } from "./support.ts";

async function begun() {
  const server = await start();
  server.sendText("hi");
  return server;
}

/** Source: core.telegram.org/bots/api#formatting-options, #sendmessage; the hundredth entity is measured. */
describe("what the real server mends without a word", () => {
  it.each([
    [
      "101 entities",
      Array.from({ length: 101 }, (_, at) => bold(at, 1).entities[0]),
      100,
      "1 entities after the first 100 are dropped",
    ],
    [
      "entities that cross",
      [...bold(0, 5).entities, { type: "code", offset: 3, length: 5 }],
      1,
      "1 entities cross others and are dropped",
    ],
  ])("is noted as a mistake all the same: %s", async (_, entities, kept, description) => {
    const server = await begun();
    const message = await send(server, text({ text: "a".repeat(200), entities }));
    expect(message.entities).toHaveLength(kept);
    expect(server.violations).toMatchObject([{ kind: "mended", method: "sendMessage", description }]);
  });

  it("trims the text and moves its entities along", async () => {
    const server = await begun();
    const message = await send(
      server,
      text({ text: "  ab cd \n", entities: [{ type: "bold", offset: 5, length: 4 }] }),
    );
    expect(message).toMatchObject({ text: "ab cd", entities: [{ type: "bold", offset: 3, length: 2 }] });
  });
});
