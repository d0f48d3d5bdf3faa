import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { converse } from "../../src/terminal/conversation.ts";
import { FakeLibrary } from "../bot/support/fake-library.ts";

/** What the terminal shows after these lines were typed. */
async function typed(library: FakeLibrary, ...lines: readonly string[]): Promise<string> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const shown: string[] = [];
  output.on("data", (piece) => shown.push(String(piece)));
  input.end(`${lines.join("\n")}\n`);
  await converse(library, input as unknown as NodeJS.ReadStream, output as unknown as NodeJS.WriteStream);
  return shown.join("");
}

describe("a conversation in the terminal", () => {
  it("answers, by /ask too, and ends with /quit", async () => {
    const library = new FakeLibrary();
    expect(await typed(library, "When?", "/ask And where?", "/quit", "never")).toContain("The lamp was lit in 1931.");
    expect(library.asked.map(({ text }) => text)).toEqual(["When?", "And where?"]);
  });

  it("tells of its own commands alone, and searches for no others", async () => {
    const library = new FakeLibrary();
    for (const command of ["/help", "/find lamp", "/nonsense"]) {
      const shown = await typed(library, command);
      expect(shown.split("/summary [title] · /new · /quit")).toHaveLength(3);
      expect(shown).not.toContain("/export");
    }
    expect(library.asked).toEqual([]);
  });
});
