import type { Language } from "../../../src/domain.ts";
import type { Stretch } from "./edit.ts";

export interface Name extends Stretch {
  readonly text: string;
  /** Names are exchanged within one kind only. */
  readonly kind: "place" | "company" | "person" | "numbered" | "latin" | "capitalised";
}

const PLACES =
  "美国|中国|英国|法国|德国|日本|韩国|印度|俄罗斯|意大利|荷兰|加拿大|澳大利亚|巴西|西班牙|瑞士|瑞典|以色列|新加坡|乌克兰|巴基斯坦|欧洲|非洲|亚洲|北京|上海|深圳|广州|杭州|香港|澳门|珠海|台湾|东京|伦敦|巴黎|纽约|硅谷|旧金山|西雅图|波士顿|加州|德州";
const COMPANIES =
  "谷歌|微软|苹果公司|英伟达|亚马逊|特斯拉|英特尔|高通|三星|索尼|脸书|推特|甲骨文|阿里巴巴|阿里云|腾讯|字节跳动|百度|华为|小米|京东|美团|拼多多|网易|滴滴|商汤|旷视|智谱|月之暗面|台积电|软银|比亚迪|清华大学|北京大学|斯坦福大学|麻省理工学院|哈佛大学|剑桥大学|牛津大学|国家航天局|欧空局";
const SURNAMES =
  "王李张刘陈杨黄赵周吴徐孙朱马胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤屠南";
const ZH: readonly (readonly [Name["kind"], RegExp])[] = [
  ["place", new RegExp(PLACES, "gu")],
  ["company", new RegExp(COMPANIES, "gu")],
  [
    "person",
    new RegExp(
      `(?<=^|[，。、；：“「\\s和与由])[${SURNAMES}]\\p{Script=Han}{1,2}(?=说|表示|认为|指出|介绍|告诉|提出|主持|博士|教授|在(?:19|20)|和同事|团队)`,
      "gu",
    ),
  ],
  ["numbered", /(?:嫦娥|玉兔|鹊桥|神舟|天问|天宫|长征|北斗)[一二三四五六七八九十]+号/gu],
  ["latin", /(?<![A-Za-z0-9.\-_@#/])[A-Z][A-Za-z]{2,}(?:[- ]?\d+(?:\.\d+)?[A-Za-z]?)?(?![A-Za-z0-9.\-_@/])/gu],
];
const NO_NAME =
  /^(?:The|This|That|These|Those|There|Then|They|It|He|She|We|You|In|On|At|By|For|From|But|And|Or|So|If|As|An|A|I|After|Before|When|While|Since|Until|With|Without|Under|Over|More|Most|Many|Some|All|Each|Every|Its|His|Her|Their|Our|Not|No|Yes|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|What|Who|Why|How|Where|Today|Yesterday|About|Only|Both|Early|New|Old|First|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|English|Chinese|American|British|French|German|Japanese|Soviet|European|Russian|CEO|CTO|CFO|GPU|CPU|TPU|API|APP|PDF|SDK|LLM|NLP|GPT|LLMs|AGI|DNA|RNA|Token|Prompt|Dr|Mr|Mrs|Ms|Rev|St|Sir|Lord|Lady|Prof|Act|Plan|Figure|Table|Agent|Transformer|Bug|Demo|Pro|Max|Plus)$/;
const EN_NAME =
  /(?<![A-Za-z-])[A-Z][A-Za-z’']*[a-z](?:\s(?:of the |of )?[A-Z][a-z]+|\s\d{1,2}(?![\d,.%]))*(?![A-Za-z-])/g;

/** Names by short lists and plain forms: few, but with clear ends. */
export function namesOf(text: string, language: Language): Name[] {
  if (language === "en") return englishNames(text);
  return ZH.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
      kind,
      text: found,
      start: index,
      end: index + found.length,
    })),
  ).filter((name) => !NO_NAME.test(name.text));
}

/** The first word of a sentence is capital anyway, so only names of two words count there. */
function englishNames(text: string): Name[] {
  return [...text.matchAll(EN_NAME)].flatMap(({ 0: found, index }): Name[] => {
    const name = found.replace(/[’']s$/, "");
    const first = name.split(" ")[0] ?? "";
    const opens = index === 0 || /[.;:“"]\s*$/.test(text.slice(0, index));
    if (NO_NAME.test(first) || (opens && !/\s/.test(name))) return [];
    return [{ kind: "capitalised", text: name, start: index, end: index + name.length }];
  });
}

/** May both name the same thing: one within the other, a shared word, initials, or a pair "A（B）" in the article. */
export function mayBeSame(a: string, b: string, article: string): boolean {
  const left = a.toLowerCase();
  const right = b.toLowerCase();
  if (left.includes(right) || right.includes(left)) return true;
  const words = new Set(left.split(/[\s-]/));
  if (right.split(/[\s-]/).some((word) => words.has(word))) return true;
  const initials = (name: string) =>
    name
      .split(/\s/)
      .map((word) => word[0])
      .join("")
      .toLowerCase();
  if (initials(a) === right || initials(b) === left) return true;
  return [`${a}（${b}`, `${b}（${a}`, `${a} (${b}`, `${b} (${a}`, `${a}(${b}`, `${b}(${a}`].some((pair) =>
    article.includes(pair),
  );
}
