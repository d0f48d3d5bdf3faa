/**
 * Words that turn, weaken or postpone what a sentence says, as data in both languages. Classes make the languages
 * comparable; `KEEPS` says which class of a claim keeps a class of its sentence.
 */

export type MarkerClass =
  | "negation"
  | "denial"
  | "failure"
  | "rumour"
  | "estimate"
  | "possibility"
  | "alternative"
  | "plan"
  | "future"
  | "opinion"
  | "condition"
  | "limit";

/** Classes that say no. */
export const NEGATIVE: ReadonlySet<MarkerClass> = new Set(["negation", "denial", "failure"]);

interface MarkerWords {
  /** Regular expressions over NFKC text; Chinese. */
  readonly zh: readonly string[];
  /** Over lower-cased NFKC text; English, matched at word borders. */
  readonly en: readonly string[];
}

export const MARKER_WORDS: Readonly<Record<MarkerClass, MarkerWords>> = {
  negation: {
    zh: [
      "没有|无人(?![机驾车艇船潜区售])|没能|没(?!收|落|准|入|顶)|并未|并不|并非|未曾|未能|未必|尚未|从未|未(?![来央婚成])|不是|不再|不能|不会|不可(?!思议|避免|或缺|谓|否认)|不得(?!不)|不含|不设|不到|不足|不如|不(?![断仅但少久同管论过错光只止惜愧禁由妨料想仅可]|得不|可思议|可避免|可或缺|约而同)|绝不|毫无|无(?![论人疑数比限线形非锡障意缝所私法]|不)|无法|非(?!常|洲|凡|同|线|遗|要)|勿|别(?=[再去把让])|免于|拒不",
    ],
    en: [
      "not(?! only| just| least)",
      "\\w+n['’]t",
      "cannot",
      "never",
      "no(?! doubt| wonder|\\.| matter)",
      "none",
      "nobody",
      "nothing",
      "neither",
      "nor",
      "without",
      "hardly",
      "no longer",
      "rather than",
      "instead of",
      "unable",
      "lack(?:s|ed|ing)?",
    ],
  },
  denial: {
    zh: ["否认|驳斥|辟谣|反驳|否定|不实|澄清"],
    en: [
      "den(?:y|ies|ied|ying|ial)",
      "refut(?:e|es|ed|ing)",
      "dismiss(?:ed|es)?",
      "reject(?:s|ed|ing)? (?:the )?(?:claims?|reports?|allegations?)",
      "disput(?:e|es|ed)",
    ],
  },
  failure: {
    zh: [
      "破裂|失败|落空|告吹|流产|取消|叫停|终止|中止|放弃|搁置|拒绝|驳回|撤回|撤销|推迟|延期|退出|未果|夭折|禁止|反对",
    ],
    en: [
      "fail(?:s|ed|ing|ure)?",
      "collapsed?",
      "broke down",
      "fell through",
      "fallen through",
      "cancel(?:s|led|ed|ling)?",
      "call(?:ed)? off",
      "abandon(?:s|ed)?",
      "halt(?:s|ed)?",
      "scrapp(?:ed|ing)",
      "forb(?:id|ids|idden|ade)",
      "suspend(?:s|ed)?",
      "reject(?:s|ed)?",
      "refus(?:e|es|ed)",
      "declin(?:e|es|ed|ing) to",
      "postpon(?:e|es|ed)",
      "delay(?:s|ed)?",
      "withdr(?:ew|awn|aw)",
      "bann?(?:ed|s)?",
      "prohibit(?:s|ed)?",
      "oppos(?:e|es|ed)",
    ],
  },
  rumour: {
    zh: [
      "据传|据说|据称|据悉|据报道|据了解|据[^,。;]{1,14}(?:报道|透露|消息|称|爆料|介绍)|传闻|传言|传出|网传|有传|疑似|消息称|消息人士|知情人士|有报道称|报道称|爆料|坊间|盛传|声称|宣称|自称|号称|所谓|被指|涉嫌",
    ],
    en: [
      "reportedly",
      "allegedly",
      "alleged",
      "alleges?",
      "rumou?r(?:ed|s)?",
      "purported(?:ly)?",
      "supposed(?:ly)?",
      "said to",
      "according to (?:\\w+ ){0,2}(?:people|persons?|sources?|reports?|rumou?rs?|leaks?|insiders?|media)",
      "(?:is|are|was|were) (?:reported|believed|rumou?red) to",
      "sources (?:say|said|told)",
      "people familiar",
      "reports? (?:say|said|suggest)",
      "claim(?:s|ed|ing)?",
      "so-called",
      "accused of",
      "suspected",
    ],
  },
  estimate: {
    zh: ["估计|预计|按照?(?:原定?)?计划|按照?规划|预测|预期|推测|推算|估算|预估|有望|料将|看好|预言|约莫|推断|测算"],
    en: [
      "estimat(?:e|es|ed|ing|ion)",
      "expect(?:s|ed|ing|ation)?",
      "projects?(?= (?:to|that|\\w+ (?:sales|revenue|growth|profit)))",
      "projected",
      "forecasts?",
      "predict(?:s|ed|ion|ions)?",
      "anticipat(?:e|es|ed)",
      "on track to",
      "conjectur(?:e|es|ed)",
      "hypothesi[sz](?:e|es|ed)",
      "theori[sz](?:e|es|ed)",
      "speculat(?:e|es|ed|ion)",
      "assum(?:e|es|ed|ption)",
      "presum(?:ed|ably)",
    ],
  },
  possibility: {
    zh: [
      "可能|或许|也许|恐怕|似乎|看似|看起来|貌似|大概|或将|或会|或是|或为|或可|或成|或能|难免|未必|说不定|不排除|兴许|好像|仿佛|疑为|有机会|存疑|尚不清楚|不确定|隐约",
    ],
    en: [
      "may(?! \\d)",
      "might",
      "could(?! not|n['’]t)",
      "perhaps",
      "possibly",
      "probably",
      "maybe",
      "possible",
      "(?<!more |less )likely",
      "unlikely",
      "potential(?:ly)?",
      "seems?",
      "seemed",
      "seemingly",
      "appears? to",
      "appeared to",
      "apparently",
      "suggest(?:s|ed)?",
      "presumably",
      "unclear",
      "uncertain",
    ],
  },
  alternative: { zh: ["或者|抑或|要么|或(?![许将会是为可成能者]|多或少)"], en: ["or"] },
  plan: {
    zh: [
      "计划|打算|准备(?![了好一二两三四五六七八九十几\\d])|预备|考虑(?![了过])|有意|意图|拟(?![合人态真])|规划(?![了过局])|筹备(?![了过])|筹划(?![了过])|提议|建议|目标是|旨在|力争|争取|希望|欲|酝酿|洽谈|谈判|草案|倡议|呼吁|承诺|寻求|试图|尝试|申请|着手|正前往|途中",
    ],
    en: [
      "plans?",
      "planned",
      "planning",
      "intends?",
      "intended",
      "intend(?:ing)? to",
      "aim(?:s|ed|ing)? (?:to|at|for)",
      "propos(?:es?|ing|als?)",
      "proposed(?= (?:to|that|an?|\\w+ing)\\b)",
      "consider(?:s|ed|ing)?",
      "seek(?:s|ing)?",
      "sought",
      "hop(?:e|es|ed|ing)",
      "want(?:s|ed)? to",
      "in talks",
      "negotiat(?:e|ing|ions?)",
      "target(?:s|ed|ing)?",
      "pledg(?:e|es|ed)",
      "promis(?:e|es|ed)",
      "try(?:ing)? to",
      "tried to",
      "tries to",
      "attempt(?:s|ed|ing)?",
      "recommend(?:s|ed)?",
      "urg(?:e|es|ed)",
      "draft",
      "weigh(?:s|ing)",
      "on (?:its|his|her|their|the) way",
      "head(?:ing|ed|s) (?:for|to|towards?)",
      "en route",
      "bound for",
    ],
  },
  future: {
    zh: [
      "即将|将会|将要|将于|将在|将是|将有|将由|将被|将从|将成为|将继续|将进一步|将对|将为|将达|将能|将可|定于|预定|(?<![行大主老名少上中即必势终])将(?![军领士近来相就错才帅心棋])(?![^,。;]{3,16}(?:[为成到至给入往]|进行|作为|视为))|未来(?=[一二三四五六七八九十几数\\d])|届时|日后|会(?=在|于|把|将|推|成为|是)|待(?=批准|审批|定)",
    ],
    en: [
      "will(?! smith| not)",
      "\\w+['’]ll",
      "shall",
      "going to",
      "set to",
      "slated",
      "scheduled",
      "is to",
      "are to",
      "about to",
      "upcoming",
      "would(?! not)",
      "due to (?:launch|open|begin|start|be|arrive|land|finish)",
      "soon",
    ],
  },
  opinion: {
    zh: ["认为|相信|觉得|主张|看来|在[^,。]{1,8}看来|坚信|怀疑|猜测|担心|担忧|质疑"],
    en: [
      "believ(?:e|es|ed)",
      "think(?:s|ing)?",
      "thought",
      "argu(?:e|es|ed)",
      "in (?:his|her|their|my|our) (?:view|opinion)",
      "doubt(?:s|ed)?",
      "suspect(?:s)?",
      "fear(?:s|ed)?",
      "worr(?:y|ies|ied)",
      "contend(?:s|ed)?",
    ],
  },
  condition: {
    zh: ["如果|假如|倘若|若(?!干)|要是|除非|一旦|只要|只有(?=[^,。;]{1,30}才)|前提是|条件是"],
    en: ["if", "unless", "provided that", "as long as", "in case", "only if"],
  },
  limit: {
    zh: ["不到|不足|少于|低于|以内|以下|至多|最多|不超过|未达"],
    en: ["less than", "fewer than", "under", "below", "at most", "no more than", "up to"],
  },
};

