import type { Citation, DropReason } from "../domain.ts";
import { type Alignment, align } from "./align.ts";
import { checkBinding } from "./check-binding.ts";
import { checkDates } from "./check-dates.ts";
import { checkDesignations } from "./check-designations.ts";
import { checkFigures } from "./check-figures.ts";
import { checkLinks } from "./check-links.ts";
import { checkRates } from "./check-rates.ts";
import { type CheckContext, type Evidence, evidenceOf } from "./context.ts";
import { cueDoubt } from "./cues.ts";
import type { ReadText } from "./read-text.ts";
import { type Signals, scoreOf, share, signalsOf } from "./score.ts";
import { isVerbatim } from "./verbatim.ts";
import { WEIGHTS } from "./weights.ts";
import { nearness, type Word } from "./words.ts";

/** What the check says of a claim without a model, before anybody read it for meaning. */
export type Checked =
  | {
      readonly outcome: "verbatim" | "matches" | "compare";
      /** The cited sentences that it needs. */
      readonly citations: readonly Citation[];
      /** Of `compare`: what the check is not sure of. */
      readonly doubt: DropReason | null;
    }
  | {
      readonly outcome: "refuted";
      readonly reason: DropReason;
      /** The cited sentence that speaks of the claim best; null where it cites none that was shown. */
      readonly sentence: Citation | null;
    };

/** A claim is a sentence or two; what is longer is not compared word by word. */
const LONGEST_CLAIM = 1_000;
/** How much of what the sentences meet may be lost with one that is left out. */
const IDLE = 0.03;

/**
 * Holds a claim against the sentences that it cites, without a model. First what rules can prove wrong (the gate): figures
 * with units and signs, dates, links, names that stand nowhere. Then a graded score of how well the sentences meet its
 * words, and doubts by cue words. It cannot see who did what to whom, nor why.
 */
export function checkClaim(text: string, citations: readonly Citation[], context: CheckContext): Checked {
  if (text === "" || citations.length === 0) return { outcome: "refuted", reason: "no-citation", sentence: null };
  const whole = citations.find(({ sentence }) => isVerbatim(text, sentence));
  if (whole !== undefined) return { outcome: "verbatim", citations: [whole], doubt: null };
  if (text.length > LONGEST_CLAIM) return { outcome: "refuted", reason: "unsupported", sentence: citations[0] ?? null };
  const claim = context.read(text);
  const cited = citations.map((citation) => evidenceOf(citation, context));
  const { faults, doubts, alignment } = readAgainst(claim, cited, context);
  const [fault] = faults;
  if (fault !== undefined) return { outcome: "refuted", reason: fault, sentence: nearest(claim, cited, context) };
  const [doubt = null] = doubts();
  const needed = withoutIdle(claim, cited, share(alignment.met, alignment.words), doubt, context);
  const citationsNeeded = needed.map(({ citation }) => citation);
  return { outcome: doubt === null ? "matches" : "compare", citations: citationsNeeded, doubt };
}

/** All that the rules have against a claim: what the gate proves wrong and what is in doubt, to see which of them pays. */
export function objectionsTo(text: string, citations: readonly Citation[], context: CheckContext): DropReason[] {
  const cited = citations.map((citation) => evidenceOf(citation, context));
  const { faults, doubts } = readAgainst(context.read(text), cited, context);
  return [...faults, ...doubts()];
}

/** What the score sees, for the fit of its weights; null where the gate speaks first. */
export function signalsOfClaim(text: string, citations: readonly Citation[], context: CheckContext): Signals | null {
  const claim = context.read(text);
  const cited = citations.map((citation) => evidenceOf(citation, context));
  const { faults, alignment } = readAgainst(claim, cited, context);
  return faults.length > 0 ? null : signalsOf(alignment, isAcross(claim, cited));
}

interface Against {
  /** What is proven wrong. */
  readonly faults: readonly DropReason[];
  /** What is only in doubt; reckoned when asked for. */
  readonly doubts: () => readonly DropReason[];
  readonly alignment: Alignment;
}

