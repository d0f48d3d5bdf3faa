import type { RemovalReason } from "../articles/load.ts";
import type { Language } from "../domain.ts";

export interface ReportTexts {
  readonly title: string;
  readonly articles: string;
  readonly kept: string;
  readonly removed: string;
  readonly reposts: string;
  readonly paywalled: string;
  readonly pictures: string;
  readonly skipped: string;
  readonly notes: string;
  readonly reason: string;
  readonly blocks: string;
  readonly characters: string;
  readonly share: string;
  readonly meaning: string;
  readonly search: string;
  readonly show: string;
  readonly all: string;
  readonly mostRemoved: string;
  readonly withReason: string;
  readonly order: string;
  readonly byDate: string;
  readonly byShare: string;
  readonly jump: string;
  readonly shown: string;
  readonly repost: string;
  readonly repostOf: string;
  readonly original: string;
  readonly noDate: string;
  readonly nothingRemoved: string;
  readonly keptColumn: string;
  readonly goneColumn: string;
  /** Name and meaning of each reason. */
  readonly reasons: Readonly<Record<RemovalReason, readonly [name: string, meaning: string]>>;
}

const en: ReportTexts = {
  title: "What cleaning kept and removed",
  articles: "articles",
  kept: "characters kept",
  removed: "characters removed",
  reposts: "reposts",
  paywalled: "cut by a paywall",
  pictures: "pictures unread",
  skipped: "files skipped",
  notes: "files with notes",
  reason: "Removed as",
  blocks: "Blocks",
  characters: "Characters",
  share: "Share",
  meaning: "Meaning",
  search: "Search titles, authors, files and text",
  show: "Show",
  all: "all articles",
  mostRemoved: "a fifth or more removed",
  withReason: "removed as",
  order: "Order",
  byDate: "by date",
  byShare: "most removed first",
  jump: "Jump to an article",
  shown: "shown",
  repost: "repost",
  repostOf: "repost of",
  original: "original",
  noDate: "no date",
  nothingRemoved: "Nothing was removed.",
  keptColumn: "Kept",
  goneColumn: "Removed, at its place",
  reasons: {
    title: ["title", "the title again, above the text"],
    byline: ["byline", "who wrote, edited or published it"],
    "follow-me": ["follow me", "invitations to follow, subscribe, join or scan, and what stands after the end"],
    related: ["related", "titles of and links to other articles"],
    repeated: ["repeated", "a line that this account repeats at the head or foot of its articles"],
    copyright: ["copyright", "rights and permission to reprint"],
    paywall: ["paywall", "the notice that the rest is sold"],
    caption: ["caption", "a caption that says nothing of the picture"],
    rule: ["rule", "dividing lines and end marks"],
    page: ["page", "menus, running heads and page numbers around the text; listed at the end"],
    image: ["picture", "pictures; they are counted, not read"],
  },
};

const zh: ReportTexts = {
  title: "清洗报告：留下了什么，去掉了什么",
  articles: "篇文章",
  kept: "保留字符",
  removed: "去掉字符",
  reposts: "篇转载",
  paywalled: "篇被付费墙截断",
  pictures: "张图未读",
  skipped: "个文件跳过",
  notes: "个文件有提示",
  reason: "去掉的原因",
  blocks: "处",
  characters: "字符",
  share: "占比",
  meaning: "说明",
  search: "搜索标题、作者、文件名与正文",
  show: "显示",
  all: "全部文章",
  mostRemoved: "去掉五分之一以上",
  withReason: "原因：",
  order: "排序",
  byDate: "按日期",
  byShare: "去掉最多的在前",
  jump: "跳到某篇文章",
  shown: "篇",
  repost: "转载",
  repostOf: "转载自",
  original: "原文",
  noDate: "无日期",
  nothingRemoved: "没有去掉任何内容。",
  keptColumn: "留下",
  goneColumn: "去掉（在原位置）",
  reasons: {
    title: ["标题", "正文上方重复的标题"],
    byline: ["署名", "作者、编辑、出品方"],
    "follow-me": ["引导关注", "关注、订阅、进群、扫码等，以及结束语之后的内容"],
    related: ["推荐阅读", "其他文章的标题与链接"],
    repeated: ["重复行", "该账号在文首或文末反复出现的行"],
    copyright: ["版权", "版权与转载声明"],
    paywall: ["付费墙", "其余内容需付费的提示"],
    caption: ["空图注", "没有内容的图注"],
    rule: ["分隔", "分隔线与结束标记"],
    page: ["页面", "菜单、页眉页脚与页码；统一列在文末"],
    image: ["图片", "图片：只计数，未读取"],
  },
};

export const reportTexts = (language: Language): ReportTexts => (language === "zh" ? zh : en);
