import type { Claim, DirectSpan, Language, Question } from "../domain.ts";
import { type Analysed, analyse } from "../language/analysed.ts";
import { type Unit, unitOf } from "../language/units.ts";
import { type Query, type QueryDeps, readQuery } from "../retrieval/query.ts";
import { type AskedType, askedType } from "../text/asked-value.ts";
import { nameAtVerb } from "./name-at-verb.ts";
import { nameInPlace } from "./name-in-place.ts";
import { tableCell } from "./table-cell.ts";

interface Candidate extends DirectSpan {
  readonly score: number;
}

interface Slot {
  readonly start: number;
  readonly end: number;
}

const SENTENCES_READ = 3;
/** How much a later sentence has to be better. */
const RANK_PENALTY = 0.15;
const UNIT_BONUS = 0.3;
/** Score by which the best candidate has to lead: of the spans shown then, nine in ten are right (docs/EVALUATION.md). */
const LEAST_LEAD = 0.2;
/** One span cannot answer for two. */
const ASKS_FOR_SEVERAL = /分别|各自?[是有为]|\brespectively\b|\beach\b/iu;
/** Kinds of unit that answer each kind of question. Counts are left out, except for COUNTED, because they were wrong too often. */
const ANSWERING: Readonly<Record<Exclude<AskedType, "when" | "how-many">, readonly Unit["kind"][]>> = {
  money: ["currency"],
  share: ["share", "points"],
  duration: ["duration"],
};
/** The noun that a Chinese question counts, behind a measure word or not. */
const COUNTED =
  /(?:多少|几)(?:个|名|位|种|座|条|部|家|所|颗|只|台|张|篇|款|支|项|枚|辆|间|户|对|套|件|场|万|亿)*(\p{Script=Han}{2})/u;
/** How far after its figure the counted noun may be. */
const NOUN_REACH_CHARS = 6;
const LINK = /(?:https?:\/\/|www\.)[^\s\p{Script=Han}，。；！？（）]+/giu;
/** "之一" and the "一个" behind it are no number together. */
const DOUBLED = /^([一二三四五六七八九])\1/u;
const REACH_CHARS: Readonly<Record<Language, number>> = { zh: 14, en: 50 };

/**
 * What the question asks for, from the sentences that are shown: a date or figure near its words, or the name in the place
 * of its "who" or "where". null where it asks for none, where two would do, and across languages, where no words tell which
 * one is meant.
 */
export function directSpan(question: Question, claims: readonly Claim[], deps: QueryDeps): DirectSpan | null {
  if (ASKS_FOR_SEVERAL.test(question.text)) return null;
  const cell = tableCell(question.text, claims);
  if (cell !== null) return cell;
  const type = askedType(question.text);
  const asked = analyse(question.text);
  const read = claims.slice(0, SENTENCES_READ);
  return type === null ? directName(asked, read) : directValue(type, asked, read, readQuery(question, deps));
}

function directName(asked: Analysed, claims: readonly Claim[]): DirectSpan | null {
  const nameIn = asked.language === "zh" ? nameInPlace : nameAtVerb;
  const [best] = claims
    .flatMap(({ text, citations: [citation] }) => {
      const name = nameIn(asked.text, analyse(text).text);
      return name === null || citation === undefined || !text.includes(name.text) ? [] : [{ ...name, citation }];
    })
    .sort((a, b) => b.agreement - a.agreement);
  return best === undefined ? null : { text: best.text, citation: best.citation };
}

function directValue(type: AskedType, asked: Analysed, claims: readonly Claim[], query: Query): DirectSpan | null {
  const candidates = claims.flatMap((claim, rank) => candidatesIn(claim, rank, type, asked, query));
  const [best, second] = candidates.sort((a, b) => b.score - a.score);
  if (best === undefined || best.score - (second?.score ?? 0) < LEAST_LEAD) return null;
  return { text: best.text, citation: best.citation };
}

function candidatesIn(claim: Claim, rank: number, type: AskedType, asked: Analysed, query: Query): Candidate[] {
  const [citation] = claim.citations;
  if (citation === undefined) return [];
  const sentence = analyse(claim.text.replace(LINK, (link) => " ".repeat(link.length)));
  if (sentence.language !== asked.language) return [];
  return slotsOf(type, sentence, asked).flatMap((slot) => {
    const text = sentence.text.slice(slot.start, slot.end).trim();
    if (!claim.text.includes(text) || asked.text.includes(text)) return [];
    const score = nearness(slot, sentence, query) + unitFits(text, asked) - RANK_PENALTY * rank;
    return [{ text, citation, score }];
  });
}

function slotsOf(type: AskedType, sentence: Analysed, asked: Analysed): readonly Slot[] {
  if (type === "when") return sentence.dates.filter(isAbsolute);
  const plain = sentence.figures.filter(({ start }) => !DOUBLED.test(sentence.text.slice(start)));
  const noun = COUNTED.exec(asked.text)?.[1];
  if (type === "how-many")
    return noun === undefined ? [] : plain.filter((figure) => counts(noun, figure, sentence.text));
  return plain.filter(({ unit }) => unit !== null && unit !== undefined && ANSWERING[type].includes(unit.kind));
}

function counts(noun: string, { start, end }: Slot, text: string): boolean {
  return text[start - 1] !== "第" && text[start] !== "第" && text.slice(end, end + NOUN_REACH_CHARS).includes(noun);
}

/** "Yesterday" alone is no answer for somebody who does not see the article's date. */
function isAbsolute({ relative }: Analysed["dates"][number]): boolean {
  return relative === undefined;
}

/** Share of the question's weighted words that stand near, the nearer the more. */
function nearness(slot: Slot, { text, language }: Analysed, { weights }: Query): number {
  const reach = REACH_CHARS[language];
  const lower = text.toLowerCase();
  let near = 0;
  let all = 0;
  for (const [term, weight] of weights) {
    all += weight;
    const distance = distanceTo(term, slot, lower);
    if (distance !== null) near += weight / (1 + distance / reach);
  }
  return all === 0 ? 0 : near / all;
}

function distanceTo(term: string, { start, end }: Slot, text: string): number | null {
  let best: number | null = null;
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + 1)) {
    const distance = at >= end ? at - end : Math.max(0, start - at - term.length);
    best = Math.min(best ?? distance, distance);
  }
  return best;
}

function unitFits(text: string, asked: Analysed): number {
  const unit = /(?:多少|几|how many|how much)\s*(\S{1,12})/iu.exec(asked.text)?.[1] ?? "";
  const word = text.replace(/^[\d.,\s%一二两三四五六七八九十百千万亿]+/u, "");
  if (word === "" || unit === "") return 0;
  return unit.startsWith(word) || (unitOf(word) !== null && unitOf(word) === unitOf(unit)) ? UNIT_BONUS : 0;
}
