import type { Attribution } from "../../../src/answering/attribute.ts";
import type { DropReason } from "../../../src/domain.ts";
import type { TestClaim } from "./claim.ts";
import type { ClaimRow, Example, Kept } from "./claims-report.ts";
import { type ClaimClass, LEAST_KEPT } from "./classes.ts";

type Kind = Pick<ClaimClass, "name" | "truth" | "limit">;

/** Counts what became of the claims of one class. */
export class Tally {
  readonly #kind: Kind;
  readonly #marks: Record<Kept, number> = { verbatim: 0, matches: 0 };
  readonly #dropped: Partial<Record<DropReason, number>> = {};
  readonly #examples: Example[] = [];
  readonly #mostExamples: number;
  #made = 0;

  constructor(kind: Kind, mostExamples: number) {
    this.#kind = kind;
    this.#mostExamples = mostExamples;
  }

  add(claim: TestClaim, result: Attribution): void {
    this.#made++;
    const outcome = outcomeOf(result);
    const isKept = outcome === "verbatim" || outcome === "matches";
    if (isKept) this.#marks[outcome]++;
    else this.#dropped[outcome] = (this.#dropped[outcome] ?? 0) + 1;
    const isWrong = isKept !== (this.#kind.truth === "true");
    if (isWrong && this.#examples.length < this.#mostExamples) this.#examples.push(exampleOf(claim, outcome));
  }

  row(): ClaimRow {
    const { name, truth, limit } = this.#kind;
    const facts = { name, truth, limit, made: this.#made, marks: this.#marks, dropped: this.#dropped };
    return { ...facts, examples: this.#examples, verdict: this.#verdict() };
  }

  #verdict(): ClaimRow["verdict"] {
    const { truth, limit } = this.#kind;
    const shown = this.#marks.verbatim + this.#marks.matches;
    if (this.#made === 0 || (truth === "lie" && limit === null)) return "–";
    if (truth === "lie") return shown / this.#made <= (limit ?? 1) ? "OK" : "FAIL";
    return shown / this.#made >= (limit ?? LEAST_KEPT) ? "OK" : "FAIL";
  }
}

/** What only stands beside its sentence is no claim that the check lets through. */
function outcomeOf(result: Attribution): Kept | DropReason {
  switch (result.outcome) {
    case "refuted":
      return result.reason;
    case "compare":
      return result.doubt ?? "unsupported";
    default:
      return result.outcome;
  }
}

function exampleOf({ id, text, cited }: TestClaim, outcome: Kept | DropReason): Example {
  return { id, text, cited: cited.map(({ sentence }) => sentence.text), outcome };
}
