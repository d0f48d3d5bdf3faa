import { createHash } from "node:crypto";
import type { Expected } from "../gate.ts";
import { type ClaimsReport, shownOf } from "./claims-report.ts";

/** The share shown of each class, as figures that a change must not worsen; lies begin with `lies.`. */
export function claimFigures(reports: readonly ClaimsReport[]): Expected {
  const measures = reports.flatMap(({ name, rows }) =>
    rows.map((row) => {
      const kind = row.truth === "lie" ? "lies" : "truths";
      return [`${kind}.${name}.${row.name}`, row.made === 0 ? null : shownOf(row) / row.made] as const;
    }),
  );
  const hash = createHash("sha256").update(reports.map(({ claimsHash }) => claimsHash).join("\n"));
  return { setHash: hash.digest("hex"), measures: Object.fromEntries(measures) };
}
