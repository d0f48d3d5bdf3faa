/** The facts of an article by the many names that people and exporters give them; earlier names count first. */
const NAMES = {
  title: "title fulltitle headline 标题 文章标题 標題 题目 題目",
  author: "author authors byline creator account nickname 文章作者 作者 公众号 公众号名称 账号 帐号 作者名",
  date: "datepublished published publishedat publishtime publishdate publisheddate pubdate date issued 发布时间 发表时间 发布日期 发表日期 发布于 發佈時間 日期 时间 created createdat createtime creationdate datecreated createddate 创建时间 创建日期 saved savedat datesaved clipped",
  url: "url link sourceurl originalurl canonical canonicalurl permalink msglink 原文链接 文章链接 原文地址 链接 網址 网址 連結 source 来源 原文",
  /** Words about the article that are its own. */
  text: "summary description abstract documentnote 摘要 简介",
  /** Known, and of no use here. */
  other:
    "tags tag keywords category categories documenttags aliases cssclasses layout draft status lang type id updated modified lastmodified updatedat createdby cover image author_url site sitename 标签 分类 封面 封面图链接 发布地 更新时间 字数 阅读",
} as const;

export type FactKind = keyof typeof NAMES;

const RANKS: ReadonlyMap<string, { readonly kind: FactKind; readonly rank: number }> = new Map(
  (Object.keys(NAMES) as FactKind[]).flatMap((kind) =>
    NAMES[kind].split(" ").map((name, rank) => [fold(name), { kind, rank }] as const),
  ),
);

function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, "");
}

export const kindOf = (name: string): FactKind | null => RANKS.get(fold(name))?.kind ?? null;

export interface Facts {
  readonly title: string | null;
  readonly author: string | null;
  readonly date: string | null;
  readonly zone: "+08:00" | null;
  readonly url: string | null;
}

/** The facts of an article from its fields, in their order; a field without a value counts as missing. */
export function factsOf(fields: readonly (readonly [name: string, value: string])[]): Facts {
  const ranked = fields
    .map(([name, value]) => ({ name, value: value.trim(), ...RANKS.get(fold(name)) }))
    .filter(({ value, rank }) => value !== "" && rank !== undefined)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const all = (kind: FactKind) => ranked.filter((field) => field.kind === kind);
  const addresses = all("url");
  const address = addresses.find(({ value }) => /^\w+:\/\//.test(value));
  const date = all("date")[0];
  return {
    title: plain(all("title")[0]?.value),
    author: plain(all("author")[0]?.value ?? (address === addresses[0] ? undefined : sourceName(addresses))),
    date: date?.value ?? null,
    // Chinese exporters, and those of WeChat, write the time of China without saying so.
    zone: date !== undefined && /\p{Script=Han}|^(?:publish|create)_time$/u.test(date.name) ? "+08:00" : null,
    url: (address ?? addresses.find(({ name }) => !NAMES_A_SOURCE.test(name)))?.value ?? null,
  };
}

/** A source may also be the name of who published it. */
const NAMES_A_SOURCE = /^(?:source|来源|原文)$/i;
const sourceName = (fields: readonly { readonly name: string; readonly value: string }[]): string | undefined =>
  fields.find(({ name, value }) => NAMES_A_SOURCE.test(name) && !/^\w+:\/\//.test(value))?.value;

/** Notes link names: `[[Mara Quill]]`, `[[people/mara|Mara]]`, `[Mara](https://…)`. */
function plain(value: string | undefined): string | null {
  if (value === undefined) return null;
  return value
    .replace(/\[\[(?:[^[\]|]{0,300}\|)?([^[\]|]{1,300})\]\]/g, "$1")
    .replace(/\[([^[\]]{1,300})\]\([^()\s]{1,2000}\)/g, "$1");
}
