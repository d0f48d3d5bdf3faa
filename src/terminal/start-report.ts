import type { ServerCheck } from "../ports.ts";
import { type Style, styleFor } from "./style.ts";

const NAMES = { telegram: "Telegram", chat: "Chat model", judge: "Judge", embeddings: "Embeddings" } as const;
const MARKS = { ready: "✓", doubtful: "!", failed: "✗" } as const;
const WIDTH = Math.max(...Object.values(NAMES).map((name) => name.length)) + 2;

interface Streams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** A line for each server; what keeps the program from starting goes to standard error. */
export async function reportChecks(
  running: readonly Promise<ServerCheck>[],
  { stdout, stderr }: Streams,
): Promise<"start" | "stop"> {
  if (running.length === 0) return "start";
  if (stderr.isTTY) stderr.write(styleFor(stderr).dim("Asking the servers that are set, for 10 s at most …\n"));
  const checks = await Promise.all(running);
  for (const check of checks) writeLine(check, check.outcome === "failed" ? stderr : stdout);
  stdout.write("\n");
  return checks.some(({ outcome }) => outcome === "failed") ? "stop" : "start";
}

function writeLine({ server, outcome, text }: ServerCheck, stream: NodeJS.WriteStream): void {
  const { green, yellow, red } = styleFor(stream);
  const paint: Style = { ready: green, doubtful: yellow, failed: red }[outcome];
  stream.write(`${paint(`${MARKS[outcome]} ${NAMES[server].padEnd(WIDTH)}`)}${text}\n`);
}
