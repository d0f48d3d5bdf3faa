import { createHash } from "node:crypto";
import { quantile } from "../metrics.ts";
import { sourcesOf } from "./bases.ts";
import { type CheckDeps, check } from "./check.ts";
import type { TestClaim } from "./claim.ts";
import type { ClaimRow, ClaimsReport } from "./claims-report.ts";
import { CLASSES, type ClaimClass } from "./classes.ts";
import { basesOf, makeClaims } from "./generate.ts";
import { sceneOf } from "./scene.ts";
import { Tally } from "./tally.ts";

export interface ClaimsOptions {
  readonly name: string;
  /** Most claims of a class. */
  readonly limit: number;
  /** Wrong outcomes kept of each class, to be read. */
  readonly examples: number;
  /** Only this class. */
  readonly only?: string | undefined;
  readonly nowMs: () => number;
  readonly onProgress?: (done: number, total: number, row: string) => void;
}

/** Makes claims from the articles of a store, true ones and lies, and lets the bot's own check judge each. */
export function runClaims(deps: CheckDeps, options: ClaimsOptions): ClaimsReport {
  const sources = sourcesOf(deps.store);
  const bases = basesOf(sources);
  const classes = CLASSES.filter(({ name }) => options.only === undefined || name === options.only);
  const judge = createJudge(deps, options);
  const rows = classes.map((kind, index): ClaimRow => {
    options.onProgress?.(index, classes.length, kind.name);
    return judge.row(kind, makeClaims(kind, bases, sources, options.limit));
  });
  options.onProgress?.(classes.length, classes.length, "done");
  return { name: options.name, articles: sources.length, sentences: bases.single.length, rows, ...judge.facts() };
}

/** Judges claims class by class, and keeps the time that each check took. */
export function createJudge(deps: CheckDeps, { nowMs, examples }: Pick<ClaimsOptions, "nowMs" | "examples">) {
  const times: number[] = [];
  const hash = createHash("sha256");
  return {
    row(kind: Pick<ClaimClass, "name" | "truth" | "limit">, claims: Iterable<TestClaim>): ClaimRow {
      const tally = new Tally(kind, examples);
      for (const claim of claims) {
        hash.update(`${claim.id}\n${claim.text}\n${claim.cited.map(({ sentence }) => sentence.text).join("\n")}\n`);
        const scene = sceneOf(claim);
        const startedMs = nowMs();
        const result = check(scene, deps);
        times.push(nowMs() - startedMs);
        tally.add(claim, result);
      }
      return tally.row();
    },
    facts: (): Pick<ClaimsReport, "claimsHash" | "checkMs"> => ({
      claimsHash: hash.digest("hex"),
      checkMs: { p50: quantile(times, 0.5), p95: quantile(times, 0.95) },
    }),
  };
}
