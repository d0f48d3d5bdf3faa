import type { Change } from "../../domain.ts";

const POINT = "(?:第?(?<point>[一二三四五六七八九十\\d]{1,2})[点条个项])";
const PLEASE =
  "^(?:请|麻烦|能不能|能否|可以|可不可以|你能|帮我|给我|再|那|就|把(?:它|这个|上面的?|刚才的?|你的)?(?:回答|答案|内容|结果)?|将|上面的?|刚才的?|这个|你的)*(?:回答|答案|内容|结果)?";
const LANGUAGE_ZH =
  "(?<language>英文|英语|中文|汉语|汉语|简体中文|繁体中文|繁体|日文|日语|法语|德语|韩语|西班牙语|俄语)";
const END = "(?:吗|吧|呢|一下|下|啊|么|谢谢|好吗|可以吗|行吗|给我|回答|说|写|说一遍|写一遍|再说一遍|再说一次|版|的)*$";

const FORMS: readonly (readonly [RegExp, (groups: Readonly<Record<string, string | undefined>>) => Change])[] = [
  [
    new RegExp(
      `${PLEASE}(?:更|说|讲|写|回答|得|太长了|有点长|长了)*[,，]?(?:说|写|讲|回答)?(?:得|的)?(?:更|再)?(?:短|简短|精简|简洁|简练|精炼|简要|浓缩|缩短|压缩|缩减|简略)(?:一?[点些下]儿?|成.{1,6}|到.{1,8}|版)?${END}`,
    ),
    () => ({ kind: "shorter" }),
  ],
  [
    /^(?:太长了?|有点长|长话短说|(?:用|请用)?一句话(?:概括|总结|说|说完|讲完|回答|说清楚)?(?:一下|就行|就好)?|只?(?:说|讲|要)(?:重点|结论|要点)(?:就好|就行)?|(?:总结|概括|浓缩|压缩|归纳)(?:一下)?成?(?:为)?[一二三两3-5\d]?(?:句话|点|条)?)$/,
    () => ({ kind: "shorter" }),
  ],
  [
    new RegExp(
      `${PLEASE}(?:说|讲|写|解释|展开|回答)?(?:得|的)?(?:更|再|多)?(?:详细|具体|详尽|深入|细致|细|长)(?:一?[点些下]儿?|地)?(?:说说|讲讲|说|讲|解释|展开|介绍)?${END}`,
    ),
    () => ({ kind: "longer" }),
  ],
  [
    /^(?:再|请|能)?(?:多|展开)(?:说|讲|写|解释)?(?:一?[点些下]|几句|说说|讲讲|一下)?(?:吧|吗|看看)?$|^(?:再)?展开(?:说说|讲讲|说|讲|一下|说一下|讲一下)?$/,
    () => ({ kind: "longer" }),
  ],
  [
    /^(?:再|请|能不能|可以)?(?:说|讲|写)?(?:得)?(?:更)?(?:通俗|简单|直白|易懂|口语|白话)(?:易懂)?(?:化)?(?:一?[点些])?(?:说|讲|解释)?(?:吗|吧)?$|^(?:说|讲)人话$/,
    () => ({ kind: "simpler" }),
  ],
  [
    new RegExp(`${PLEASE}(?:翻译?|译|转换?|改写?|换|说|写|变)?(?:成|为|到|作)${LANGUAGE_ZH}${END}`),
    ({ language }) => ({ kind: "translate", to: languageNamed(language) }),
  ],
  [
    new RegExp(`${PLEASE}(?:改)?用${LANGUAGE_ZH}(?:再|来|重新)?(?:回答|说|写|讲|答|复述|表达|总结|概括|翻译)?${END}`),
    ({ language }) => ({ kind: "translate", to: languageNamed(language) }),
  ],
  [
    new RegExp(
      `^(?:来个?|要|给我)?${LANGUAGE_ZH}(?:版|版本|呢)(?:的)?(?:呢|吧|吗)?$|^(?:翻译|译)(?:一下|下)?(?:成(?:英文|中文))?$`,
    ),
    ({ language }) => ({ kind: "translate", to: languageNamed(language) }),
  ],
  [
    new RegExp(
      `${PLEASE}(?:用|以|改|换|做|列|整理|画|转|变|弄|排|放|写|输出)(?:成|为|个|一个|一张|进)*(?:表|表格|对比表|markdown表格)(?:的?形式|里|格式)?(?:来|给我)?(?:列出来?|展示|呈现|回答|说|对比|整理|显示|列一下)?${END}`,
      "i",
    ),
    () => ({ kind: "table" }),
  ],
  [
    new RegExp(
      `${PLEASE}(?:用|以|改|换|做|列|整理|转|变|弄|写|分|输出)(?:成|为|个|一个|几)*(?:列表|清单|要点|条目|条列|分点|点|几点|提纲|大纲)(?:的?形式|格式)?(?:来|给我)?(?:列出来?|展示|呈现|回答|说|列一下)?${END}`,
    ),
    () => ({ kind: "list" }),
  ],
  [/^(?:请)?(?:分点|分条|逐条)(?:列出?(?:来)?|说明?|回答|整理)?(?:一下)?$/, () => ({ kind: "list" })],
  [
    /^(?:换(?:个|一个|一种)(?:说法|方式|表述)(?:说|再说一遍|说说|解释)?|重(?:新)?(?:写|说|组织|回答|答)(?:一[遍下次])?|再(?:说|答|讲)一[遍次])(?:吧|吗)?$/,
    () => ({ kind: "again" }),
  ],
  [
    new RegExp(
      `^(?:请|能不能|那|把|你)*${POINT}(?:再|能|可以|请|能不能|可不可以)*(?:展开|详细|具体|细|多|仔细|再讲|再说|解释|讲|说)(?:地|点|些|一下|来)*(?:说说|讲讲|说|讲|解释|展开|一下|介绍|讲讲看|聊聊|说一下|讲一下)?${END}`,
    ),
    ({ point }) => ({ kind: "expand", point: pointNamed(point) }),
  ],
  [
    new RegExp(
      `^(?:请|能不能|那|帮我|再|把)*(?:展开|详细|具体|解释|说说|讲讲|再讲|再说|细说|多讲|多说)(?:说|讲|解释|一下|地|点|下|讲解)*${POINT}${END}`,
    ),
    ({ point }) => ({ kind: "expand", point: pointNamed(point) }),
  ],
];