function readAgainst(claim: ReadText, cited: readonly Evidence[], context: CheckContext): Against {
  const sentences = cited.map(({ sentence }) => sentence);
  const figures = checkFigures(claim, cited, context);
  const dates = checkDates(claim, cited);
  const proven = [...figures.proven, ...dates.proven];
  const alignment = align(claim, sentences, {
    known: knownWords(cited, context),
    isProven: ({ start, end }) => proven.some((span) => span.start < end && start < span.end),
    otherNames: context.otherNames,
  });
  const faults = [
    figures.fault,
    checkRates(claim, sentences),
    dates.fault,
    checkLinks(claim, sentences),
    isAcross(claim, cited) ? null : nowhere(alignment, context),
  ];
  return {
    faults: faults.filter((fault) => fault !== null),
    doubts: () => doubtsOf(claim, cited, alignment, context),
    alignment,
  };
}

function doubtsOf(
  claim: ReadText,
  cited: readonly Evidence[],
  alignment: Alignment,
  context: CheckContext,
): DropReason[] {
  const sentences = cited.map(({ sentence }) => sentence);
  const signals = signalsOf(alignment, isAcross(claim, cited));
  const leastClause = WEIGHTS.leastClause[signals.across === 1 ? "across" : "within"];
  const isClear = scoreOf(signals) >= WEIGHTS.leastScore && signals.weakestClause >= leastClause;
  const doubts = [
    checkDesignations(claim, cited, context.question),
    cueDoubt(claim, sentences, (word, others) => meetIn(word, others, context)),
    checkBinding(claim, sentences, signals.bestTwo >= SAME_WORDS),
    isClear ? null : ("unsupported" as const),
  ];
  return doubts.filter((doubt) => doubt !== null);
}

/** From this share on a claim has the words of its sentences. */
const SAME_WORDS = 0.95;

const isAcross = ({ language }: ReadText, cited: readonly Evidence[]): boolean =>
  cited.every(({ sentence }) => sentence.language !== language);

/** Words of the question, the titles and the headings. */
function knownWords(cited: readonly Evidence[], { question }: CheckContext): Set<string> {
  const around = cited.flatMap(({ title, heading }) => [title, ...(heading === null ? [] : [heading])]);
  return new Set([question, ...around].flatMap(({ words }) => words.map(({ stem }) => stem)));
}

/** Below this a name is met by no word of the sentences. */
const MET_NAME = 0.5;

/** A name that nothing of what was shown to the model holds. Across languages it may be told in more ways than the check knows. */
function nowhere({ words, met }: Alignment, { shown }: CheckContext): "name" | null {
  const lower = shown.toLowerCase();
  const isInvented = (word: Word, index: number) =>
    word.isName && !word.isHan && (met[index] ?? 0) < MET_NAME && !isShown(word.text, lower, shown);
  return words.some(isInvented) ? "name" : null;
}

/** As it is written, by its stem (Korean, Korea), or as the initials of words with capitals (CDC). */
function isShown(name: string, lower: string, shown: string): boolean {
  if (lower.includes(name.length > 5 ? name.slice(0, -2) : name)) return true;
  const spelled = [...name].map((letter) => `${letter.toUpperCase()}[\\p{L}'’-]*`).join("[ -](?:(?:of|the|for|and) )?");
  return /^\p{L}{2,6}$/u.test(name) && new RegExp(spelled, "u").test(shown);
}

/** How well a word is met among others, 0-1. */
function meetIn(word: Word, others: readonly Word[], { otherNames }: CheckContext): number {
  return others.reduce((best, other) => {
    if (other.stem === word.stem || other.text.includes(word.text)) return 1;
    if (word.isName && otherNames(word.text).includes(other.text)) return 1;
    return Math.max(best, nearness(word, other));
  }, 0);
}

/** One after another, the cited sentences without which the claim is met as well and nothing more speaks against it. */
function withoutIdle(
  claim: ReadText,
  cited: readonly Evidence[],
  met: number,
  doubt: DropReason | null,
  context: CheckContext,
): readonly Evidence[] {
  return cited.reduce<readonly Evidence[]>((kept, evidence) => {
    const rest = kept.filter((other) => other !== evidence);
    if (rest.length === 0) return kept;
    const { faults, doubts, alignment } = readAgainst(claim, rest, context);
    const isIdle = faults.length === 0 && share(alignment.met, alignment.words) >= met - IDLE;
    return isIdle && (doubt !== null || doubts().length === 0) ? rest : kept;
  }, cited);
}

function nearest(claim: ReadText, cited: readonly Evidence[], context: CheckContext): Citation | null {
  const shares = cited.map((evidence) => {
    const { alignment } = readAgainst(claim, [evidence], context);
    return share(alignment.met, alignment.words);
  });
  return cited[shares.indexOf(Math.max(...shares))]?.citation ?? null;
}
