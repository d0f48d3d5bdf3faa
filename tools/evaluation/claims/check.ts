import { type Attribution, attribute } from "../../../src/answering/attribute.ts";
import { checkContext } from "../../../src/checking/context.ts";
import type { PassageStore, SentenceEncoder } from "../../../src/ports.ts";
import type { Scene } from "./scene.ts";

export interface CheckDeps {
  readonly encoder: SentenceEncoder;
  readonly store: PassageStore;
}

/** The one place where claims of these measurements meet the code that checks a model's claims. */
export function check({ claim, keys, passages, question }: Scene, { encoder }: CheckDeps): Attribution {
  const shown = passages.map(({ found }) => found);
  return attribute(claim, keys, checkContext(shown, question ?? "", encoder));
}
