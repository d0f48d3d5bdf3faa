import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Python } from "./python.ts";

/** The one release that all long tests use. */
export const XLLAMACPP = "xllamacpp==2026.10.11549";
const serverScript = path.join(import.meta.dirname, "llama-server.py");

export interface Llama {
  readonly baseUrl: string;
  stop(): void;
}

/** llama.cpp's own server with one model; `folder` is where it may write. */
export async function startLlama(python: Python, model: string, folder: string): Promise<Llama> {
  const child = spawn(python.program("python"), [serverScript, model, folder], { stdio: ["ignore", "pipe", "ignore"] });
  return { baseUrl: `${await addressOf(child)}/v1`, stop: () => child.kill() };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("the server has no output");
  for await (const line of createInterface({ input: child.stdout })) if (line.startsWith("http")) return line.trim();
  throw new Error("the model server ended before it gave its address");
}
