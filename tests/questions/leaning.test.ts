import { describe, expect, it } from "vitest";
import { insteadOf, type Leaning, leaningOf } from "../../src/questions/leaning.ts";
import { languageOf } from "../../src/text/language.ts";

const ROWS: Readonly<Record<Leaning, readonly string[]>> = {
  leans: [
    "那他呢？",
    "多少钱？",
    "什么时候？",
    "哪一年？",
    "在哪儿？",
    "谁投的？",
    "At what cost?",
    "How long?",
    "为什么？",
    "为啥",
    "然后呢？",
    "举个例子",
    "详细说说",
    "展开讲讲",
    "他现在在哪儿教书？",
    "它一共卖了多少？",
    "那什么时候开始？",
    "那研制花了多少钱？",
    "这家公司是哪年成立的？",
    "这是为什么？",
    "深蓝航天呢？",
    "冬天呢",
    "上上周呢？",
    "why?",
    "Why not?",
    "and when?",
    "From whom?",
    "How did he die?",
    "what changed his mind?",
    "when is it due?",
    "What about audio?",
    "and NeurIPS?",
    "And the crew?",
    "tell me more",
    "For example?",
  ],
  may: ["云创远景说机房已经做过节能了，它还能再抠出多少？", "Did Bannister say why he gave up his racing career?"],
  open: [
    "多少钱能买一台？",
    "谁发明了活字印刷？",
    "员工多少人？",
    "罗博深是谁？",
    "那个拿老鼠图配的论文后来怎么样了？",
    "那两个高中生为什么研究勾股定理？",
    "其他公司有哪些？",
    "吉他怎么学？",
    "How many people?",
    "What is two-phase commit?",
    "And what's the name of Google's new quantum chip?",
    "Is it possible to live on Mars?",
  ],
  alone: ["对了，误删数据库怎么恢复？", "换个话题：什么是布隆过滤器？", "By the way, who leads World Labs?"],
};

describe("how far a question leans on the turn before", () => {
  it.each(Object.entries(ROWS).flatMap(([leaning, texts]) => texts.map((text) => ({ leaning, text }))))(
    "$leaning: $text",
    ({ leaning, text }) => expect(leaningOf(text, languageOf(text))).toBe(leaning),
  );

  it.each([
    ["深蓝航天呢？", "深蓝航天"],
    ["那水平切分呢", "水平切分"],
    ["What about Wonder of the Seas?", "Wonder of the Seas"],
    ["And NeurIPS?", "NeurIPS"],
    ["那他呢？", null],
    ["为什么呢？", null],
    ["后来怎么样了呢？", null],
    ["and why?", null],
    ["what about him?", null],
    ["Who asked?", null],
  ])("%s asks the same of %s", (text, other) => expect(insteadOf(text)).toBe(other));
});
