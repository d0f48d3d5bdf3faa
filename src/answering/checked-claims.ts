import type { Claim, Judging, Tokens } from "../domain.ts";
import { attribute } from "./attribute.ts";
import type { AttributionContext } from "./attribution/evidence.ts";
import type { Judge } from "./judge.ts";
import { JudgedRelease, type PassedClaim } from "./judged-release.ts";
import type { KeyTable } from "./keys.ts";
import type { ModelClaim } from "./parse-claims.ts";
import type { FailedClaim } from "./repair.ts";

export interface ReplyOptions {
  /** Called with all claims so far each time some passed all checks; none is ever taken back. */
  readonly onClaims?: ((claims: readonly Claim[]) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Reads what the checks let through, before anybody else does. */
  readonly judge?: Judge | undefined;
}

const MAX_CLAIMS = 12;

/** Claims as they pass or fail. */
export class CheckedClaims {
  readonly kept: Claim[] = [];
  readonly failed: FailedClaim[] = [];
  readonly #keys: KeyTable;
  readonly #context: AttributionContext;
  readonly #options: ReplyOptions;
  readonly #release: JudgedRelease;
  /** Those of `kept`, as the model wrote them. */
  readonly #written = new Set<ModelClaim>();
  /** Also those that wait for the judge, or were refused by it. */
  readonly #texts = new Set<string>();
  #refused = 0;

  constructor(keys: KeyTable, context: AttributionContext, options: ReplyOptions) {
    this.#keys = keys;
    this.#context = context;
    this.#options = options;
    this.#release = new JudgedRelease({
      judge: options.judge,
      passages: context.passages,
      signal: options.signal,
      release: (passed) => this.#keep(passed),
      refuse: (passed) => this.#refuse(passed),
    });
  }

  /** Returns those that passed the checks and say something new; `keeps` tells once `settled` whether the judge let them through. */
  add(fresh: readonly ModelClaim[]): ModelClaim[] {
    const passed = fresh.flatMap((written) => this.#check(written) ?? []);
    this.#release.add(passed);
    return passed.map(({ written }) => written);
  }

  settled(): Promise<"released" | "stopped"> {
    return this.#release.settled();
  }

  keeps(written: ModelClaim): boolean {
    return this.#written.has(written);
  }

  get hasPassed(): boolean {
    return this.#texts.size > 0;
  }

  get judging(): Judging | undefined {
    return this.#release.judging;
  }

  get judgeTokens(): Tokens | null {
    return this.#release.tokens;
  }

  #check(written: ModelClaim): PassedClaim | null {
    if (this.#texts.size - this.#refused >= MAX_CLAIMS) return null;
    const result = attribute(written, this.#keys, this.#context);
    const { text } = written;
    if (result.outcome === "refuted" || result.outcome === "compare") {
      const reason = result.outcome === "refuted" ? result.reason : (result.doubt ?? "unsupported");
      this.failed.push({ claim: written, dropped: { text, reason } });
      return null;
    }
    if (this.#texts.has(text)) return null;
    this.#texts.add(text);
    return { claim: { text, citations: result.citations, mark: result.outcome }, written };
  }

  #keep(passed: readonly PassedClaim[]): void {
    for (const { claim, written } of passed) {
      this.kept.push(claim);
      this.#written.add(written);
    }
    if (passed.length > 0) this.#options.onClaims?.([...this.kept]);
  }

  #refuse(passed: readonly PassedClaim[]): void {
    this.#refused += passed.length;
    for (const { claim, written } of passed)
      this.failed.push({ claim: written, dropped: { text: claim.text, reason: "judged" } });
  }
}
