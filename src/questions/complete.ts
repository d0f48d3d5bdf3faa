import type { Turn } from "../domain.ts";
import { insteadOf } from "./leaning.ts";

const LONGEST_CARRIED_CHARS = 80;
const LONGEST_SUBJECT_CHARS = 24;
const ASKS = /什么|怎么|怎样|为啥|如何|多少|谁|哪|几|吗|呢|[？?，,。]/u;
const NAME = /\p{Lu}[\p{L}\d]+(?:\s\p{Lu}[\p{L}\d]+)+|(?<!^)(?<![.?!]\s)\p{Lu}[\p{L}\d]+/u;
const CARRIES_ON = /^(?:(?:and|but|so|then|ok|okay)\b,?\s*|那么?(?=[^个些位款家篇次年天]))/iu;
const PARTICLES = /^[的了和与在是把给就都也这那\s]+|(?<![的了和与在是把给就都也\s])[的了和与在是把给就都也\s]+$/gu;
/** Times that a question may be about; which days they are is read elsewhere. */
const TIME =
  /(?:大?前天|昨天|今天|(?:(?<!上)上+|这|本|下)个?(?:周|星期|礼拜|月|季度)|[去今前明]年|(?:19|20)\d{2}年?(?:\d{1,2}月)?|\d{1,2}月)|\b(?:yesterday|today|(?:last|this|next) (?:week|month|quarter|year)|the (?:week|month|year) before(?: last)?|(?:19|20)\d{2})\b/iu;

/**
 * What a turn is about, in the words that its question shares with a title of what answered it; else the first name of
 * the question. null where it has neither.
 */
export function subjectOf({ read, claims }: Turn): string | null {
  const titles = new Set(claims.flatMap(({ citations }) => citations.map(({ article }) => article.title)));
  const parts = read.split(ASKS);
  const shared = [...titles]
    .flatMap((title) => parts.map((part) => longestShared(part, title).replace(PARTICLES, "")))
    .filter(isTelling)
    .sort((a, b) => tellingOf(b) - tellingOf(a) || read.indexOf(a) - read.indexOf(b));
  return shared[0]?.slice(0, LONGEST_SUBJECT_CHARS) ?? NAME.exec(read)?.[0] ?? null;
}

/** Two characters of Chinese, or a name in Latin letters. */
const isTelling = (words: string): boolean => /\p{Script=Han}.*\p{Script=Han}|\p{Lu}[\p{L}\d]/u.test(words);

const NAMED = 6;
const tellingOf = (words: string): number =>
  (words.match(/\p{Script=Han}/gu)?.length ?? 0) + (/\p{Lu}[\p{L}\d]/u.test(words) ? NAMED : 0);

/** How the subject is told to a person. */
export function shownSubject(turn: Turn): string {
  const subject = subjectOf(turn) ?? turn.read;
  return subject.length <= LONGEST_SUBJECT_CHARS
    ? subject
    : `${subject.slice(0, LONGEST_SUBJECT_CHARS).toWellFormed()}…`;
}

/**
 * The question with what it leaves unsaid, as the turn before has it. "深蓝航天呢？" asks the same of something else: where
 * that stands in what answered before (`isKnown`), it is a part of the same subject, else it takes its place.
 */
export function complete(text: string, previous: Turn, isKnown: (words: string) => boolean): string {
  const other = insteadOf(text);
  if (other === null) return `${previous.read.slice(-LONGEST_CARRIED_CHARS)} ${text}`;
  if (TIME.exec(other)?.[0] === other && TIME.test(previous.read)) return previous.read.replace(TIME, other);
  const subject = subjectOf(previous);
  if (subject === null || isPart(other) || isKnown(other)) return `${previous.read} ${other}`;
  return previous.read.replace(subject, other);
}

/** It points at a part of something rather than naming another thing. */
const isPart = (words: string): boolean => (/\p{Script=Han}/u.test(words) ? /[这那的\d]/u : /^\P{Lu}*$/u).test(words);

/** The same in few words, to be kept: a chain of questions would grow with each. */
export function readAs(text: string, completed: string, previous: Turn): string {
  if (insteadOf(text) !== null) return completed;
  return `${subjectOf(previous) ?? previous.read.slice(0, LONGEST_CARRIED_CHARS)} ${text.replace(CARRIES_ON, "")}`;
}

/** The longest run of characters of `a` that stands in `b`, blanks and case aside; no Latin word is cut. */
function longestShared(a: string, b: string): string {
  const left = [...a.matchAll(/\S/gu)];
  const right = [...b.toLowerCase().replace(/\s/gu, "")];
  let best = { start: 0, length: 0 };
  let before = new Array<number>(right.length + 1).fill(0);
  for (const [index, [character]] of left.entries()) {
    const row = right.map((other, column) => (other === character.toLowerCase() ? (before[column] ?? 0) + 1 : 0));
    for (const length of row) if (length > best.length) best = { start: index - length + 1, length };
    before = [0, ...row];
  }
  const from = left[best.start]?.index ?? 0;
  const last = left[best.start + best.length - 1];
  const to = last === undefined ? from : last.index + last[0].length;
  return wholeWords(a, from, to);
}

function wholeWords(text: string, from: number, to: number): string {
  const cut = /[\p{Script=Latin}\d]/u;
  let [start, end] = [from, to];
  while (start > 0 && start < end && cut.test(text[start] ?? "") && cut.test(text[start - 1] ?? "")) start++;
  while (end < text.length && start < end && cut.test(text[end - 1] ?? "") && cut.test(text[end] ?? "")) end--;
  return text.slice(start, end).trim();
}
