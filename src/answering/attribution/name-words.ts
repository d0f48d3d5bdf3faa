/** What tells a name, as data. */

export const SURNAMES = new Set(
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤屠竺祖蔚",
);

export const ORGANISATION =
  /(?:公司|集团|大学|学院|研究院|研究所|实验室|银行|基金会|委员会|医院|出版社|协会|学会|科技|资本|汽车|中学|博物馆|天文台|航天局|中心|部队|法院|政府|联盟|组织|球队|乐队|电视台|杂志|日报|晚报|大桥|机场|车站|号)$/;

/** Characters that join or end words, never part of an unknown name at its edge. */
export const FUNCTION_CHARACTERS = new Set(
  "的了在是和与及或由从到把被将对为以于而也都就还又再很更最不没未无有这那其该此某每各个们我你他她它谁何哪什么怎么来去上下中里外前后间内时年月日号点分秒次位名家只条张件种类等着过得地之所者说称道给让使令向往用可能会要应须需想做成起出入进开关看听见吃喝住走跑站坐立放取拿打造建写读问答买卖用比按据因如若虽但却则便即并且又此当每凡约近超多少大小高低长短新旧好坏人事物处第一二三四五六七八九十百千万亿两几半数倍共总仅只才已正曾刚",
);

/** A sentence whose head points back to something named before it. */
export const PRONOUN_HEAD = {
  zh: /^.{0,6}?(?:他|她|它|其|该|此|这|那|本(?!来|质|身|地|科)|前者|后者|公司|集团|团队|我们|双方|两者|对方|作者)/,
  en: /^(?:\w+,? ){0,2}(?:he|she|it|they|his|her|its|their|this|that|these|those|the (?:company|firm|team|group|author|city|country|university|probe|spacecraft|model|bridge|ship|book|film|city|river|man|woman))\b/i,
} as const;

/** Placeholder people that dictionaries list as words. */
export const PLACEHOLDER_PEOPLE = [
  "张三",
  "李四",
  "王五",
  "赵六",
  "小明",
  "小红",
  "小刚",
  "小李",
  "小王",
  "小张",
] as const;

/** Capitalised words that are no names: heads of sentences, titles of people, generic shorts. */
export const NO_NAMES = new Set(
  "i the a an this that these those it its he she they his her their we our you your who which what when where why how in on at by for from to of with without within as if while after before during since until although though because but and or nor so yet not no yes all any some both each every many most more several such other another one two three four five six seven eight nine ten first second third there here then now today mr mrs ms dr prof ceo cto cfo president ai ml api app it's according however moreover also only even still about over under between among against into through per via once instead rather than despite unlike like its is are was were be been has have had do does did will would can could may might should shall must let article author authors researchers scientists engineers people users company companies reports report says said new everyone everybody someone somebody anyone anybody nobody nothing something anything everything few little much neither either whether hence thus therefore meanwhile later earlier soon yesterday overall together among along across behind beyond above below near given based using compared due thanks besides including following having being early late recent recently currently previously originally eventually finally initially generally typically usually often sometimes always never perhaps maybe indeed clearly apparently similarly likewise nevertheless furthermore additionally otherwise specifically particularly especially notably actually roughly approximately nearly almost around everyday modern total annual global local national international public private old big small large great high low long short good best last next same different own full free open half part whole women men children shoppers readers visitors scientists experts officials critics students teachers workers".split(
    " ",
  ),
);
