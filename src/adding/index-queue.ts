import type { Finding } from "./findings.ts";

/** Source paths -> what the indexing found in each. */
export type RunIndexing = (sourcePaths: readonly string[]) => Promise<readonly Finding[]>;

interface Waiting {
  readonly sourcePaths: readonly string[];
  resolve(findings: readonly Finding[]): void;
  reject(error: unknown): void;
}

/** One indexing at a time; all who ask while one works share the next one, which sees what they had saved by then. */
export function queueIndexing(run: RunIndexing): RunIndexing {
  let waiting: Waiting[] = [];
  let state: "idle" | "running" = "idle";

  const serve = async (group: readonly Waiting[]) => {
    const all = [...new Set(group.flatMap(({ sourcePaths }) => sourcePaths))];
    try {
      const findings = await run(all);
      const byPath = new Map(all.map((sourcePath, index) => [sourcePath, findings[index]]));
      for (const { sourcePaths, resolve } of group)
        resolve(sourcePaths.map((sourcePath) => byPath.get(sourcePath) ?? { kind: "missing" }));
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  };

  const work = async () => {
    state = "running";
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      await serve(group);
    }
    state = "idle";
  };

  return (sourcePaths) =>
    new Promise((resolve, reject) => {
      waiting.push({ sourcePaths, resolve, reject });
      if (state === "idle") void work();
    });
}
