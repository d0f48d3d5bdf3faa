/**
 * Runs one command after another as its own program would, for the test that started it: a new program takes most of a
 * second to load what all commands share. Each gets arguments, environment, output and exit code of its own.
 */
import { pathToFileURL } from "node:url";
import type { Ran, ToRun } from "./programs.ts";

const own = { out: process.stdout.write, err: process.stderr.write };
let runs = 0;

process.on("message", async ({ script, args, env }: ToRun) => {
  const texts = { stdout: "", stderr: "" };
  process.stdout.write = (chunk) => keep("stdout", chunk);
  process.stderr.write = (chunk) => keep("stderr", chunk);
  const keep = (name: keyof typeof texts, chunk: Uint8Array | string) => {
    texts[name] += typeof chunk === "string" ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  process.argv = [process.execPath, script, ...args];
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.exitCode = undefined;
  runs += 1;
  await import(`${pathToFileURL(script).href}?run=${runs}`);
  const ran: Ran = { ...texts, status: Number(process.exitCode ?? 0) };
  process.exitCode = undefined;
  Object.assign(process.stdout, { write: own.out });
  Object.assign(process.stderr, { write: own.err });
  process.send?.(ran);
});
process.once("disconnect", () => process.exit());
