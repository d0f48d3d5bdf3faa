import type { CheckContext } from "../checking/context.ts";
import type { Citation, Claim, DroppedClaim, DropReason, JudgeEnding, Judging, Mark, Tokens } from "../domain.ts";
import { sumTokens } from "../models/tokens.ts";
import { withoutBullet } from "../text/without-bullet.ts";
import { type Attribution, attribute } from "./attribute.ts";
import type { Judge } from "./judge.ts";
import type { KeyTable } from "./keys.ts";
import type { ModelClaim } from "./model-claim.ts";
import type { Reading } from "./parse-verdicts.ts";
import type { FailedClaim } from "./repair.ts";
import { settleCites } from "./settle-cites.ts";

export interface ReplyOptions {
  /** Called with all claims that may be shown so far, each time they change. A claim that the judge refutes later is removed again. */
  readonly onClaims?: ((claims: readonly Claim[]) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Reads the claims that passed the check. Without it, no claim gets more than `matches`. */
  readonly judge?: Judge | undefined;
  /** Whether this sentence may stand in place of a refuted claim that cites it. */
  readonly speaksToQuestion: (citation: Citation) => boolean;
  /** Compares a claim with its sentences; replaced in tests. */
  readonly check?: typeof attribute | undefined;
}

const MAX_CLAIMS = 12;
/** After one of these, a reply does not wait for the judge again. */
const GIVEN_UP: readonly JudgeEnding[] = ["failed", "slow"];

/** One claim of a reply, with what is known about it so far. */
interface Place {
  written: ModelClaim;
  found: Attribution;
  reading: Reading | null;
  isRepaired: boolean;
}

/** The claims of a reply, each in the place where it was written. */
export class CheckedClaims {
  readonly #places: Place[] = [];
  readonly #keys: KeyTable;
  readonly #context: CheckContext;
  readonly #options: ReplyOptions;
  readonly #check: typeof attribute;
  readonly #calls: JudgeEnding[] = [];
  #seen = "[]";
  /** Tokens of the judge so far; null if the server did not report them. */
  judgeTokens: Tokens | null = null;

  constructor(keys: KeyTable, context: CheckContext, options: ReplyOptions) {
    this.#keys = keys;
    this.#context = context;
    this.#options = options;
    this.#check = options.check ?? attribute;
  }

