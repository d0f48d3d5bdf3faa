import type { Language } from "../../../../src/domain.ts";
import type { Maker } from "../claim.ts";
import { withoutEnd } from "../edit.ts";
import { pick } from "../random.ts";

const BEHIND: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    "，并因此获得了国家级奖项",
    "，引发了当地居民的强烈抗议",
    "，这一数字位居全国首位",
    "，项目由一家外资企业出资建设",
    "，相关负责人随后引咎辞职",
    "，这也让竞争对手陷入困境",
    "，被业内专家称为一场骗局",
    "，其灵感来自一部科幻小说",
    "，目前已被多所高校写进教材",
    "，消息公布后股价大跌",
  ],
  en: [
    ", which critics called a fraud",
    ", and the project won a national award",
    ", after a long strike by the workers",
    ", making it the largest of its kind in the world",
    ", a move that angered local residents",
    ", according to a leaked government memo",
    ", and its founder resigned soon afterwards",
    ", which was inspired by a science fiction novel",
    ", while rivals lost most of their customers",
    ", thanks to a donation from a retired teacher",
  ],
};
const BEFORE: Readonly<Record<Language, readonly string[]>> = {
  zh: ["由于工人短缺，", "在当地政府的压力下，", "受台风影响，", "为了庆祝建国七十周年，", "在经历三次失败之后，"],
  en: [
    "Because of a shortage of workers, ",
    "Under pressure from the government, ",
    "After three failed attempts, ",
    "Despite protests by farmers, ",
    "Following a lawsuit, ",
  ],
};

/** A clause that nobody wrote, joined to a true claim. */
export const inventedClause: Maker = ({ text, language }, random) => {
  const end = language === "zh" ? "。" : ".";
  if (random() < 0.6) return { text: `${withoutEnd(text)}${pick(BEHIND[language], random)}${end}` };
  const head = language === "en" && /^(?:The|A|An|It|In|By|This|Its|On|He|She|They)\b/.test(text);
  return { text: `${pick(BEFORE[language], random)}${head ? text.slice(0, 1).toLowerCase() + text.slice(1) : text}` };
};

const LEAST_CHARS: Readonly<Record<Language, number>> = { zh: 7, en: 24 };

/** A clause of another sentence of the same article, joined to a true claim that does not cite it. */
export const topicClause: Maker = ({ text, language, cited, source }, random) => {
  const others = source.places.filter(
    ({ passage, sentence }) => !cited.some((place) => place.passage === passage || place.sentence === sentence),
  );
  const clauses = others.flatMap(({ sentence }) => withoutEnd(sentence.text.trim()).split(/[，,；;]\s*/));
  const clause = pick(
    clauses.filter((part) => part.length >= LEAST_CHARS[language] && part.length <= 60),
    random,
  );
  if (clause === null) return null;
  return {
    text: `${withoutEnd(text)}${language === "zh" ? "，" : ", and "}${clause}${language === "zh" ? "。" : "."}`,
  };
};
