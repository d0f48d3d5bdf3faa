import { fork } from "node:child_process";
import path from "node:path";

const ROOT = path.join(import.meta.dirname, "..", "..");

/**
 * The environment of a program that a test starts: bare, so that nothing of this machine's settings reaches it. Node
 * keeps what it made of the sources where the variable says, which halves the time a program takes to start.
 */
export function bareEnv(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const { PATH = "", NODE_COMPILE_CACHE = "" } = process.env;
  return { PATH, NODE_COMPILE_CACHE, ...more };
}

export interface ToRun {
  readonly script: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * A program that runs commands one after another (program-host.ts), from the folder of the project or of a copy of it. What is tested is what a
 * command says and leaves; that it ends by itself is for a program of its own.
 */
export function programHost(root = ROOT) {
  const child = fork(path.join(import.meta.dirname, "program-host.ts"), { cwd: root, env: bareEnv() });
  const ended = new Promise<null>((resolve) => child.once("exit", () => resolve(null)));
  let last: Promise<unknown> = Promise.resolve();
  const runNow = async (asked: ToRun): Promise<Ran> => {
    const reply = new Promise<Ran>((resolve) => child.once("message", (message) => resolve(message as Ran)));
    child.send(asked);
    const ran = await Promise.race([reply, ended]);
    if (ran === null) throw new Error(`the program ended that ran ${asked.script}`);
    return ran;
  };
  return {
    run(script: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> {
      const ran = last.then(() => runNow({ script: path.join(root, script), args, env: bareEnv(env) }));
      last = ran.catch(() => {});
      return ran;
    },
    async stop(): Promise<void> {
      child.kill();
      await ended;
    },
  };
}
