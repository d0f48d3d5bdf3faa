import type { PassageStore } from "../../src/ports.ts";
import { sourcesOf } from "../../tools/evaluation/claims/bases.ts";
import type { TestClaim } from "../../tools/evaluation/claims/claim.ts";
import { CLASSES } from "../../tools/evaluation/claims/classes.ts";
import { basesOf, makeClaims } from "../../tools/evaluation/claims/generate.ts";

const TRUTHS = ["spacing", "number format", "date format", "paraphrase"];
const MADE = 4_000;
/** Fewer than a reply may hold, so that none is left out for being too many. */
const LIES_IN_REPLY = 7;
const TRUTHS_IN_REPLY = 4;

export interface Sent {
  readonly text: string;
  readonly kind: "lie" | "truth";
}

/** An obedient model's mouth: it says true claims and lies of the given classes about whatever it is shown. */
export interface Liar {
  /** The reply to a prompt, and what of it is a lie. */
  reply(prompt: string): { readonly json: string; readonly sent: readonly Sent[] };
  readonly titles: readonly string[];
}

export function createLiar(store: PassageStore, lieClasses: readonly string[]): Liar {
  const sources = sourcesOf(store);
  const bases = basesOf(sources);
  const make = (names: readonly string[]) =>
    CLASSES.filter(({ name }) => names.includes(name)).flatMap((one) => [...makeClaims(one, bases, sources, MADE)]);
  // A true sentence under a forged key is a lie by its key alone: it must never be told under a good one as well.
  const lies = make(lieClasses).filter(({ forged, text }) => forged.length === 0 || !isForTruths(text));
  const truths = make(TRUTHS).filter(({ cited }) => cited.every(({ sentence }) => isForTruths(sentence.text)));
  return {
    titles: sources.map(({ card }) => card.title),
    reply(prompt) {
      const keys = keysOf(prompt);
      const told = truths.filter(fits(keys)).slice(0, TRUTHS_IN_REPLY);
      const fitting = lies
        .filter(fits(keys))
        .filter(({ text }) => told.every((true_) => !folded(true_.text).includes(folded(text))));
      const broken = lieClasses.flatMap((name) =>
        fitting.filter(({ row }) => row === name).slice(0, Math.ceil(LIES_IN_REPLY / lieClasses.length)),
      );
      // A lie first, so that nothing true has been shown when it comes, and lies between.
      const mixed = [...broken.slice(0, 2), ...told.slice(0, 2), ...broken.slice(2), ...told.slice(2)];
      const claims = mixed.map((claim) => ({ cites: [...citesOf(claim, keys), ...claim.forged], text: claim.text }));
      const sent = mixed.map((claim): Sent => ({ text: claim.text, kind: broken.includes(claim) ? "lie" : "truth" }));
      return { json: JSON.stringify({ claims, missing: "" }), sent };
    },
  };
}

/** What a person reads, without what rendering may change. */
export const folded = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s\p{P}]/gu, "")
    .toLowerCase();

const isForTruths = (sentence: string): boolean => folded(sentence).length % 2 === 0;

/** Sentence as the prompt shows it -> its key. */
function keysOf(prompt: string): ReadonlyMap<string, string> {
  return new Map(
    [...prompt.matchAll(/^\[([a-z\d]+\.\d+)\] (.+)$/gm)].map(([, key = "", text = ""]) => [folded(text), key]),
  );
}

const citesOf = ({ cited }: TestClaim, keys: ReadonlyMap<string, string>): string[] =>
  cited.map(({ sentence }) => keys.get(folded(sentence.text)) ?? "none");

const fits =
  (keys: ReadonlyMap<string, string>) =>
  (claim: TestClaim): boolean => {
    const about = claim.cited.length > 0 ? !citesOf(claim, keys).includes("none") : keys.has(folded(claim.text));
    return about && (claim.forged.length === 0 || ![...keys.values()].some((key) => claim.forged.includes(key)));
  };