const IT =
  "(?: it| that| this| them| the (?:answer|reply|response|above|last (?:answer|one)|whole thing)| your (?:answer|reply|response)| everything| the (?:points|list))?";
const PLEASE_EN = "^(?:please |can you |could you |now |ok,? |would you |and |but )*(?:please )?";
const END_EN = "(?:,? please|,? thanks|,? instead|,? for me|,? now| again| more| a bit| a little)*$";
const LANGUAGE_EN =
  "(?<language>english|chinese|mandarin|simplified chinese|traditional chinese|japanese|french|german|spanish|korean|russian)";
const NTH =
  "(?:(?:the )?(?<nth>first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)(?: (?:point|one|item|bullet|claim|part))?|(?:point|number|item|bullet|part|no\\.?|#) ?(?<number>\\d{1,2}|one|two|three|four|five))";

const EN_FORMS: readonly (readonly [RegExp, (groups: Readonly<Record<string, string | undefined>>) => Change])[] = [
  [
    new RegExp(
      `${PLEASE_EN}(?:make|keep|say|put|give|write)?(?: me)?${IT}(?: an?)?(?: (?:much|a bit|a little|even|bit))?\\s?(?:shorter|briefer|more concise|more brief|brief|concise|short)(?: version| answer| one)?${END_EN}`,
    ),
    () => ({ kind: "shorter" }),
  ],
  [
    new RegExp(`${PLEASE_EN}(?:shorten|condense|compress|trim|cut|tighten)${IT}(?: down)?(?: to .{1,20})?${END_EN}`),
    () => ({ kind: "shorter" }),
  ],
  [
    /^(?:too long|tl;?dr(?: version)?(?: please)?|in (?:one|a single|two|three|a few|\d) (?:sentences?|words|lines?)(?: please)?|(?:sum|summari[sz]e|boil)(?: it| that| this)? (?:up|down)?(?: ?(?:in|to) (?:one|a|two|three|\d) (?:sentences?|lines?|points?))|just the (?:main|key) points?|(?:say|put) (?:it|that) in (?:one|a single|two) sentences?)$/,
    () => ({ kind: "shorter" }),
  ],
  [
    new RegExp(
      `${PLEASE_EN}(?:make|say|give|write|go|tell|add|explain)?(?: me)?${IT}(?: in| into| a| a bit| a little| some)*\\s?(?:longer|more details?|in more details?|more detailed|greater detail|in depth|deeper|more depth)(?: version| answer)?${END_EN}`,
    ),
    () => ({ kind: "longer" }),
  ],
  [
    new RegExp(
      `${PLEASE_EN}(?:elaborate|expand|go on|tell me more|say more|more please|explain further|explain more)(?: on)?${IT}${END_EN}`,
    ),
    () => ({ kind: "longer" }),
  ],
  [
    new RegExp(
      `${PLEASE_EN}(?:make|say|put|explain|rewrite)?${IT}(?: in)?\\s?(?:simpler(?: terms| words| language)?|simple (?:terms|words|language)|plain (?:english|words|language)|(?:easier|easy) to (?:understand|read)|like i'?m (?:five|5)|more simply)${END_EN}`,
    ),
    () => ({ kind: "simpler" }),
  ],
  [new RegExp(`${PLEASE_EN}(?:simplify)${IT}${END_EN}`), () => ({ kind: "simpler" })],
  [
    new RegExp(
      `${PLEASE_EN}(?:translate|say|put|write|give|repeat|answer|rewrite|do|show|switch|convert)(?: me)?${IT}(?: in| into| to)+ ${LANGUAGE_EN}${END_EN}`,
    ),
    ({ language }) => ({ kind: "translate", to: languageNamed(language) }),
  ],
  [
    new RegExp(
      `^(?:now |and |ok )?(?:the same )?(?:in|into|to) ${LANGUAGE_EN}${END_EN}|^(?:the )?${LANGUAGE_EN.replace("language", "language2")} version${END_EN}`,
    ),
    ({ language, language2 }) => ({ kind: "translate", to: languageNamed(language ?? language2) }),
  ],
  [new RegExp(`${PLEASE_EN}translate${IT}${END_EN}`), () => ({ kind: "translate", to: "other" })],
  [
    new RegExp(
      `${PLEASE_EN}(?:make|put|show|give|format|turn|present|write|convert|arrange|do|display|render|lay)?(?: me)?${IT}(?: out)?(?:\\s?\\b(?:as|in|into|me)\\b)*(?: an?)?\\s?(?:markdown )?(?:table|tabular form|spreadsheet|chart)(?: form(?:at)?)?${END_EN}`,
    ),
    () => ({ kind: "table" }),
  ],
  [
    new RegExp(
      `${PLEASE_EN}(?:make|put|show|give|format|turn|present|write|convert|do|break)?(?: me)?${IT}(?: down)?(?:\\s?\\b(?:as|in|into|with)\\b)*(?: an?)?\\s?(?:(?:bulleted |numbered |bullet )?list|bullet points?|bullets|outline)(?: form(?:at)?)?${END_EN}`,
    ),
    () => ({ kind: "list" }),
  ],
  [
    new RegExp(
      `${PLEASE_EN}(?:rephrase|reword|rewrite|paraphrase|redo|repeat)${IT}(?: differently| in other words| another way)?${END_EN}|^(?:say|put) (?:it|that) (?:differently|again|another way|in other words)${END_EN}`,
    ),
    () => ({ kind: "again" }),
  ],
  [
    new RegExp(
      `${PLEASE_EN}(?:expand|elaborate|tell me more|say more|more|go deeper|explain|go into|give me more|more detail|more details)(?: on| about| in| into| detail| more)* ${NTH}(?: (?:in more detail|further|more|a bit more|in detail))?${END_EN}`,
    ),
    ({ nth, number }) => ({ kind: "expand", point: pointNamed(nth ?? number) }),
  ],
];

