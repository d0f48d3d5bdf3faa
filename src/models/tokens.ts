import type { Tokens } from "../domain.ts";

/** null counts nothing: the server did not tell, or was not asked. */
export function sumTokens(a: Tokens | null, b: Tokens | null): Tokens | null {
  if (a === null || b === null) return a ?? b;
  return {
    promptTokens: a.promptTokens + b.promptTokens,
    completionTokens: a.completionTokens + b.completionTokens,
  };
}
