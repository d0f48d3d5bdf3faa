import { describe, expect, it } from "vitest";
import { createConsoleLogger } from "../../src/adapters/console-logger.ts";

function logged(message: string, fields?: Readonly<Record<string, unknown>>): string {
  let text = "";
  const stream = { write: (line: string) => (text += line) };
  createConsoleLogger(stream, () => new Date("2025-06-01T00:00:00Z")).warn(message, fields);
  return text;
}

describe("the log", () => {
  it.each([
    "https://api.telegram.org/bot123456:hidden-hidden-hidden-hidden/getMe",
    "key sk-hidden-hidden",
    "Bearer hidden",
    "http://hidden:hidden@127.0.0.1:7890",
    "socks5h://hidden:hi%40dden@proxy.example:1080 does not answer",
  ])("keeps %s to itself", (text) => {
    expect(logged("it failed", { error: text })).not.toContain("hidden");
    expect(logged(text)).not.toContain("hidden");
  });

  it("keeps what is no secret, one line an event", () => {
    expect(logged("two\nlines", { link: "https://medium.example/@ann/post", mail: "a@b.example" })).toBe(
      '2025-06-01T00:00:00.000Z warn two\\nlines {"link":"https://medium.example/@ann/post","mail":"a@b.example"}\n',
    );
  });
});
