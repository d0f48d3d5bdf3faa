import type { Claim, DirectSpan } from "../domain.ts";

/** As `articles/table-rows.ts` writes a row: `Boat: Raft · Price: 8`. */
const BETWEEN_CELLS = " · ";
const NAMED = /^([^:：]{1,60})(?:：|: )(.+)$/u;
const SHORTEST_KEY_CHARS = 2;

/** The cell of a table whose row and column the question both names; null where it names none, or two rows alike. */
export function tableCell(question: string, claims: readonly Claim[]): DirectSpan | null {
  const asked = fold(question);
  const found = claims.flatMap(({ text, citations: [citation] }) => {
    const cell = cellIn(asked, text);
    return cell === null || citation === undefined ? [] : [{ ...cell, citation }];
  });
  const longest = Math.max(0, ...found.map(({ key }) => key.length));
  const [best, second] = found.filter(({ key }) => key.length === longest);
  return best === undefined || second !== undefined ? null : { text: best.text, citation: best.citation };
}

function cellIn(asked: string, row: string): { readonly text: string; readonly key: string } | null {
  const cells = row.split(BETWEEN_CELLS).map((cell) => {
    const named = NAMED.exec(cell);
    return { name: fold(named?.[1] ?? ""), value: named?.[2] ?? cell };
  });
  if (cells.length < 2) return null;
  const key = fold(cells[0]?.value ?? "");
  if (key.length < SHORTEST_KEY_CHARS || !asked.includes(key)) return null;
  const rest = asked.replace(key, " ");
  const meant = cells.slice(1).filter(({ name }) => name !== "" && rest.includes(name));
  // "First boat" is meant where "boat" is a column too.
  const columns = meant.filter(({ name }) => !meant.some((other) => other.name !== name && other.name.includes(name)));
  const [cell] = columns;
  return cell === undefined || columns.length > 1 ? null : { text: cell.value, key };
}

const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s–—-]+/gu, "");
