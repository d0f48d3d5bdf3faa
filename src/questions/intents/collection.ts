import type { CollectionQuery } from "../../domain.ts";
import { plainDigits } from "../dates/plain-digits.ts";

type Ask = CollectionQuery["ask"];

const THING = "(?:文章|推文|推送|帖子|笔记|报道|文件|文档|资料|内容|东西)";
const ACCOUNT = "(?:公众号|账号|号|来源|作者|媒体|专栏|订阅)";
const HAVE = "(?:有|收录了?|存了?|收了?|收集了?|保存了?|包含|包括|共|一共|总共|索引了?)";
/** What articles do with what they are about. */
const ABOUT =
  "(?:提到过?|提及过?|提过|讲到?过?|谈到?过?|说到?过?|写到?过?|聊到?过?|涉及到?|出现过?|包含|含有|关于|有关|介绍|报道过?|里有)";
const NOT_ARTICLES = /论文|[Pp]aper/;

const EN_THING = "(?:articles?|posts?|pieces?|stories|story|files?|documents?|notes?)";
const EN_ACCOUNT = "(?:accounts?|sources?|authors?|publications?|publishers?|feeds?|channels?|blogs?)";
const EN_ABOUT =
  "(?:mention(?:s|ed|ing)?|about|on|cover(?:s|ed|ing)?|talk(?:s|ed|ing)? about|discuss(?:es|ed|ing)?|containing|contain(?:s)?|that say|writes? about|wrote about|written about|referenc(?:e|es|ed|ing)|related to|regarding|concerning|deal(?:s|ing)? with)";

