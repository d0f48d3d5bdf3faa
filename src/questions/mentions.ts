import type { Scope } from "../domain.ts";
import { plainDigits } from "./dates/plain-digits.ts";

const ZH_MENTIONS: readonly RegExp[] = [
  /(?:提到过?|提及过?|提过|讲到?过?|谈到?过?|说到?过?|写到?过?|聊到?过?|涉及到?|包含|含有|关于|有关|介绍|报道过?|出现过?|是讲|在讲)(?:了|的是)?\s*(.+?)(?:(?:有关|相关)?的?(?:文章|推文|推送|报道|帖子|笔记|内容|篇|有(?:多少|几|哪)|是?(?:哪|什么)|各?有?(?:多少|几)篇|[,，]|一共|总共|共有|都有|$))/u,
  /(?:有|跟|和|与)\s*(.{1,200}?)\s*(?:有关|相关)的?(?:文章|推文|报道|内容)/u,
  /(?:文章|标题)(?:里|中)(?:出现|提到|有|含|包含)过?(?:了)?\s*(.+?)(?:$|的?有(?:多少|几)|的?(?:有|是)?哪)/u,
];
const EN_MENTION =
  /\b(?:mention(?:s|ed|ing)?|about|cover(?:s|ed|ing)?|discuss(?:es|ed|ing)?|containing|contains?|referenc(?:e|es|ed|ing)|related to|regarding|concerning|deal(?:s|ing)? with|on)\s+(.+?)(?=\s+(?:do (?:you|i|we) have|are there|have (?:you|i)|from|in|by|since|before|after|during|last|this|between|were|was|did|is there|published|written)\b|$)/i;
/** Words that say nothing about what is mentioned. */
const EMPTY =
  /^(?:什么|哪些|哪个|谁|多少|几|了|过|的|些|一下|文章|it|what|which|me|you|them|all|this|that|the|my|articles?|posts?)$/i;
const AND = /(?:(?<!\s)\s+)?(?:以及|和|与|跟|及|、|,|，|;|；|\band\b|&)\s*/iu;

/** Names and words that the articles are to hold, of a question about the collection; `scope` and dates are no such words. */
export function mentionsIn(question: string, scope: Scope, periods: readonly string[]): string[] {
  const quoted = [...question.matchAll(/"([^"]+)"|“([^“”]+)”|「([^「」]+)」|『([^『』]+)』/gu)].map(
    (match) => match.slice(1).find((one) => one !== undefined) ?? "",
  );
  if (quoted.length > 0) return distinct(quoted);
  const text = [...periods.map((period) => asWritten(period, question)), ...scope.accounts, ...scope.folders]
    .reduce(
      (rest, known) => (known === "" ? rest : rest.replaceAll(known, " ")),
      question.normalize("NFKC").replace(/(?<![?？!！。.\s])[?？!！。.\s]+$/u, ""),
    )
    .replace(/\s+/g, " ")
    .trim();
  const found = /\p{Script=Han}/u.test(question)
    ? (ZH_MENTIONS.map((pattern) => pattern.exec(text)?.[1]).find((one) => one !== undefined) ?? null)
    : (EN_MENTION.exec(text)?.[1] ?? null);
  return found === null ? [] : distinct(found.split(AND).flatMap(wordsOf));
}

/** A period in the person's own spelling: its numerals were read as digits. */
function asWritten(period: string, question: string): string {
  const text = question.normalize("NFKC");
  for (let start = 0; start < text.length; start += 1)
    for (let length = Math.max(1, period.length - 2); length <= period.length + 3; length += 1)
      if (plainDigits(text.slice(start, start + length)) === period) return text.slice(start, start + length);
  return period;
}

/** Latin words that follow one another are one name; "Cursor 估值" are two words. */
function wordsOf(piece: string): string[] {
  const bare = piece
    .replace(/^(?:the|a|an|了|过|到)\s+/i, "")
    .replace(/(?:这个?(?:词|名字|公司|产品)|公司|这家公司)$/u, "")
    .replace(/^(?:这个?|那个?)/u, "");
  return [
    ...bare.matchAll(
      /[\p{Script=Latin}\d][\p{Script=Latin}\d.+#'’_-]*(?:\s+[\p{Script=Latin}\d][\p{Script=Latin}\d.+#'’_-]*)*|[^\s\p{Script=Latin}\d]+(?:\d+)?/gu,
    ),
  ]
    .map(([word]) => word.replace(/^的|(?<=\p{Script=Han})的$|(?<![.'’_-])[.'’_-]+$/gu, "").trim())
    .filter((word) => word !== "" && !EMPTY.test(word));
}

const distinct = (words: readonly string[]): string[] => [
  ...new Set(words.map((word) => word.trim()).filter((word) => word !== "" && !EMPTY.test(word))),
];
