import type { PassageStore } from "../../../src/ports.ts";
import type { Base } from "./claim.ts";
import { type HandWritten, placeClaims } from "./hand-written.ts";

export interface BaseByHand {
  readonly base: Base;
  readonly question: string;
}

/** True claims that people wrote, as a start for others. @throws ProblemsError dataset naming unknown articles and sentences */
export function basesFromClaims(lines: readonly HandWritten[], store: PassageStore): BaseByHand[] {
  return placeClaims(lines, store).flatMap(({ text, cited, source, question }, index) => {
    const language = lines[index]?.lang;
    if (source === null || language === undefined) return [];
    return [{ base: { text, cited, language, source, context: "" }, question: question ?? "" }];
  });
}
