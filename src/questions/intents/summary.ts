const VERB = "总结(?!构)|概括|概述|归纳|梳理|盘点|回顾|摘要|提炼|综述|汇总";
const POLITE =
  "(?:请|帮我|帮忙|麻烦|能不能|能否|可以|可不可以|你能|给我|给|替我|再|来|我想要|我要|想要|我想看|做|写|一下|一个|一份|个|份|简单|简要|快速|用.{1,6}?句?话|把|对|将|你)*";
const ZH: readonly RegExp[] = [
  new RegExp(`^${POLITE}(?:${VERB})`),
  new RegExp(
    `^(?:请|帮我|麻烦)?(?:把|对|将).{2,40}?(?:做个?|写个?|进行)?(?:一个|个|一下)?(?:${VERB})(?:一下|下|成.{1,8})?$`,
  ),
  new RegExp(
    `^.{2,40}?(?:的|,|，)(?:${VERB}|要点|重点|主要内容|大意|梗概|中心思想|核心观点|主要观点|概要)(?:是什么|有哪些|是啥|呢)?$`,
  ),
  /^(?:请|帮我|给我)?(?:说说|讲讲|列出?|提取|介绍一下|看看|看一下|给我|给出)?.{0,40}?(?:这|那|上|该|本|最新的?一|最近的?一)篇?(?:文章|文|报道|推文)?.{0,20}?(?:主要)?(?:讲|说|写|谈)(?:的|了|的是|了些)(?:什么|啥|些什么|哪些内容|哪些)$/,
  /^.{0,40}?《.{2,}》.{0,6}?(?:主要)?(?:讲|说|写|谈)(?:的|了|的是|了些)?(?:什么|啥|些什么|哪些内容|哪些)$/,
  /^.{2,40}?(?:那|这)篇(?:文章|文)?(?:主要|到底|都)?(?:讲|说|写|谈)(?:的是|的|了|是)?(?:些)?(?:什么|啥)(?:[,，].{0,8})?$/,
  /^(?:请|麻烦)?(?:给我|帮我|来|要|我要|做|写|出|生成)+(?:做|写|出)?(?:一份|一个|份|个|一下)?.{0,40}?(?:的)?(?:小结|总结|摘要|概要|周报|月报|简报|日报|综述|梳理|回顾|盘点)$/,
  /^(?:请|帮我)?(?:用)?[一两三几\d](?:句话|百字|段话|分钟)(?:以内)?(?:总结|概括|说说|讲讲|说清楚|介绍)(?:一下)?.{2,40}$/,
  /^(?:上|本|这)个?(?:周|月|季度|年).{0,6}?(?:周报|月报|简报|日报|小结|摘要|总结|回顾)$/,
];
const EN: readonly RegExp[] = [
  /^(?:please |can you |could you |would you |i (?:want|need|would like)(?: you to)? |give me |write(?: me)? |show me |let me have |just |quickly |briefly )*(?:an? |the )?(?:short |quick |brief |weekly |monthly )*(?:summari[sz]e|sum up|summary|recap|digest|round-?up|overview|tl;?dr|outline|gist|key (?:points|takeaways)|main (?:points|ideas|takeaways)|highlights)\b/,
  /^what (?:is|are|were|was) the (?:main|key|most important|central) (?:points?|ideas?|takeaways?|arguments?|messages?)(?: made)? (?:of|in|from)\b/,
  /^what(?:'s| is| was|'re| are|) (?:this|that|the (?:latest|last|newest)|the) (?:article|post|piece|story)(?: .{1,40})? (?:about|saying)$/,
  /^what (?:does|did) (?:this|that|the (?:latest |last |newest )?)\s?(?:article|post|piece|story)(?: .{1,40})? (?:say|cover|talk about|discuss)$/,
  /^(?:catch me up|bring me up to (?:speed|date)|give me the gist)\b/,
];

/** Is it the main points of something that are wanted? */
export function isSummary(text: string): boolean {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(?<![?!。.~\s])[?!。.~\s]+$/u, "")
    .trim();
  return ZH.some((pattern) => pattern.test(plain.replace(/\s+/g, ""))) || EN.some((pattern) => pattern.test(plain));
}

const NEWS =
  /(?:有|发生了?|出了?)(?:什么|哪些|啥)(?:新的?|重要的?)?[^，。？！,?!的]{0,8}?(?:新闻|消息|大事|动态|要闻|热点|新鲜事|进展)(?:吗|呢)?[?？]?$|发生了(?:什么|哪些事|啥)[?？]?$|\b(?:what(?:'s| is| was)(?: the)? (?:new|news)|what happened|what news|any (?:[\w-]+ ){0,2}news)\b(?:(?! (?:to|with|when|after|between)\b)[^?]){0,40}\??$/i;

/** "上周有什么AI新闻": of days that hold articles, that is what they say as a whole. */
export const asksForNews = (text: string): boolean => NEWS.test(text.trim());
