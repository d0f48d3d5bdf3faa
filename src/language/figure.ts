import type { Unit } from "./units.ts";

/** A number with what it counts, and where it stands in the (NFKC) text. */
export interface Figure {
  /** Shares (40%, 三成) as parts of one; magnitudes (万, billion) multiplied out. */
  readonly value: number;
  readonly unit: Unit | null;
  readonly start: number;
  readonly end: number;
  /** Digits as written, leading and trailing zeros aside: what rounding may take away. */
  readonly precision: number;
  /** A row of more digits than a number can hold, such as an identifier: only the same row is the same. */
  readonly row?: string | undefined;
  /** `loose`: a small number in words such as 三个 or "two points", checked only against a number that contradicts it. */
  readonly weight: "strict" | "loose";
}