/** The first that fits wins. */
const FORMS: readonly (readonly [Ask, RegExp])[] = [
  [
    "by-month",
    new RegExp(
      `(?:每个?月|各个?月|按月份?|逐月|月度|哪个月份?|哪个?月).*(?:(?:多少|几)篇|${THING}?(?:数量?|分布|统计|最多|最少)|发了?多少|写了?多少|更新|发文量?)|(?:按月|每月|各月|逐月)(?:份)?(?:.*(?:统计|列|分布|数量|看|给|排|数)|$)`,
    ),
  ],
  [
    "by-account",
    new RegExp(
      `(?:每个|各个?|按|不同|哪个|哪家|各家)${ACCOUNT}.*(?:(?:多少|几)篇|${THING}?(?:数量|分布|统计|最多|最少)|发了?多少|写了?多少|写得最多|发文量?)`,
    ),
  ],
  [
    "accounts",
    new RegExp(
      `(?:哪些|哪几个|什么|多少个?|几个|哪个)${ACCOUNT}(?:的(?:文章)?)?(?:$|可以|能|在|里|的|都|${ABOUT}|${HAVE}|写|发)|${HAVE}.{0,6}?(?:哪些|哪几个|多少个?|几个|什么)${ACCOUNT}|(?:列出?|看看?|显示|告诉我)(?:一下|所有|全部|出)*(?:的)?${ACCOUNT}(?:名单|列表|名称)?$|^(?:公众号|账号|来源)(?:列表|名单|有哪些)`,
    ),
  ],
  [
    "newest",
    new RegExp(
      `(?:最新|最近|最后)(?:收录|发布|发表|更新|发|写|添加|加入|推送)?的?(?:那|这|几|\\d+|一)?(?:几)?(?:篇(?:${THING})?|个${THING}).{0,24}(?:是|叫|有)?(?:哪|什么|啥)|(?:最新|最近)的?${THING}(?:是|有|叫)?(?:什么|哪些?|啥|哪篇|哪几篇|$)|(?:最新|最近)(?:收录|发布|发表|更新|添加|加入|推送)的?(?:${THING})?(?:是|有)?(?:什么|哪些?|啥)?$|^(?:给我|列出?|看看|显示)?(?:一下)?(?:最新|最近)的?(?:\\d+|几)?篇(?:${THING})?$|哪(?:一)?篇(?:${THING})?(?:是)?最新`,
    ),
  ],
  [
    "oldest",
    new RegExp(
      `(?:最早|最旧|最老|第一|第1|最先)(?:收录|发布|发表|写|发)?的?(?:那|这|几|\\d+|一)?(?:几)?(?:篇(?:${THING})?|个${THING}).{0,24}(?:是|叫|有)?(?:哪|什么|啥)|(?:最早|最旧|最老)的?${THING}(?:是|有|叫)?(?:什么|哪些?|啥|哪篇|$)|^(?:给我|列出?|看看|显示)?(?:一下)?(?:最早|最旧|最老)的?(?:\\d+|几)?篇(?:${THING})?$|哪(?:一)?篇(?:${THING})?(?:是)?最(?:早|旧|老)|${THING}最早(?:是)?(?:哪|什么)|(?:最早|最老)的?一篇`,
    ),
  ],
  [
    "count",
    new RegExp(
      `(?:多少|几)篇(?!里|中).*(?:${THING}|${ABOUT}|讲|写|说)|(?:${THING}|${ABOUT}|讲|写|发|你|这里|库|收录|一共|总共|公众号).*(?:多少|几)篇|(?:多少|几)(?:个|份)?${THING}|${THING}(?:的)?(?:总数|数量|有多少)|^(?:一共|总共|共)?有?(?:多少|几)篇(?:了)?$|${THING}(?:多不多|多吗|数量)`,
    ),
  ],
  [
    "list",
    new RegExp(
      `^(?:请|帮我|麻烦|能不能|给我)*(?:列出?|列举|列一下|罗列|找出|找一下|查找|搜一下|显示|展示|看看|给我看)(?:来|一下|出|下)?.*(?:${THING}|标题|目录|清单|篇)|(?:哪些|哪几篇|什么|哪几个)(?:新)?(?:${THING})(?:$|.{0,3}${ABOUT}|.{0,3}(?:讲|写|说)|里)|^有(?:没有)?(?:哪些|什么|哪几篇)?(?:${ABOUT}|讲).+的${THING}$|^(?:最近|近期|你|这里|都|还|又|一共|总共|新|[上本这]+个?[周月]|[去今]年|昨天|今天|前天|\\d+[年月日号周天]|[在里中的到至-])*(?:写|发|更新|推送|发表|发布|收录)了?(?:过)?(?:些)?(?:什么|哪些|啥|哪几篇)(?:${THING})?$|(?:写|发|更新|推送|发表|发布)了?(?:过)?(?:些)?(?:哪些|哪几篇|什么)${THING}$|(?:所有|全部)(?:${ABOUT}|讲|写).+的?(?:${THING})?$|(?:有|收录了?)(?:哪些|哪几篇|什么)${THING}$|${ABOUT}.+的(?:${THING})?(?:有哪些|都有哪些|是哪些|有哪几篇|有什么)$|(?:${THING})(?:的?(?:列表|清单|目录)|.{0,4}(?:列|给|排|找)(?:个|出|给|一个|一份)?(?:我|来|出来|一下|清单|列表|名单)*)$|(?:有没有|有)(?:${ABOUT}|讲|写).+的${THING}.{0,8}(?:列|给我|有吗)|(?:把|将)(?:所有|全部)?(?:${ABOUT}|讲|写)?.+的?(?:${THING}).{0,6}(?:排|列|给|找|整理)|(?:${ABOUT}|讲过?|写过?).+的?(?:${THING}).{0,4}(?:清单|列表|目录|名单)|有(?:没有)?(?:新的?|什么新)(?:${THING})(?:吗|么)?$`,
    ),
  ],
  [
    "by-month",
    /\b(?:per|each|every|by) month\b|\bmonthly (?:count|number|breakdown|distribution|totals?)\b|\b(?:which|what) month (?:has|had|saw|did).*\b(?:most|fewest|least)\b/,
  ],
  [
    "by-account",
    new RegExp(
      `\\b(?:per|each|every|by) (?:account|source|author|publication)\\b|\\bwhich ${EN_ACCOUNT} (?:has|have|wrote|published|posted|writes?|publishe?s?|posts?).*\\b(?:most|fewest|least)\\b|\\bhow many ${EN_THING}.* (?:does|do|has|have) each\\b`,
    ),
  ],
  [
    "accounts",
    new RegExp(
      `\\b(?:which|what|list(?: all)?(?: the| my)?|show(?: me)?(?: all)?(?: the| my)?|how many|name the) (?:different |other |all )?${EN_ACCOUNT}(?:$| (?:do|does|are|is|have|has|did|can|in|mention|mentioned|wrote|write|cover|covered|talk|discuss|there|i|you|we)\\b)`,
    ),
  ],
  [
    "newest",
    new RegExp(
      `\\b(?:what(?:'s| is| are| was| were)?|which|show(?: me)?|list|give me|name)\\b.{0,24}\\b(?:newest|latest|most recent|last)\\b (?:\\d+ |one |two |three |four |five |few )?(?:[\\w-]+ ){0,2}?${EN_THING}\\b(?! say| claim| tell| state)|\\b(?:newest|latest|most recent) ${EN_THING}$|\\bwhich ${EN_THING} (?:is|are) (?:the )?(?:newest|latest|most recent)`,
    ),
  ],
  [
    "oldest",
    new RegExp(
      `\\b(?:what(?:'s| is| are| was| were)?|which|show(?: me)?|list|give me|name)\\b.{0,24}\\b(?:oldest|earliest|first)\\b (?:\\d+ |one |two |three |four |five |few )?(?:[\\w-]+ ){0,2}?${EN_THING}\\b|\\b(?:oldest|earliest) ${EN_THING}$|\\bwhich ${EN_THING} (?:is|are) (?:the )?(?:oldest|earliest)`,
    ),
  ],
  [
    "count",
    new RegExp(
      `\\bhow many (?:of (?:my|the|your|these) )?(?:[\\w-]+ ){0,3}?${EN_THING}\\b|\\b(?:number|count|total) of ${EN_THING}\\b|\\bcount (?:the |all |my )*${EN_THING}\\b`,
    ),
  ],
  [
    "list",
    new RegExp(
      `^(?:please |can you |could you )*(?:list|show|find|give|display|enumerate)(?: me)?(?: all| every| the| of| my| a list of| any)*(?: \\w+){0,4}? ?${EN_THING}\\b|\\b(?:which|what) (?:of (?:my|the|your) )?(?:other |new |recent )?(?:${EN_THING}) (?:${EN_ABOUT}|do (?:i|you|we) have|are there|have you|did|were|was|from|are|talk|came)\\b|^what (?:was|were|got|has been|have been|came) (?:published|posted|added|written|out)(?: .*)?$|^what (?:did|has|have) .{2,30} (?:write|written|post|posted|publish|published)(?: about)?(?: (?:in|during|last|this|on|since|over|from|between|after|before)\\b.*)?$|\\b(?:all|every) (?:the )?${EN_THING} ${EN_ABOUT}|^(?:do you|do i|is there|are there) (?:have )?(?:any )?(?:new )?${EN_THING}(?:$| (?:${EN_ABOUT}|from|by|this|last|in|on))|^(?:was |is |were |are )?(?:there )?any(?:thing)? (?:new )?(?:${EN_THING} )?(?:published|posted|added|written|new)(?: (?:in|on|during|last|this|since|over|from|between|after|before|yesterday|today)\\b.*)?$`,
    ),
  ],
];

