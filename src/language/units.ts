/** Units of measure in both languages as data: words of one line are one unit. Longest word wins. */

export interface Unit {
  readonly name: string;
  /** `share` is a part of a whole, `count` a number of things that a classifier names. */
  readonly kind: "share" | "points" | "currency" | "measure" | "duration" | "count" | "ordinal";
  /** Of the first unit of its family; units of one family convert into one another. */
  readonly factor: number;
}

/** Parts of one are held as such: 40% is 0.4. */
export const SHARE: Unit = { name: "share", kind: "share", factor: 0.01 };

type Row = readonly [name: string, kind: Unit["kind"], factor: number, words: string];

const ROWS: readonly Row[] = [
  ["share", "share", 0.01, "% percent per_cent"],
  ["share", "share", 0.001, "‰ per_mille"],
  ["share", "share", 1e-6, "parts_per_million ppm"],
  ["share", "share", 1e-9, "parts_per_billion ppb"],
  ["points", "points", 1, "个百分点 百分点 percentage_points percentage_point"],
  ["basis-points", "points", 1, "个基点 基点 basis_points basis_point"],
  ["CNY", "currency", 1, "元人民币 人民币 元 块钱 yuan renminbi rmb cny"],
  ["USD", "currency", 1, "美元 美金 us_dollars us_dollar u.s._dollars dollars dollar usd"],
  ["USD", "currency", 0.01, "美分 cents cent"],
  ["EUR", "currency", 1, "欧元 euros euro eur"],
  ["GBP", "currency", 1, "英镑 pounds_sterling gbp"],
  ["JPY", "currency", 1, "日元 yen jpy"],
  ["HKD", "currency", 1, "港元 港币 hong_kong_dollars hkd"],
  ["KRW", "currency", 1, "韩元 won krw"],
  ["INR", "currency", 1, "卢比 rupees inr"],
  ["RUB", "currency", 1, "卢布 roubles rubles"],
  ["pound", "measure", 1, "磅 pounds pound lbs lb"],
  ["mass", "measure", 1, "克 grams gram g"],
  ["mass", "measure", 0.001, "毫克 milligrams milligram mg"],
  ["mass", "measure", 1e-6, "微克 micrograms μg"],
  ["mass", "measure", 1_000, "公斤 千克 kilograms kilogram kilos kg"],
  ["mass", "measure", 500, "斤"],
  ["mass", "measure", 1e6, "吨 公吨 tonnes tonne tons ton metric_tons"],
  ["mass", "measure", 1e15, "gigatons gigaton gigatonnes"],
  ["ounce", "measure", 1, "盎司 ounces ounce oz"],
  ["length", "measure", 1, "米 公尺 metres meters metre meter m"],
  ["length", "measure", 1_000, "公里 千米 kilometres kilometers kilometre kilometer km"],
  ["length", "measure", 0.01, "厘米 公分 centimetres centimeters centimetre centimeter cm"],
  ["length", "measure", 0.001, "毫米 公厘 millimetres millimeters millimetre millimeter mm"],
  ["length", "measure", 1e-6, "微米 micrometres micrometers microns micron μm"],
  ["length", "measure", 1e-9, "纳米 nanometres nanometers nanometre nanometer nm"],
  ["mile", "measure", 1, "英里 miles mile"],
  ["sea-mile", "measure", 1, "海里 nautical_miles nautical_mile"],
  ["foot", "measure", 1, "英尺 英呎 feet foot ft"],
  ["chi", "measure", 1, "尺"],
  ["zhang", "measure", 1, "丈"],
  ["prime", "measure", 1, "′"],
  ["double-prime", "measure", 1, "′′"],
  ["inch", "measure", 1, "英寸 英吋 inches inch"],
  ["yard", "measure", 1, "yards yard"],
  ["light-year", "measure", 1, "光年 light-years light-year light_years"],
  ["square-mile", "measure", 1, "平方英里 square_miles square_mile sq_mi"],
  ["area", "measure", 1, "平方米 平方公尺 square_metres square_meters 平米"],
  ["area", "measure", 1e6, "平方公里 平方千米 km2 square_kilometres square_kilometers"],
  ["area", "measure", 0.0001, "平方厘米 square_centimetres square_centimeters square_centimetre square_centimeter"],
  ["area", "measure", 0.000001, "平方毫米 square_millimetres square_millimeters square_millimetre square_millimeter"],
  ["area", "measure", 10_000, "公顷 hectares hectare"],
  ["mu", "measure", 1, "亩 mu"],
  ["acre", "measure", 1, "英亩 acres acre"],
  ["volume", "measure", 1, "升 litres liters litre liter"],
  ["volume", "measure", 0.001, "毫升 millilitres milliliters ml"],
  ["volume", "measure", 1_000, "立方米 立方公尺 cubic_metres cubic_meters"],
  ["gallon", "measure", 1, "加仑 gallons gallon"],
  ["barrel", "measure", 1, "桶 barrels barrel"],
  ["celsius", "measure", 1, "摄氏度 ℃ °c degrees_celsius"],
  ["fahrenheit", "measure", 1, "华氏度 ℉ °f degrees_fahrenheit"],
  ["degree", "measure", 1, "度 ° degrees degree"],
  ["watt", "measure", 1, "瓦 watts watt w"],
  ["watt", "measure", 1_000, "千瓦 kilowatts kilowatt kw"],
  ["watt", "measure", 1e6, "兆瓦 megawatts megawatt mw"],
  ["watt", "measure", 1e9, "吉瓦 gigawatts gigawatt gw"],
  ["watt-hour", "measure", 1_000, "千瓦时 度电 kilowatt-hours kilowatt_hours kwh"],
  ["hertz", "measure", 1, "赫兹 hertz hz"],
  ["hertz", "measure", 1e6, "mhz 兆赫"],
  ["hertz", "measure", 1e9, "ghz 吉赫"],
  ["volt", "measure", 1, "伏 伏特 volts volt"],
  ["kilobyte", "measure", 1, "kb kilobytes"],
  ["megabyte", "measure", 1, "mb megabytes"],
  ["gigabyte", "measure", 1, "gb gigabytes"],
  ["terabyte", "measure", 1, "tb terabytes"],
  ["petabyte", "measure", 1, "pb petabytes"],
  ["bit", "measure", 1, "比特 bits bit"],
  ["byte", "measure", 1, "字节 bytes byte"],
  ["decibel", "measure", 1, "分贝 decibels decibel db"],
  ["knot", "measure", 1, "knots"],
  ["time", "duration", 1, "秒钟 秒 seconds second sec"],
  ["time", "duration", 0.001, "毫秒 milliseconds millisecond ms"],
  ["time", "duration", 60, "分钟 minutes minute min"],
  ["time", "duration", 3_600, "个小时 小时 个钟头 个多小时 hours hour"],
  ["time", "duration", 86_400, "天 days day 日"],
  ["week", "duration", 1, "个星期 星期 周 weeks week"],
  ["month", "duration", 1, "个月 个多月 months month"],
  ["year", "duration", 1, "周年 年 years year 岁 years_old year-old"],
  ["year", "duration", 10, "decades decade"],
  ["year", "duration", 100, "个世纪 个多世纪 centuries"],
  ["times", "measure", 1, "倍 fold times time x"],
  ["occasion", "count", 1, "次 回 趟 occasions occasion"],
  ["person", "count", 1, "人 名 位 条人命 people persons person individuals"],
  ["ten-thousand-words", "count", 1, "字"],
  ["thing", "count", 1, "个"],
  ["firm", "count", 1, "家 companies company firms firm"],
  ["paper", "count", 1, "篇 papers paper articles"],
  ["patent", "count", 1, "patents patent"],
  ["vehicle", "count", 1, "辆 cars vehicles"],
  ["aircraft", "count", 1, "架 aircraft planes"],
  ["ship", "count", 1, "艘 ships vessels"],
  ["machine", "count", 1, "台"],
  ["sheet", "count", 1, "张"],
  ["book", "count", 1, "本 books"],
  ["household", "count", 1, "户 households"],
  ["seat", "count", 1, "座"],
  ["star", "count", 1, "颗"],
  ["piece", "count", 1, "枚"],
  ["strip", "count", 1, "条"],
  ["item", "count", 1, "项"],
  ["part", "count", 1, "部"],
  ["model", "count", 1, "款"],
  ["kind", "count", 1, "种 类"],
  ["event", "count", 1, "件"],
  ["animal", "count", 1, "只 头"],
  ["school", "count", 1, "所"],
  ["level", "count", 1, "层 floors storeys"],
  ["score", "count", 1, "分 points point"],
  ["frame", "count", 1, "帧 frames frame fps"],
  ["token", "count", 1, "tokens token"],
  ["ordinal", "ordinal", 1, "号 期 代 届"],
];

