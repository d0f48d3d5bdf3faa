import type { Say } from "./say.ts";

/** Names of the models that write and judge; null where there is none. */
export interface Writers {
  readonly chatModel: string | null;
  readonly judgeModel: string | null;
}

/** What stands behind an answer's words: quotes, or marks and who gave them. */
export function howChecked({ chatModel, judgeModel }: Writers, say: Say): string[] {
  if (chatModel === null) return [say("help-quotes")];
  return [say("help-marks"), ...(judgeModel === null ? [] : [say("help-judge", { model: judgeModel })])];
}
