import type { Attribution } from "../../answering/attribute.ts";
import type { DropReason, Mark } from "../../domain.ts";
import type { TestClaim } from "./claim.ts";
import type { ClaimRow, Example } from "./claims-report.ts";
import { type ClaimClass, LEAST_KEPT, LEAST_MARKED } from "./classes.ts";

type Kind = Pick<ClaimClass, "name" | "truth" | "limit">;

/** Counts what became of the claims of one class. */
export class Tally {
  readonly #kind: Kind;
  readonly #marks: Record<Mark, number> = { verbatim: 0, checked: 0, combined: 0 };
  readonly #dropped: Partial<Record<DropReason, number>> = {};
  readonly #examples: Example[] = [];
  readonly #mostExamples: number;
  /** True claims of one sentence: only those have to be marked verbatim or checked. */
  #single = 0;
  #marked = 0;
  #made = 0;

  constructor(kind: Kind, mostExamples: number) {
    this.#kind = kind;
    this.#mostExamples = mostExamples;
  }

  add(claim: TestClaim, result: Attribution): void {
    this.#made++;
    const outcome = result.kind === "kept" ? result.claim.mark : result.dropped.reason;
    if (result.kind === "kept") this.#marks[result.claim.mark]++;
    else this.#dropped[result.dropped.reason] = (this.#dropped[result.dropped.reason] ?? 0) + 1;
    if (claim.cited.length === 1 && !isReckoned(this.#kind)) {
      this.#single++;
      if (outcome === "verbatim" || outcome === "checked") this.#marked++;
    }
    const isWrong = (result.kind === "kept") !== (this.#kind.truth === "true");
    if (isWrong && this.#examples.length < this.#mostExamples) this.#examples.push(exampleOf(claim, outcome));
  }

  row(): ClaimRow {
    const { name, truth, limit } = this.#kind;
    const facts = { name, truth, limit, made: this.#made, marks: this.#marks, dropped: this.#dropped };
    return { ...facts, examples: this.#examples, verdict: this.#verdict() };
  }

  #verdict(): ClaimRow["verdict"] {
    const { truth, limit } = this.#kind;
    const shown = this.#marks.verbatim + this.#marks.checked + this.#marks.combined;
    if (this.#made === 0 || (truth === "lie" && limit === null)) return "–";
    if (truth === "lie") return shown / this.#made <= (limit ?? 1) ? "OK" : "FAIL";
    const isMarked = this.#single === 0 || this.#marked / this.#single >= LEAST_MARKED;
    return shown / this.#made >= LEAST_KEPT && isMarked ? "OK" : "FAIL";
  }
}

/** A sum is computed, so "combined" is its right name. */
const isReckoned = ({ name }: Kind): boolean => name.includes("sum");

function exampleOf({ id, text, cited }: TestClaim, outcome: Mark | DropReason): Example {
  return { id, text, cited: cited.map(({ sentence }) => sentence.text), outcome };
}
