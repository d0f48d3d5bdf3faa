import { createRandom } from "../bootstrap.ts";

/** Numbers in [0, 1). */
export type Random = () => number;

/** The same name gives the same numbers on every machine (FNV-1a as the seed). */
export function randomOf(name: string): Random {
  let hash = 0x811c9dc5;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return createRandom(hash);
}

export function pick<T>(items: readonly T[], random: Random): T | null {
  return items[Math.floor(random() * items.length)] ?? null;
}

/** Fisher and Yates; the given list stays as it is. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const order = items.map((item) => ({ item, at: random() }));
  return order.sort((a, b) => a.at - b.at).map(({ item }) => item);
}
