import type { GateLine } from "./gate.ts";
import { alignedTable } from "./tables.ts";

/** One line a figure that moved, or one line that says that none did. */
export function formatGate(lines: readonly GateLine[]): string {
  const moved = lines.filter(({ verdict }) => verdict !== "OK");
  if (moved.length === 0) return `OK: ${lines.length} figures of the committed set are as expected\n`;
  const rows = moved.map(({ measure, expected, actual, delta, verdict }) => [
    measure,
    exact(expected),
    exact(actual),
    exact(delta),
    verdict,
  ]);
  const advice = moved.some(({ verdict }) => verdict === "FALL")
    ? "FAIL: figures of the committed set fell. Mend the change, or record them on purpose with --record."
    : "Figures of the committed set moved without a fall. Record them: npm run eval:all -- --gate --record";
  return `${alignedTable([["measure", "expected", "actual", "delta", ""], ...rows])}\n${advice}\n`;
}

function exact(value: number | null): string {
  return value === null ? "–" : String(Number(value.toFixed(9)));
}