/** Looser words that only count where an account is named: 投资实习所最近五篇. */
const OF_ACCOUNT: readonly (readonly [Ask, RegExp])[] = [
  [
    "newest",
    /(?:最近|最新)的?(?:\d+|[一二三四五六七八九十几])篇|\b(?:latest|newest|most recent|last) (?:\d+ |two |three |four |five |few )?(?:titles?|articles?|posts?|pieces?)\b/,
  ],
  [
    "oldest",
    /最早的?(?:\d+|[一二三四五六七八九十几])篇|\b(?:oldest|earliest|first) (?:\d+ |two |three |four |five |few )?(?:titles?|articles?|posts?|pieces?)\b/,
  ],
  ["list", /(?:写|发|聊|推|介绍|分析|报道|采访|访谈|讲)(?:了|过)(?:哪些|什么|啥)/],
];
/** Somebody who is no account here publishes elsewhere. */
const ELSEWHERE =
  /\bhow many (?:[\w-]+ ){0,3}?(?:articles?|papers?|posts?|stories) (?:did|does|do|has|have|were|was) (?!i\b|you\b|we\b|there\b|it\b|mention|in\b|from\b|by\b|cover|discuss|publish|talk|the (?:bot|library|collection))[\w ]+? (?:publish|write|post|release|put out)|(?:期刊|杂志|出版社|报社|学者|教授|作家|科学家)[^?]{0,10}(?:多少|几)篇/;

/** More than the title of the article is wanted: "最新一篇讲 Cursor 的文章里，估值是多少". */
const INSIDE =
  /(?:文章|篇|那篇|这篇)(?:里|中|说|提到的|讲的)[^?]{0,3}[,，]?.{0,20}(?:多少(?!篇)|谁|为什么|怎么|如何|哪[个家位年]|什么(?!文章))|\b(?:articles?|posts?|story) (?:say|says|claim|claims|tell|tells) (?:about|that|on)\b/;

/** The query in a question about the collection; null where the articles' contents are asked about. */
export function collectionIn(question: string, isAccountNamed = false): Omit<CollectionQuery, "mentions"> | null {
  const text = plainDigits(question)
    .toLowerCase()
    .replace(/(?<![?!。.~\s])[?!。.~\s]+$/u, "")
    .trim();
  const chinese = text.replace(/(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu, "");
  if (NOT_ARTICLES.test(text) || INSIDE.test(text)) return null;
  if (!isAccountNamed && ELSEWHERE.test(text)) return null;
  const forms = isAccountNamed ? [...FORMS, ...OF_ACCOUNT] : FORMS;
  const ask = forms.find(([, pattern]) => pattern.test(chinese) || pattern.test(text))?.[0];
  return ask === undefined ? null : { ask, limit: limitIn(text, ask) };
}

const NUMBERS = "zero one two three four five six seven eight nine ten".split(" ");
const FEW = 5;

function limitIn(text: string, ask: Ask): number | null {
  if (ask !== "newest" && ask !== "oldest") return null;
  const match =
    /(\d{1,3}|[一二两三四五六七八九十几])篇|\b(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|few) (?:[\w-]+ ){0,3}?(?:articles|posts|pieces|stories)/.exec(
      text,
    );
  const word = match?.[1] ?? match?.[2];
  if (word === undefined) return /(?:articles|posts|pieces|stories|哪些|哪几篇)/.test(text) ? FEW : 1;
  if (word === "几" || word === "few") return FEW;
  const han = "零一二三四五六七八九十".indexOf(word.replace("两", "二"));
  return han >= 0 ? han : Math.max(NUMBERS.indexOf(word), 0) || Number(word) || 1;
}