const byWord = new Map<string, Unit>();
for (const [name, kind, factor, words] of ROWS)
  for (const word of words.split(" ")) byWord.set(word.replaceAll("_", " "), { name, kind, factor });

export const SYMBOLS: Readonly<Record<string, string>> = {
  us$: "USD",
  $: "USD",
  "¥": "CNY",
  "€": "EUR",
  "£": "GBP",
  hk$: "HKD",
  "₩": "KRW",
  rmb: "CNY",
  cny: "CNY",
  usd: "USD",
  eur: "EUR",
  gbp: "GBP",
  hkd: "HKD",
  jpy: "JPY",
};

export const unitOfSymbol = (symbol: string): Unit => ({
  name: SYMBOLS[symbol.toLowerCase()] ?? symbol,
  kind: "currency",
  factor: 1,
});

const quote = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const bounded = (word: string): string => (/[a-z]$/.test(word) ? `${quote(word)}(?![a-z])` : quote(word));

/** Matches one unit word, longest first; for lower-cased text. */
export const UNIT_PATTERN = [...byWord.keys()]
  .sort((a, b) => b.length - a.length)
  .map(bounded)
  .join("|");

/** The Chinese ones but 年, which makes a year of the number before it. */
export const HAN_UNIT_PATTERN = [...byWord.keys()].filter((word) => /^(?!年)\p{Script=Han}/u.test(word)).join("|");

export const unitOf = (word: string): Unit | null => byWord.get(word.replace(/\s+/g, " ")) ?? null;