  add(fresh: readonly ModelClaim[]): void {
    for (const written of fresh.map((each) => settleCites(each, this.#keys))) {
      if (this.#places.length >= MAX_CLAIMS || this.#isSaid(written)) continue;
      const found = this.#check(written, this.#keys, this.#context);
      this.#places.push({ written, found, reading: null, isRepaired: false });
    }
    if (fresh.length > 0) this.#show();
  }

  /** Rewritten claims replace those that failed: one that cites the same sentence if possible, otherwise the first. */
  repair(fresh: readonly ModelClaim[]): void {
    for (const written of fresh.map((each) => settleCites(each, this.#keys))) {
      const open = this.#places.filter((place) => isRefuted(place) && !place.isRepaired);
      const place = open.find(({ written: { cites } }) => cites.some((key) => written.cites.includes(key))) ?? open[0];
      if (place === undefined || this.#isSaid(written)) continue;
      place.isRepaired = true;
      const found = this.#check(written, this.#keys, this.#context);
      if (found.outcome === "refuted") continue;
      const { startsParagraph } = place.written;
      place.written = startsParagraph === undefined ? written : { ...written, startsParagraph };
      place.found = found;
      place.reading = null;
    }
    if (fresh.length > 0) this.#show();
  }

  /** Makes one call for all claims that the judge has not read yet. Never throws. */
  async judge(): Promise<void> {
    const { judge, signal } = this.#options;
    const unread = this.#places.filter((place) => needsJudge(place) && place.reading === null && !isRefuted(place));
    if (judge === undefined || unread.length === 0 || this.#isStopped()) return;
    if (this.#calls.some((ending) => GIVEN_UP.includes(ending))) return;
    const claims = unread.flatMap((place) => claimOf(place) ?? []);
    const { readings, ending, usage } = await judge.read(claims, this.#context.passages, signal);
    if (this.#isStopped()) return;
    this.#calls.push(ending);
    this.judgeTokens = sumTokens(this.judgeTokens, usage);
    for (const [index, place] of unread.entries()) place.reading = readings[index] ?? null;
    this.#show();
  }

  get failed(): readonly FailedClaim[] {
    return this.#places.filter(isRefuted).map((place) => ({
      claim: place.written,
      reason: reasonOf(place),
      words: place.reading?.words ?? "",
    }));
  }

  /** The claims that may be shown so far. */
  get claims(): readonly Claim[] {
    return inParagraphs(this.#places.map((place) => ({ place, claim: claimOf(place) })));
  }

  get judging(): Judging | undefined {
    const { judge } = this.#options;
    if (judge === undefined) return undefined;
    const unsure = this.#places.filter(
      (place) => needsJudge(place) && !isRefuted(place) && place.reading?.verdict !== "supported",
    );
    return { by: judge.name, calls: [...this.#calls], unsure: unsure.length };
  }

  /** At the end, a claim that stays refuted is replaced by its sentence, if that is about the question and not said already. */
  settle(): {
    readonly claims: readonly Claim[];
    readonly dropped: readonly DroppedClaim[];
    readonly repaired: number;
  } {
    const said = new Set(this.claims.flatMap(textsOf));
    const shown = this.#places.map((place) => {
      const claim = claimOf(place) ?? this.#sentenceFor(place, said);
      if (claim !== null) said.add(claim.text);
      return { place, claim };
    });
    return {
      claims: inParagraphs(shown),
      dropped: shown.flatMap(({ place, claim }) => (claim === null ? [droppedOf(place)] : [])),
      repaired: this.#places.filter((place) => place.isRepaired && !isRefuted(place)).length,
    };
  }

  #sentenceFor(place: Place, said: ReadonlySet<string>): Claim | null {
    const citation = candidates(place.found).find(this.#options.speaksToQuestion);
    if (citation === undefined) return null;
    const text = withoutBullet(citation.sentence.text);
    if (said.has(text)) return null;
    return { text, citations: [citation], mark: "sentence", inPlaceOf: droppedOf(place) };
  }

  #isStopped(): boolean {
    return this.#options.signal?.aborted === true;
  }

  #isSaid({ text }: ModelClaim): boolean {
    return this.#places.some((place) => place.written.text === text && (!isRefuted(place) || !place.isRepaired));
  }

  #show(): void {
    const { claims } = this;
    // A mark that comes later does not change what the preview shows.
    const seen = JSON.stringify(claims.map(textsOf));
    if (seen === this.#seen) return;
    this.#seen = seen;
    this.#options.onClaims?.(claims);
  }
}

const needsJudge = ({ found }: Place): boolean => found.outcome === "matches" || found.outcome === "compare";

const isRefuted = ({ found, reading }: Place): boolean =>
  found.outcome === "refuted" || reading?.verdict === "unsupported";

function claimOf(place: Place): Claim | null {
  const { written, found } = place;
  if (found.outcome === "refuted" || isRefuted(place)) return null;
  return { text: written.text, citations: found.citations, mark: markOf(found.outcome, place.reading) };
}

/** A judge can raise `matches` to `checked`; a claim in doubt stays next to its sentence. */
function markOf(outcome: "verbatim" | "matches" | "compare", reading: Reading | null): Mark {
  return outcome === "matches" && reading?.verdict === "supported" ? "checked" : outcome;
}

function reasonOf({ found }: Place): DropReason {
  return found.outcome === "refuted" ? found.reason : "judged";
}

function droppedOf(place: Place): DroppedClaim {
  return { text: place.written.text, reason: reasonOf(place) };
}

/** Sentences that may replace a refuted claim, the nearest first. */
function candidates(found: Attribution): readonly Citation[] {
  if (found.outcome !== "refuted") return found.citations;
  return found.sentence === null ? [] : [found.sentence];
}

/** The sentence below a claim in doubt counts as said too. */
function textsOf({ text, mark, citations }: Claim): string[] {
  return [text, ...(mark === "compare" ? citations.map(({ sentence }) => withoutBullet(sentence.text)) : [])];
}

/** A paragraph starts with its first claim that is shown. */
function inParagraphs(shown: readonly { readonly place: Place; readonly claim: Claim | null }[]): readonly Claim[] {
  let begins = false;
  return shown.flatMap(({ place, claim }) => {
    begins ||= place.written.startsParagraph === true;
    if (claim === null) return [];
    const one = begins ? { ...claim, startsParagraph: true } : claim;
    begins = false;
    return [one];
  });
}