/** An order about "what you just said", in whatever words. */
const ABOUT_ANSWER: readonly (readonly [RegExp, Change["kind"] & ("shorter" | "again" | "list")])[] = [
  [
    /^(?:请|帮我|麻烦)?(?:用|只用)?[一两三几\d](?:句话|个词|行|百字|十个?字)(?:以内)?(?:概括|总结|说|讲|归纳|复述)(?:一下)?(?:你|刚才|上面|它|这个|以上)(?:刚才|上面|前面)?(?:说|讲|回答|的)*(?:内容|话|回答|答案)?$/,
    "shorter",
  ],
  [
    /^(?:请|帮我|麻烦)?(?:把|将)(?:你)?(?:刚才|上面|上述|前面|以上|上一条|这个回答|这段|你的回答|答案|回答)(?:的|那个|那段|说的|这些)*.{0,24}$/,
    "again",
  ],
  [
    /^(?:请|帮我)?(?:去掉|删掉|去除|删除|别要|不要|省略|略去|别带|不用|只要|只留|只保留|保留)(?:那些|这些|里面的?|其中的?|那个|所有的?|后面的?|前面的?)*(?:链接|引用|来源|出处|脚注|括号|数字|数据|日期|人名|例子|废话|标题|结论|编号|符号|表情|背景|细节|英文|第.点|部分).{0,6}$/,
    "again",
  ],
  [
    /^(?:请)?用(?:.{1,8})(?:能|也能|都能|听得|看得)(?:听|看|理解)?(?:懂|明白)的?(?:话|语言|方式|说法)?(?:说|讲|解释|写|再说|表达)*(?:一遍|一下)?$/,
    "again",
  ],
  [
    /^(?:按|按照|依)(?:时间|日期|先后|重要性|金额|大小|公司|字母)(?:顺序|先后)?(?:排|排列|排序|整理|重排|列)(?:一下|好|出来|序)*$/,
    "list",
  ],
  [
    /^(?:just|only)(?: give me| show me| tell me| keep)? (?:the )?(?:numbers?|figures|dates?|names?|facts|answer|conclusion|list|essentials|gist|bottom line)(?: please)?$/,
    "shorter",
  ],
  [
    /^(?:please )?(?:rewrite|rephrase|redo|repeat|say|put|summari[sz]e|give|state|explain) (?:it|that|this|your (?:last )?(?:answer|reply)|the (?:last )?(?:answer|above))(?: again)?(?: in| as| for| with| to| like| without| using) .{1,40}$/,
    "again",
  ],
  [
    /^(?:please )?(?:remove|drop|leave out|skip|omit|delete|without|no) (?:the |all |those |any )*(?:links?|citations?|sources?|numbers?|dates?|names?|examples?|jargon|brackets|details?|last (?:point|one|sentence)|emojis?)(?: please)?$/,
    "again",
  ],
  [
    /^(?:please )?(?:sort|order|arrange|group|rank) (?:it|them|that|these|those|the (?:list|points|answer))? ?by .{1,20}$/,
    "list",
  ],
];

