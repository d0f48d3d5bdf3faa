import type { EntailmentModel } from "../ports.ts";
import { type Judge, type JudgeOptions, UNSURE } from "./judge.ts";
import type { Reading } from "./parse-verdicts.ts";

/** From here on one label is clear. */
const CLEAR = 0.6;

/**
 * An entailment model as judge: the cited sentences, with the one before the first for what "it" is, are the premise. What neither
 * follows clearly nor clearly fails to follow it cannot tell. It runs on this machine and costs no tokens.
 */
export function createEntailmentJudge(model: EntailmentModel, { onFailure }: Pick<JudgeOptions, "onFailure">): Judge {
  return {
    name: model.name,
    version: `${model.name} entailment 1`,
    async read(claims, passages, signal) {
      const pairs = claims.map(({ text, citations }) => {
        const [first] = citations;
        const others = first === undefined ? [] : (passages.get(first.passageId)?.passage.sentences ?? []);
        const before = others.find(({ ordinal }) => ordinal === (first?.sentence.ordinal ?? 0) - 1);
        const premise = [
          ...(before === undefined ? [] : [before.text]),
          ...citations.map(({ sentence }) => sentence.text),
        ];
        return { premise: premise.join(" "), hypothesis: text };
      });
      try {
        const found = await model.read(pairs);
        return { readings: found.map(readingOf), ending: "answered", usage: null };
      } catch (error) {
        if (signal?.aborted !== true) onFailure(error);
        return { readings: claims.map(() => UNSURE), ending: "failed", usage: null };
      }
    },
  };
}

function readingOf({ entailment }: { readonly entailment: number }): Reading {
  if (entailment >= CLEAR) return { verdict: "supported", words: "" };
  return entailment <= 1 - CLEAR ? { verdict: "unsupported", words: "" } : UNSURE;
}
