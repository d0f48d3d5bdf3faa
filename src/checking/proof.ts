import type { Span } from "../domain.ts";

/** What a check of figures or dates found: the first that does not hold, and those that do. */
export interface Proof<Fault> {
  readonly fault: Fault | null;
  readonly proven: readonly Span[];
}
