import { pinyin } from "pinyin-pro";

/** Characters that spell foreign names by their sound. */
const SPELLING = new Set(
  "阿埃艾更爱安昂奥澳巴白班邦保鲍贝本比彼宾波伯博布查茨达大戴丹道德登邓迪蒂丁东杜顿多厄恩尔法范菲费芬丰佛夫弗福富盖甘冈高戈哥格根贡古哈海汉豪赫亨胡华怀惠霍基吉加贾杰金卡开凯坎康考科柯克肯库夸昆拉莱赖兰朗劳勒雷黎里理利莉莲林列琳龙隆卢鲁路伦罗洛马玛迈麦曼芒毛梅门蒙米密明莫姆木穆纳娜奈南内尼宁纽努诺欧帕潘庞佩彭皮平珀普奇乔切琴让瑞若撒萨塞赛桑森沙珊尚绍舍圣施史士斯丝苏所索塔泰坦汤唐特滕提廷图托瓦万威韦维魏温文翁沃乌伍西希锡悉夏香辛欣休雪雅亚扬耶叶伊易因英尤约泽扎詹张朱卓兹逊斐俄堪墨肖泊涅杨",
);
const SYLLABLE_INITIALS = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(.*)$/;
/** Sounds that one script writes for another fall into one class; vowels and y fall away. */
const CLASSES: Readonly<Record<string, string>> = {
  b: "P",
  p: "P",
  m: "M",
  f: "F",
  v: "F",
  w: "F",
  ph: "F",
  d: "T",
  t: "T",
  th: "T",
  n: "N",
  l: "L",
  r: "L",
  g: "K",
  k: "K",
  q: "K",
  ck: "K",
  x: "S",
  z: "S",
  s: "S",
  j: "S",
  zh: "S",
  ch: "S",
  sh: "S",
  h: "",
  y: "",
};

/** The consonants of a Latin word by class: "Collins" is KLNS. */
export function latinSkeleton(word: string): string {
  const plain = word
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z]/g, "")
    .replace(/c(?=[eiy])/g, "s")
    .replace(/ch(?=r)|c(?!h)/g, "k");
  const classes = (plain.match(/ph|th|ck|zh|ch|sh|[a-z]/g) ?? []).map((sound) => CLASSES[sound] ?? "").join("");
  return classes.replace(/(.)\1+/g, "$1");
}

/** One class or two for each character: 林 is LN. g, k, h and j, q, x before i can stand for either. */
function hanSkeleton(syllables: readonly string[]): string {
  const classes = syllables.map((syllable) => {
    if (syllable === "er") return "L";
    const [, initial = "", final = ""] = SYLLABLE_INITIALS.exec(syllable) ?? [];
    const head = initial === "j" && /^ia/.test(final) ? "K" : initial === "q" ? "S" : (CLASSES[initial] ?? "");
    return head + (/ng?$/.test(final) ? "N" : "");
  });
  return classes.join("").replace(/(.)\1+/g, "$1");
}

export function syllablesOf(text: string): string[] {
  return pinyin(text, { toneType: "none", type: "array", nonZh: "consecutive" });
}

const LONGEST_SPELLED = 7;

/** Does a Chinese run spell the Latin word, as pinyin (Dujiangyan) or by its sound (柯林斯, Collins)? */
export function spells(run: string, word: string): boolean {
  const characters = [...run];
  const lower = word.toLowerCase().replace(/[^a-z]/g, "");
  const wanted = latinSkeleton(word);
  const syllables = syllablesOf(run);
  for (let from = 0; from < characters.length; from++) {
    for (let to = from + 1; to <= Math.min(characters.length, from + LONGEST_SPELLED); to++) {
      const part = syllables.slice(from, to);
      if (part.join("").replace(/ü/g, "v") === lower) return true;
      const isSpelling = to - from >= 2 && characters.slice(from, to).every((character) => SPELLING.has(character));
      if (isSpelling && wanted.length >= 2 && soundsLike(hanSkeleton(part), wanted)) return true;
    }
  }
  return false;
}

/** Short names have to agree in full, longer ones but for one sound. */
function soundsLike(a: string, b: string): boolean {
  if (a === b) return true;
  return b.length >= 3 && a.length >= 2 && Math.abs(a.length - b.length) <= 1 && a[0] === b[0] && oneEdit(a, b);
}

function oneEdit(a: string, b: string): boolean {
  let at = 0;
  while (at < Math.min(a.length, b.length) && a[at] === b[at]) at++;
  return [
    a.slice(at + 1) === b.slice(at + 1),
    a.slice(at) === b.slice(at + 1),
    a.slice(at + 1) === b.slice(at),
  ].includes(true);
}
