/** Phrases that name a line's job wherever it stands near the head or the tail; what a folder repeats is learned apart. */

/** In the order in which reports list them. */
export const REMOVAL_REASONS = [
  "title",
  "byline",
  "follow-me",
  "related",
  "repeated",
  "copyright",
  "paywall",
  "caption",
  "rule",
  "page",
  "image",
] as const;

export type RemovalReason = (typeof REMOVAL_REASONS)[number];

const LONGEST_BYLINE_CHARS = 60;
// Longer paragraphs may end in an invitation and still belong to the article.
const LONGEST_FOLLOW_CHARS = 110;

const BYLINES: readonly RegExp[] = [
  /^[^，。！？]{1,20}(?:报道|出品|编辑部)$/,
  /^(?:编辑|责编|责任编辑|作者|撰文|文|图|文字|来源|编译|译者|翻译|策划|整理|排版|校对|设计|采访|出品|封面|配图)\s*(?:[：:丨｜|/／&]|[和与]).{1,40}$/,
  /^[^，。！？]{1,30}\s(?:发自|投稿|整理自|编译自|编辑整理|整理)(?:\s.{0,20})?$/,
  /^[^，。！？]{1,20}\s*[|｜丨]\s*公众号.{0,20}$/,
  /^(?:edited|written|reported|text|photos?|translated)\s+by\b.{1,50}$/i,
  /^(?:[Bb]y|BY)\s+(?!(?:The|An?)\b)\p{Lu}[\p{L}.'’-]*(?:,?\s+(?:\p{Lu}[\p{L}.'’-]*|and|&|de|da|van|von|der|of)){0,7}$/u,
  /^[▲△↑]?\s*点击.{0,8}(?:蓝字|卡片|上方|关注).{0,30}$/,
];

const FOLLOW: readonly RegExp[] = [
  /(?:点|戳)(?:击)?(?:这里|下方|上方|个).{0,8}(?:关注|在看|星标|赞)/,
  /一键三连|记得(?:加)?(?:星标|标星)|置顶标星|(?:点赞|在看|转发)[，、」「\s]{1,4}(?:点赞|在看|转发|分享)/,
  /(?:长按|扫描|扫码|识别).{0,12}(?:二维码|关注|加入|加群|进群|报名|订阅|下载|添加)|关注(?:我们|公众号|本号)|进群方式|读者群|交流群/,
  /(?:投稿|寻求报道|商务合作|活动合作|内容合作).{0,12}(?:邮件|邮箱|联系|请|微信|[：:])/,
  /阅读原文|欢迎(?:转发|分享|订阅|关注)|希望大家有收获|谢\s?转|帮忙(?:分享|转发)/,
  /^(?:follow|subscribe|share this|like us|sign up)\b/i,
];

const RELATED_HEADING =
  /^(?:#+\s*)?[【「\s—–-]*(?:.{0,10}(?:相关|近期|历史)文章|[延衍]伸阅读|衍生阅读|推荐阅读|相关阅读|更多阅读|往期(?:推荐|精选|回顾|文章|精彩)|相关(?:文章|推荐)|推荐文章|精彩(?:推荐|回顾)|热门文章|更多(?:宝藏项目|精彩|文章)|related (?:reading|articles?|posts?|stories)|read (?:more|next)|further reading|more from .{1,30})[」】\s：:—–-]*$/i;

/** The heading and its list on one line. */
const RELATED_LINE =
  /^(?:相关|推荐|延伸|更多|往期)(?:阅读|文章|推荐|回顾)\s*[：:].{1,150}$|^(?:related (?:reading|articles?|posts?|stories)|read (?:more|next)|see also)\s*:.{1,150}$/i;

const COPYRIGHT =
  /^(?:©|\(c\)\s|copyright\b|版权所有|版权声明|all rights reserved)|^(?:本文)?(?:转载|未经授权).{0,30}(?:授权|联系|添加|注明|禁止|微信)|^(?:the )?©|本(?:文|内容).{0,12}(?:独家|原创).{0,12}(?:未经|转载)/i;

const END = /^[^\p{L}\p{N}]*(?:完|end|the end|全文完|本文完|完结)[^\p{L}\p{N}]*$/iu;

const PAYWALL =
  /(?:后续|剩余|余下|以下|更多|完整|全部)内容(?:为|仅|需|属于)?.{0,4}(?:付费|会员).{0,12}(?:专属|专享|可见|可读|阅读|解锁|查看)|付费后(?:可)?(?:阅读|查看)(?:全文|全部|完整)|(?:this post is for paid|subscribe to (?:continue|keep) reading|subscribers only)/i;

const CAPTION =
  /^(?:[▲△↑▼▽]+|(?:图源|图片来源|图自|来源)\s*[：:]?\s*\S{0,20}|(?:image|photo) (?:credit|source)s?:.{0,60})$/i;

export const isByline = (text: string): boolean =>
  text.length <= LONGEST_BYLINE_CHARS && BYLINES.some((p) => p.test(text));
export const isFollowMe = (text: string): boolean =>
  text.length <= LONGEST_FOLLOW_CHARS && FOLLOW.some((p) => p.test(text));
export const isRelatedHeading = (text: string): boolean => RELATED_HEADING.test(text) || RELATED_LINE.test(text);
export const isCopyright = (text: string): boolean => text.length <= 120 && COPYRIGHT.test(text);
export const isEndMark = (text: string): boolean => text.length <= 30 && END.test(text);
export const isPaywall = (text: string): boolean => text.length <= 300 && PAYWALL.test(text);
export const isWordlessCaption = (text: string): boolean => text.length <= 80 && CAPTION.test(text);
