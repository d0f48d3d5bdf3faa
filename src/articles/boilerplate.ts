import type { Block } from "./blocks.ts";

export type RemovalReason = "byline" | "follow-me" | "related" | "caption" | "copyright" | "repeated" | "rule" | "paywall";

export interface RemovedText {
  readonly text: string;
  readonly reason: RemovalReason;
}

export interface AccountHabits {
  readonly articles: number;
  /** Folded block -> number of the account's articles with that block. */
  readonly repeats: ReadonlyMap<string, number>;
}

/** What the whole folder teaches about an account's boilerplate. */
export interface CorpusHabits {
  /** Folded title -> how many articles carry it. */
  readonly titles: ReadonlySet<string>;
  readonly accounts: ReadonlyMap<string, AccountHabits>;
}

/** Boilerplate is a small part of an article; where more would go, only what a tenth of the account carries goes. */
const LARGEST_REMOVED_SHARE = 0.5;

export interface HabitSource {
  readonly account: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

const HEAD_BLOCKS = 6;
/** Boilerplate tails are short; a long article's last third is still text. */
const TAIL_BLOCKS = 24;
const LONGEST_BOILERPLATE_CHARS = 150;
const LEAST_TITLE_CHARS = 8;
const BYLINE = /(发自|报道$|编辑\s*[:：丨|]|作者\s*[:：丨|]|来源\s*[:：丨|]|公众号|整理\s*[:：丨|]|出品$|^文\s*[|丨/])/;
const FOLLOW_ME =
  /(关注(我们|公众号|本号|不迷路)|点击.{0,12}(关注|蓝字|卡片|阅读原文)|扫码|二维码|一键三连|点赞|点个?在看|分享.{0,6}在看|设为?星标|投稿|加入.{0,10}(群|社区)|阅读原文|商务合作|转载.{0,8}(请|联系|授权)|follow us|subscribe to our)/i;
const RELATED_HEADER = /^[\s\p{P}\p{S}]*(延伸阅读|推荐阅读|更多阅读|相关阅读|往期.{0,6}|精彩推荐|related reading|read more|further reading)[\s\p{P}\p{S}]*$/iu;
const COPYRIGHT = /(©|版权所有|未经授权|all rights reserved|^[\s\p{P}]*(the end|完|end)[\s\p{P}]*$)/iu;
const PAYWALL = /(后续内容.{0,4}付费|后续内容.{0,8}会员|付费会员专属|本文为付费|此处为付费|剩余.{0,8}付费|subscribe to (continue|read)|members only)/i;
const ONLY_MARKS = /^[\s\p{P}\p{S}]*$/u;

export function foldLine(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/[\s\p{P}\p{S}]/gu, "");
}

export function learnHabits(sources: readonly HabitSource[]): CorpusHabits {
  const titles = new Set<string>();
  const accounts = new Map<string, { articles: number; repeats: Map<string, number> }>();
  for (const { account, title, blocks } of sources) {
    const folded = foldLine(title);
    if (folded.length >= LEAST_TITLE_CHARS) titles.add(folded);
    const habits = accounts.get(account) ?? { articles: 0, repeats: new Map<string, number>() };
    accounts.set(account, habits);
    habits.articles++;
    for (const line of new Set(blocks.map((block) => foldLine(block.text)))) habits.repeats.set(line, (habits.repeats.get(line) ?? 0) + 1);
  }
  return { titles, accounts };
}

export interface Sorted {
  readonly kept: readonly Block[];
  readonly removed: readonly RemovedText[];
  readonly paywall: boolean;
}

/** Parts text from boilerplate by its place in the article and by what the account repeats. */
export function removeBoilerplate(source: HabitSource, habits: CorpusHabits): Sorted {
  const sorted = sortBlocks(source, habits, 0);
  const size = (texts: readonly { readonly text: string }[]) => texts.reduce((sum, { text }) => sum + text.length, 0);
  const isMostlyGone = size(sorted.removed) > LARGEST_REMOVED_SHARE * size(source.blocks);
  return isMostlyGone ? sortBlocks(source, habits, 0.1) : sorted;
}

function sortBlocks(source: HabitSource, habits: CorpusHabits, leastShare: number): Sorted {
  const kept: Block[] = [];
  const removed: RemovedText[] = [];
  let inRelated = false;
  for (const [index, block] of source.blocks.entries()) {
    const position = { fromStart: index, fromEnd: source.blocks.length - 1 - index };
    const isRelatedHeader = RELATED_HEADER.test(block.text) && position.fromEnd < TAIL_BLOCKS;
    inRelated = isRelatedHeader || (inRelated && (block.kind !== "paragraph" || block.text.length < 60));
    const reason = inRelated ? "related" : reasonToRemove(block, position, source, habits, leastShare);
    if (reason === null) kept.push(block);
    else removed.push({ text: block.text, reason });
  }
  return { kept, removed, paywall: source.blocks.some((block) => PAYWALL.test(block.text) && block.text.length < LONGEST_BOILERPLATE_CHARS) };
}

function reasonToRemove(
  block: Block,
  { fromStart, fromEnd }: { readonly fromStart: number; readonly fromEnd: number },
  source: HabitSource,
  habits: CorpusHabits,
  leastShare: number,
): RemovalReason | null {
  const inHead = fromStart < HEAD_BLOCKS;
  const inTail = fromEnd < TAIL_BLOCKS && fromStart > 2;
  const isShort = block.text.length < LONGEST_BOILERPLATE_CHARS;
  if (block.kind === "rule") return "rule";
  if (ONLY_MARKS.test(block.text)) return "caption";
  if (isShort && PAYWALL.test(block.text)) return "paywall";
  if (isOtherTitle(block, source, habits)) return "related";
  if (inTail && block.kind === "link-list") return "related";
  if (isShort && isRepeated(block, source.account, habits, inHead || inTail ? 3 : 8, leastShare)) return "repeated";
  if (inHead && block.text.length < 60 && BYLINE.test(block.text)) return "byline";
  if (inTail && block.text.length < 90 && FOLLOW_ME.test(block.text)) return "follow-me";
  if ((inTail || fromEnd < 3) && block.text.length < 90 && COPYRIGHT.test(block.text)) return "copyright";
  return null;
}

function isOtherTitle(block: Block, source: HabitSource, habits: CorpusHabits): boolean {
  const folded = foldLine(block.text);
  return folded.length >= LEAST_TITLE_CHARS && folded !== foldLine(source.title) && habits.titles.has(folded);
}

/** Three articles of an account with the same line at head or tail make a habit; elsewhere it takes eight. */
function isRepeated(block: Block, account: string, habits: CorpusHabits, leastTimes: number, leastShare: number): boolean {
  const known = habits.accounts.get(account);
  const times = known?.repeats.get(foldLine(block.text)) ?? 0;
  if (block.kind === "heading" && leastTimes > 3) return false;
  return times >= leastTimes && times >= leastShare * (known?.articles ?? 0);
}