/** What a claim may say in the place of a class of its sentence. Reporting verbs keep an opinion an opinion. */
export const KEEPS: Readonly<Partial<Record<MarkerClass, readonly MarkerClass[]>>> = {
  negation: ["negation", "failure", "denial", "limit"],
  denial: ["denial"],
  failure: ["failure", "negation"],
  rumour: ["rumour", "possibility", "opinion"],
  estimate: ["estimate", "possibility"],
  possibility: ["possibility", "estimate", "alternative", "rumour"],
  alternative: ["alternative", "possibility"],
  plan: ["plan", "future", "estimate"],
  future: ["future", "plan", "estimate", "possibility"],
  opinion: ["opinion", "rumour", "possibility", "estimate"],
  condition: ["condition"],
};

/** Words by which a claim says that somebody says so: they keep rumours and opinions what they are. */
export const REPORTING = {
  zh: /称|表示|说|指出|透露|报道|认为|提到|介绍|观点|强调|写道|批评|指责|谴责|警告|声明|回应|谈到|宣布|承认|据/g,
  en: /\b(?:sa(?:y|ys|id)|according to|report(?:s|ed)?|told|states?|stated|notes?|noted|writes|wrote|describes?|calls?|called|views?|argues?|argued|criticis\w+|warns?|warned|announced?|acknowledg\w+|found|finds|conclud\w+|held|ruled|reasoned|advocat\w+|favou?r(?:s|ed)|maintain(?:s|ed)|insist(?:s|ed)|urged?|recommend(?:s|ed))\b/g,
} as const;
