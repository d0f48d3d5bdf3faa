import { PassThrough } from "node:stream";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ServerCheck } from "../../src/ports.ts";
import { reportChecks } from "../../src/terminal/start-report.ts";

const ESCAPE = "\u001b";
const READY: ServerCheck = { server: "telegram", outcome: "ready", text: "@footnote_bot" };
const DOUBTFUL: ServerCheck = { server: "chat", outcome: "doubtful", text: "no such model" };
const FAILED: ServerCheck = { server: "embeddings", outcome: "failed", text: "nobody there" };

afterEach(() => vi.unstubAllEnvs());

async function report(checks: readonly ServerCheck[], kind: "terminal" | "file") {
  for (const name of ["FORCE_COLOR", "NO_COLOR", "NODE_DISABLE_COLORS"]) vi.stubEnv(name, undefined);
  vi.stubEnv("TERM", "xterm-256color");
  const [stdout, stderr] = [new PassThrough(), new PassThrough()].map((stream) =>
    Object.assign(stream, { isTTY: kind === "terminal", getColorDepth: () => 8 }),
  ) as unknown as [NodeJS.WriteStream & PassThrough, NodeJS.WriteStream & PassThrough];
  const verdict = await reportChecks(
    checks.map((check) => Promise.resolve(check)),
    { stdout, stderr },
  );
  return { verdict, out: textOf(stdout), err: textOf(stderr) };
}

function textOf(stream: PassThrough): string {
  let text = "";
  for (let chunk = stream.read(); chunk !== null; chunk = stream.read()) text += String(chunk);
  return text;
}

describe("the report on the servers", () => {
  it("has a line for each, and none of colour where a program reads", async () => {
    expect(await report([READY, DOUBTFUL], "file")).toEqual({
      verdict: "start",
      out: "✓ Telegram    @footnote_bot\n! Chat model  no such model\n\n",
      err: "",
    });
  });

  it("tells what stops the program on standard error", async () => {
    const { verdict, out, err } = await report([READY, FAILED], "file");
    expect(verdict).toBe("stop");
    expect(out).toBe("✓ Telegram    @footnote_bot\n\n");
    expect(err).toBe("✗ Embeddings  nobody there\n");
  });

  it("is coloured on a terminal, where it says that it may take a moment", async () => {
    const { out, err } = await report([READY, FAILED], "terminal");
    expect(out).toContain(`${ESCAPE}[32m✓ Telegram`);
    expect(err).toContain("for 10 s at most");
    expect(err).toContain(`${ESCAPE}[31m✗ Embeddings`);
  });

  it("is nothing where nothing is set", async () => {
    expect(await report([], "terminal")).toEqual({ verdict: "start", out: "", err: "" });
  });
});
