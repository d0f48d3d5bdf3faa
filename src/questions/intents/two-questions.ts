import { isSummary } from "./summary.ts";

const ASKS =
  /什么|啥|多少|几[个家年月天次人位种篇点]|哪|谁|为何|何[时地人种处]|几时|为什么|为啥|怎么|怎样|如何|是否|是不是|有没有|能不能|会不会|吗|呢|多[大长久高远快重]|\b(?:what|who|whom|whose|when|where|why|how|which|is|are|was|were|do|does|did|can|could|will|would|has|have|had|should)\b/i;
const TAG =
  /^(?:对吗|对吧|是吗|是吧|对不对|是不是|真的吗|真的|好吗|可以吗|行吗|有吗|right|really|isn't it|yes|no|correct|is that right|is it|okay|ok|please|你知道吗|知道吗|能告诉我吗|帮我看看|有人知道吗|any idea|any ideas|do you know|can you help|anyone)$/i;
const JOINT =
  /(?:[,，;；。]\s*|(?<!\s)\s+)(?:另外|还有|顺便(?:问一?下?|说一?下?)?|以及|此外|再(?:问|就是|告诉我|说说?)|同时|and also|also|and (?=(?:what|who|when|where|why|how|which|is|are|did|does|was|were)\b)|plus,? (?=(?:what|who|when|where|why|how|which)\b)|by the way,?)[,，:：]?\s*/i;
/** Both sides must ask with a word of their own: "多少钱，谁做的". */
const COMMA = /[，,、;；]\s*(?:and\s+)?/;
const ASKS_BY_WORD =
  /什么|多少|几[个家年月天次人位种点]|哪|谁|为何|何[时地人种处]|几时|为什么|为啥|怎么|怎样|如何|多[大长久高远快重]|啥|\b(?:what|who|whom|whose|when|where|why|how|which)\b/i;
const OPENS_BY_WORD =
  /^\s*(?:and |so |then )?(?:(?:in|at|on|by|for|from|to|with) )?(?:what|who|whom|whose|when|where|why|how|which)\b/i;
const NUMBERED = /(?:^|\s)(?:\d[.、)）]|[①②③]|第[一二三]个?[,，:：])\s*/;

/** The questions of a message that asks more than one; those that share a subject stay together. null for one. */
export function questionsIn(text: string): readonly string[] | null {
  const whole = text.trim();
  const clauses = whole.split(COMMA);
  // "多少钱，谁做的": the second has no subject of its own.
  if (clauses.length === 2 && clauses.every(asksItself) && !/[?？]./u.test(whole)) return clauses.map(trimmed);
  const marked = whole.split(/(?<=[?？])\s*/u).flatMap(jointed);
  const parts = marked
    .flatMap((part) => part.split(NUMBERED))
    .map(trimmed)
    .filter((part) => part !== "");
  const asking = parts.filter(isQuestion);
  return asking.length >= 2 ? asking : null;
}

function jointed(part: string): string[] {
  const pieces = part.split(JOINT);
  return pieces.length > 1 && pieces.every((piece) => isQuestion(trimmed(piece))) ? pieces : [part];
}

/** "According to what was posted, …" asks nothing: in English the word stands first. */
const asksItself = (clause: string): boolean =>
  /\p{Script=Han}/u.test(clause) ? ASKS_BY_WORD.test(clause) : OPENS_BY_WORD.test(clause);

const trimmed = (part: string): string => part.replace(/^[\s,，;；。.、]+/u, "").trim();

function isQuestion(part: string): boolean {
  const bare = part.replace(/(?<![?？!！。.\s])[?？!！。.\s]+$/u, "");
  return (
    bare.length >= 3 &&
    !TAG.test(bare) &&
    (ASKS.test(part) || isSummary(part) || /^[^比]*比.+(?:快|慢|贵|好|强|大|多|高)/.test(part))
  );
}
