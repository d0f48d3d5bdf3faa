import type { Language } from "../domain.ts";

/**
 * How far the words of a question need the turn before. `leans`: they say nothing alone ("why?", "那他呢？"); `may`: a word
 * points back, though perhaps within the question; `open`: nothing tells; `alone`: they say that they begin anew.
 */
export type Leaning = "leans" | "may" | "open" | "alone";

const NEW_SUBJECT =
  /^(?:对了|另外|顺便问|换个话题|换个问题|by the way|btw|(?:a|another|new) (?:question|topic))(?![呢了])/iu;
const END = "[\\s?？。.!！~…]*$";

const CHINESE_BARE = new RegExp(
  `^(?:那|那么)?(?:(?:大概|大约|一共|总共)?(?:多少(?:钱|人|个|[美欧日]?元)?|多[大久长高远贵]|多长时间|几个人)|(?:是)?(?:什么时候|何时|哪一?[年天个家]|几月|谁|谁[做写投]的)|在?哪[里儿]?|怎么(?:做|用|办)(?:到)?|为什么|为啥|为何|怎么会|凭什么|然后|还有|后来|结果|具体|比如|例如|真的|是吗|什么意思|请?(?:再|多)?(?:举个?例子?|详细|具体|展开|接着|继续)(?:一点|一下)?(?:说|讲|谈|解释)*(?:一下)?)(?:呢|吗|的)?${END}`,
  "u",
);
/** Before a noun it points ("那个论文"), before anything else it only carries on ("那啥时候还能用？"). */
const CHINESE_CARRIES_ON = /^(?:那么|那(?![个些位款家篇次年天里儿边本场句段种条座一两二三四五六七八九十几\d]))/u;
const CHINESE_ASKS = /什么|啥|怎么|怎样|谁|多少|哪|几|吗|如何|是否|为何/u;
const CHINESE_PRONOUN = /(?<![其吉])[他她它](?![人乡国山妈])/u;
const CHINESE_THIS =
  /^(?:这|该|此)(?:[个家款位项种篇轮次]|公司|产品|模型)?(?:公司|产品|人|项目|文章|模型|论文|作者|创始人)?(?=[是有在为怎什多能会的，,])/u;
/** Further from the beginning its own sentence is likely to hold what it means. */
const PRONOUN_NEAR_CHARS = 6;
const SHORT_WORDS = 8;

const CARRY = "(?:and|but|so|then|ok|okay)";
const ENGLISH_BARE = new RegExp(
  `^(?:${CARRY},? )?(?:why|how|when|where|who|which one|(?:which|what) (?:year|day|month)|how (?:much|many|long|old|big|far|so)|at what (?:cost|price)|by whom|(?:from|to|for|with) (?:whom|what|where)|since when|really|and then|for example|such as|what else|anything else|go on|more|(?:tell|say|give|show) (?:me |us )?(?:more|an example|some examples)|examples?)(?: (?:exactly|so|bother|not|then|else))?${END}`,
  "iu",
);
const ENGLISH_CARRIES_ON = new RegExp(`^${CARRY}\\b`, "iu");
const ENGLISH_ASKS =
  /\b(?:what|what's|who|whom|whose|when|where|why|how|which|is|are|was|were|do|does|did|has|have|can|will|would|should)\b/iu;
const ENGLISH_PRONOUN =
  /\b(?:he|she|him|his|her|they|them|their|its|it(?! (?:is|was|be)? ?(?:possible|true|worth|likely|better)))\b|\b(?:this|that|these|those)(?=\s*[?.]|\s+(?:one|company|product|person|article)\b)/iu;
const NAME = /(?<!^)(?<![.?!:]\s)\b\p{Lu}[\p{L}\d]+/u;

export function leaningOf(text: string, language: Language): Leaning {
  if (NEW_SUBJECT.test(text)) return "alone";
  return insteadOf(text) !== null || isBare(text) ? "leans" : pointsBack(text, language);
}

function pointsBack(text: string, language: Language): Leaning {
  if (language === "zh") {
    if (CHINESE_CARRIES_ON.test(text) || CHINESE_THIS.test(text)) return "leans";
    const at = CHINESE_PRONOUN.exec(text)?.index;
    return at === undefined ? "open" : at <= PRONOUN_NEAR_CHARS ? "leans" : "may";
  }
  const pronoun = ENGLISH_PRONOUN.exec(text);
  if (pronoun === null) return "open";
  const isShort = text.split(/\s+/).length <= SHORT_WORDS;
  return isShort && !NAME.test(text.slice(0, pronoun.index)) ? "leans" : "may";
}

const isBare = (text: string): boolean => CHINESE_BARE.test(text) || ENGLISH_BARE.test(text);

const CHINESE_INSTEAD = new RegExp(`^(?:那么|那)?(.{1,24}?)呢${END}`, "u");
const ENGLISH_INSTEAD = new RegExp(`^(?:${CARRY},? )?(?:what|how) about (.+?)${END}`, "iu");
const ENGLISH_ELLIPSIS = new RegExp(`^(?:${CARRY}),? (.+?)${END}`, "iu");
const ELLIPSIS_WORDS = 5;

/** What the same is asked about instead: "深蓝航天呢？", "what about audio?", "And NeurIPS?"; null where something else is asked. */
export function insteadOf(text: string): string | null {
  const chinese = CHINESE_INSTEAD.exec(text)?.[1]?.trim();
  if (chinese !== undefined && chinese !== "" && !isBare(text))
    return CHINESE_ASKS.test(chinese) || CHINESE_PRONOUN.test(chinese) ? null : chinese;
  const about = ENGLISH_INSTEAD.exec(text)?.[1];
  if (about !== undefined) return ENGLISH_PRONOUN.test(about) ? null : about;
  const short = ENGLISH_CARRIES_ON.test(text) ? ENGLISH_ELLIPSIS.exec(text)?.[1] : undefined;
  if (short === undefined || ENGLISH_ASKS.test(short) || ENGLISH_PRONOUN.test(short) || isBare(text)) return null;
  return short.split(/\s+/).length <= ELLIPSIS_WORDS ? short : null;
}

/** Whether the question names something of its own, in Latin letters: such names are seen without a dictionary. */
export function namesItsOwn(text: string, language: Language, before: string): boolean {
  const names = text.match(language === "zh" ? /[A-Za-z][\w.+-]*/g : new RegExp(NAME.source, "gu")) ?? [];
  const known = before.toLowerCase();
  return names.some((name) => name.length > 1 && !known.includes(name.toLowerCase()));
}
