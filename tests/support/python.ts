import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const INSTALL_LIMIT_MS = 240_000;

export interface Python {
  readonly folder: string;
  /** A program of the environment, such as `python`. */
  program(name: string): string;
  remove(): void;
}

export type PythonOrReason = { readonly python: Python } | { readonly missing: string };

/** A virtual environment of its own with the packages that `pip install` is told; or why there is none. */
export function installPython(pipArguments: readonly string[]): PythonOrReason {
  const folder = mkdtempSync(path.join(tmpdir(), "footnote-python-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const program = (name: string) => path.join(folder, "bin", name);
  const steps = [
    ["python3", "-m", "venv", folder],
    [program("python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...pipArguments],
  ];
  for (const [command = "", ...args] of steps) {
    const { status, stderr, error } = spawnSync(command, args, { encoding: "utf8", timeout: INSTALL_LIMIT_MS });
    if (status === 0) continue;
    remove();
    const why = error?.message ?? stderr.trim().split("\n").at(-1) ?? "";
    return { missing: `${[path.basename(command), ...args.slice(0, 3)].join(" ")} failed: ${why}` };
  }
  return { python: { folder, program, remove } };
}
