export { alignedTable } from "../../src/text/aligned-table.ts";

/** Rows in Markdown; the first one is the head. */
export function markdownTable([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

/** `.955`, `1.000`, `143.2` for lengths, `–` for nothing. */
export function figure(value: number | null | undefined): string {
  if (value === null || value === undefined) return "–";
  return Math.abs(value) < 10 ? value.toFixed(3).replace(/^(-?)0\./, "$1.") : value.toFixed(1);
}
