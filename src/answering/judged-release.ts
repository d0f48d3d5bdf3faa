import type { Claim, JudgeEnding, Judging, Tokens } from "../domain.ts";
import type { Judge, ShownPassages } from "./judge.ts";
import type { ModelClaim } from "./parse-claims.ts";
import type { Reading } from "./parse-verdicts.ts";
import { sumTokens } from "./tokens.ts";

/** A claim that passed its checks, and how the model wrote it. */
export interface PassedClaim {
  readonly claim: Claim;
  readonly written: ModelClaim;
}

export interface ReleaseDeps {
  /** Without one, all is released at once. */
  readonly judge: Judge | undefined;
  readonly passages: ShownPassages;
  readonly signal: AbortSignal | undefined;
  readonly release: (claims: readonly PassedClaim[]) => void;
  readonly refuse: (claims: readonly PassedClaim[]) => void;
}

/** After one of these, the rest of a reply need not wait for it again. */
const GIVEN_UP: readonly JudgeEnding[] = ["failed", "slow"];

/**
 * Between the checks and the reader: claims leave in their order, each once the judge has let it through. What comes while
 * the judge reads goes into its next call together. A claim that is its sentence needs none.
 */
export class JudgedRelease {
  readonly #deps: ReleaseDeps;
  readonly #calls: JudgeEnding[] = [];
  #unsure = 0;
  #waiting: PassedClaim[] = [];
  #state: "idle" | "busy" = "idle";
  #end: "released" | "stopped" = "released";
  #work: Promise<unknown> = Promise.resolve();
  /** What the judge cost so far; null where the server did not tell. */
  tokens: Tokens | null = null;

  constructor(deps: ReleaseDeps) {
    this.#deps = deps;
  }

  add(passed: readonly PassedClaim[]): void {
    this.#waiting.push(...passed);
    if (passed.length === 0 || this.#state === "busy") return;
    this.#work = Promise.all([this.#work, this.#releaseWaiting()]);
    // It is told by `settled`, which may be called only much later.
    this.#work.catch(() => {});
  }

  /** Once nothing waits any more; `stopped` when a person stopped it and something was never judged, so never shown. */
  async settled(): Promise<"released" | "stopped"> {
    await this.#work;
    return this.#end;
  }

  get judging(): Judging | undefined {
    return this.#deps.judge === undefined ? undefined : { calls: [...this.#calls], unsure: this.#unsure };
  }

  /** Runs in one go as long as nothing has to be judged, so that then nothing is later than without a judge. */
  async #releaseWaiting(): Promise<void> {
    this.#state = "busy";
    try {
      while (this.#waiting.length > 0) {
        const batch = this.#waiting.splice(0);
        const judge = this.#judgeNow();
        const doubtful = judge === null ? [] : batch.filter(needsJudge);
        const verdicts = judge === null || doubtful.length === 0 ? [] : await this.#ask(judge, doubtful);
        this.#release(
          batch,
          new Map(doubtful.flatMap((each, index) => (verdicts[index] === undefined ? [] : [[each, verdicts[index]]]))),
        );
      }
    } finally {
      this.#state = "idle";
    }
  }

  get #isStopped(): boolean {
    return this.#deps.signal?.aborted === true;
  }

  #judgeNow(): Judge | null {
    return this.#calls.some((ending) => GIVEN_UP.includes(ending)) ? null : (this.#deps.judge ?? null);
  }

  async #ask(judge: Judge, doubtful: readonly PassedClaim[]): Promise<readonly Reading[]> {
    const { passages, signal } = this.#deps;
    if (this.#isStopped) return [];
    const claims = doubtful.map(({ claim }) => claim);
    const { readings, ending, usage } = await judge(claims, passages, signal);
    if (this.#isStopped) return [];
    this.#calls.push(ending);
    this.tokens = sumTokens(this.tokens, usage);
    return readings;
  }

  #release(batch: readonly PassedClaim[], verdicts: ReadonlyMap<PassedClaim, Reading>): void {
    const { judge, release, refuse } = this.#deps;
    const isHeldBack = (each: PassedClaim) => judge !== undefined && this.#isStopped && needsJudge(each);
    const isRefused = (each: PassedClaim) => verdicts.get(each)?.verdict === "unsupported";
    if (batch.some(isHeldBack)) this.#end = "stopped";
    const released = batch.filter((each) => !isHeldBack(each) && !isRefused(each));
    if (judge !== undefined)
      this.#unsure += released.filter((each) => needsJudge(each) && verdicts.get(each)?.verdict !== "supported").length;
    refuse(batch.filter((each) => !isHeldBack(each) && isRefused(each)));
    release(released);
  }
}

const needsJudge = ({ claim }: PassedClaim): boolean => claim.mark !== "verbatim";
