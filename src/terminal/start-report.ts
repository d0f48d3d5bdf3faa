import type { ServerCheck } from "../ports.ts";
import { type Style, styleFor } from "./style.ts";

const NAMES = { telegram: "Telegram", chat: "Chat model", embeddings: "Embeddings" } as const;
const MARKS = { ready: "✓", doubtful: "!", failed: "✗" } as const;
const WIDTH = Math.max(...Object.values(NAMES).map((name) => name.length)) + 2;

interface Streams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** A line for each server; what keeps the program from starting goes to standard error. */
export function reportChecks(checks: readonly ServerCheck[], { stdout, stderr }: Streams): void {
  for (const check of checks) {
    const stream = check.outcome === "failed" ? stderr : stdout;
    const { green, yellow, red } = styleFor(stream);
    const paint: Style = { ready: green, doubtful: yellow, failed: red }[check.outcome];
    stream.write(`${paint(`${MARKS[check.outcome]} ${NAMES[check.server].padEnd(WIDTH)}`)}${check.text}\n`);
  }
  if (checks.length > 0) stdout.write("\n");
}
