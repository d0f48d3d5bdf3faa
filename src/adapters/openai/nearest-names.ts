import { distance } from "fastest-levenshtein";

const MOST_SHOWN = 10;
const LONGEST_NAME_CHARS = 80;

/** Ollama and Gemini list a model under a longer name than the one that may be asked for. */
export function isListed(model: string, names: readonly string[]): boolean {
  return [model, `${model}:latest`, `models/${model}`].some((name) => names.includes(name));
}

/** Ten at most, those most like `model` first, and how many more there are; names of a stranger, so without control characters. */
export function nearestNames(model: string, names: readonly string[]): string {
  const wanted = model.toLowerCase();
  const likeness = (name: string) => distance(wanted, name.toLowerCase());
  const sorted = names.map(shown).sort((a, b) => likeness(a) - likeness(b) || a.localeCompare(b));
  const rest = sorted.length - MOST_SHOWN;
  return `${sorted.slice(0, MOST_SHOWN).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

const shown = (name: string) => name.replace(/\p{C}/gu, "").slice(0, LONGEST_NAME_CHARS);