/** null where it is not about the answer before. */
export function changeIn(text: string): Change | null {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(?<![?!。.~\s])[?!。.~\s]+$/u, "")
    .replace(/^[,，\s]+/u, "")
    .trim();
  const squeezed = plain.replace(/\s+/g, "");
  const spaced = plain.replace(/\s+/g, " ");
  const ordered = ABOUT_ANSWER.find(([pattern]) => pattern.test(squeezed) || pattern.test(spaced))?.[1];
  return firstOf(FORMS, squeezed) ?? firstOf(EN_FORMS, spaced) ?? (ordered === undefined ? null : { kind: ordered });
}

function firstOf(forms: typeof FORMS, text: string): Change | null {
  for (const [pattern, change] of forms) {
    const match = pattern.exec(text);
    if (match !== null) return change(match.groups ?? {});
  }
  return null;
}

function languageNamed(name: string | undefined): "zh" | "en" | "other" {
  if (name === undefined) return "other";
  if (/英|english/.test(name)) return "en";
  return /中文|汉语|简体|chinese|mandarin/.test(name) ? "zh" : "other";
}

const ORDINALS = "first second third fourth fifth".split(" ");
const NUMBERS = "one two three four five".split(" ");
const HAN = "一二三四五六七八九十";

/** From 1; the last is -1. */
function pointNamed(word: string | undefined): number {
  if (word === undefined) return 1;
  if (word === "last") return -1;
  const index = Math.max(ORDINALS.indexOf(word), NUMBERS.indexOf(word), HAN.indexOf(word));
  return index >= 0 ? index + 1 : Number.parseInt(word, 10) || 1;
}
