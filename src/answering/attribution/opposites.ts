import type { Wording } from "./word-places.ts";

/** Words that turn a statement round when one stands for the other, as data. */
export const OPPOSITES: readonly (readonly [Wording, Wording])[] = [
  [
    {
      zh: "上涨|上升|增长|增加|增至|增多|提高|提升|升至|涨至|涨到|攀升|走高|飙升|激增|翻倍|翻番|变重|扩大|增强",
      en: "ris(?:e|es|en|ing)|rose|increas(?:e|es|ed|ing)|gr(?:ew|ow|ows|own|owing|owth)|gain(?:s|ed|ing)?|climb(?:s|ed|ing)?|doubl(?:e|es|ed|ing)|tripl(?:e|es|ed)|surg(?:e|es|ed|ing)|jump(?:s|ed)|expand(?:s|ed|ing)?",
    },
    {
      zh: "下跌|下降|下滑|减少|降低|降至|跌至|跌到|走低|骤降|锐减|腰斩|减半|变轻|缩小|减弱|萎缩",
      en: "fall(?:s|en|ing)?|fell|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)(?! to)|drop(?:s|ped|ping)?|los(?:e|es|t|ing)|shr(?:ink|inks|ank|unk)|halv(?:e|es|ed|ing)|reduc(?:e|es|ed|ing|tion)|plung(?:e|es|ed|ing)|slump(?:s|ed)",
    },
  ],
  [
    { zh: "更多|较多|多于", en: "more than|more(?= \\w+ than)" },
    { zh: "更少|较少|少于", en: "less than|fewer(?: \\w+)? than|fewer" },
  ],
  [
    { zh: "更厚|较厚|变厚", en: "thick(?:er|est)?" },
    { zh: "更薄|较薄|变薄", en: "thin(?:ner|nest)?" },
  ],
  [
    { zh: "更大|较大|大于|还大|最大", en: "larger|bigger|largest|biggest" },
    { zh: "更小|较小|小于|还小|最小|赶不上", en: "smaller|smallest" },
  ],
  [
    { zh: "更高|较高|高于|最高", en: "higher|highest|above" },
    { zh: "更低|较低|低于|最低", en: "lower|lowest|below" },
  ],
  [
    { zh: "更快|较快|加快|加速|最快", en: "faster|fastest|accelerat(?:e|es|ed|ing)|quicker" },
    { zh: "更慢|较慢|减慢|放缓|减速|最慢", en: "slower|slowest|slow(?:s|ed|ing) down" },
  ],
  [
    { zh: "更早|早于|提前|最早", en: "earlier than|sooner|earliest|ahead of" },
    { zh: "更晚|晚于|推迟|延后|最晚", en: "later than|latest|behind" },
  ],
  [
    { zh: "更好|改善|好转|变好", en: "better|improv(?:e|es|ed|ing)" },
    { zh: "更差|更糟|恶化|变差|变糟", en: "worse|worsen(?:s|ed|ing)?|deteriorat(?:e|es|ed|ing)" },
  ],
  [
    { zh: "更强|增强|加强", en: "stronger|strengthen(?:s|ed|ing)?" },
    { zh: "更弱|减弱|削弱", en: "weaker|weaken(?:s|ed|ing)?" },
  ],
  [
    { zh: "更长|较长|延长|最长", en: "longer|longest|lengthen(?:s|ed)?" },
    { zh: "更短|较短|缩短|最短", en: "shorter|shortest|shorten(?:s|ed)?" },
  ],
  [
    { zh: "更重|较重|变重", en: "heavier|heaviest" },
    { zh: "更轻|较轻|变轻", en: "lighter|lightest" },
  ],
  [
    { zh: "更硬|变硬|越硬", en: "harder|hardest" },
    { zh: "更软|变软|越软", en: "softer|softest" },
  ],
  [
    {
      zh: "左侧|左边|左肩|左手|左",
      en: "left(?=[ -](?:side|hand|shoulder|bank|wing|foot|leg|arm|eye|of))|(?:on|to) (?:the|his|her|its) left",
    },
    {
      zh: "右侧|右边|右肩|右手|右",
      en: "right(?=[ -](?:side|hand|shoulder|bank|wing|foot|leg|arm|eye|of))|(?:on|to) (?:the|his|her|its) right",
    },
  ],
  [
    { zh: "北部|北侧|以北|向北|北岸|北边", en: "north(?:ern|ward|wards)?" },
    { zh: "南部|南侧|以南|向南|南岸|南边", en: "south(?:ern|ward|wards)?" },
  ],
  [
    { zh: "东部|东侧|以东|向东|东岸|东边", en: "east(?:ern|ward|wards)?" },
    { zh: "西部|西侧|以西|向西|西岸|西边", en: "west(?:ern|ward|wards)?" },
  ],
  [
    { zh: "流入|净流入", en: "inflows?" },
    { zh: "流出|净流出", en: "outflows?" },
  ],
  [
    { zh: "出口", en: "exports?|exported" },
    { zh: "进口", en: "imports?|imported" },
  ],
  [
    { zh: "盈利|赚", en: "profits?" },
    { zh: "亏损|赔", en: "loss(?:es)?" },
  ],
  [
    { zh: "支持|赞成", en: "support(?:s|ed)?|in favou?r of" },
    { zh: "反对|抵制", en: "oppos(?:e|es|ed)|against" },
  ],
  [
    { zh: "批准|允许|准许", en: "approv(?:e|es|ed)|allow(?:s|ed)?|permit(?:s|ted)?" },
    { zh: "禁止|驳回|不准", en: "ban(?:s|ned)?|forbid(?:s|den)?|prohibit(?:s|ed)?|reject(?:s|ed)?" },
  ],
  [
    { zh: "不同于|有别于|[与跟和同][^,。]{1,10}不同", en: "unlike|in contrast to|as opposed to" },
    { zh: "类似于|[与跟和同][^,。]{1,10}(?:一样|相同)", en: "just like|same as|as with" },
  ],
  [
    {
      zh: "增强|促进|激活|刺激",
      en: "enhanc(?:e|es|ed|ing)|promot(?:e|es|ed|ing)|activat(?:e|es|ed|ing)|stimulat(?:e|es|ed|ing)",
    },
    { zh: "抑制|阻碍|妨碍", en: "inhibit(?:s|ed|ing)?|suppress(?:es|ed|ing)?|hinder(?:s|ed|ing)?" },
  ],
  [
    { zh: "超过了|优于|领先|胜过", en: "exceed(?:s|ed)?|outperform(?:s|ed)?|surpass(?:es|ed)?" },
    { zh: "落后于|落后|不如|逊于", en: "lag(?:s|ged)? behind|underperform(?:s|ed)?|trail(?:s|ed)?" },
  ],
  [
    { zh: "相同方向|同向", en: "(?:in )?the same directions?" },
    { zh: "相反方向|反向", en: "(?:in )?(?:the )?opposite directions?" },
  ],
];
