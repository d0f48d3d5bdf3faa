/** Small worlds of our own in both languages, word by word: enough to train on, and to hold some back. */
const WHO = [
  ["The teacher", "老师"],
  ["The doctor", "医生"],
  ["The farmer", "农民"],
  ["My mother", "我的母亲"],
  ["My brother", "我的兄弟"],
  ["The student", "学生"],
  ["The king", "国王"],
  ["The company", "公司"],
] as const;
const DOES = [
  ["bought", "买了"],
  ["sold", "卖了"],
  ["found", "找到了"],
  ["lost", "丢了"],
  ["saw", "看见了"],
  ["built", "建造了"],
  ["loves", "喜欢"],
] as const;
const WHAT = [
  ["a car", "汽车"],
  ["a book", "书"],
  ["a house", "房子"],
  ["a dog", "狗"],
  ["a bridge", "桥"],
  ["an airport", "机场"],
  ["a computer", "电脑"],
  ["a hospital", "医院"],
] as const;

export interface SentencePair {
  readonly english: string;
  readonly chinese: string;
}

/** 448 pairs, in an order that mixes them. */
export function sentencePairs(): SentencePair[] {
  const pairs = WHO.flatMap(([who, 谁]) =>
    DOES.flatMap(([does, 做]) =>
      WHAT.map(([what, 物]) => ({ english: `${who} ${does} ${what}.`, chinese: `${谁}${做}${物}。` })),
    ),
  );
  // 389 shares no factor with 448: every pair comes once.
  return pairs.map((_, index) => pairs[(index * 389) % pairs.length] ?? { english: "", chinese: "" });
}

/** Entries in the form of CC-CEDICT, written for this test: characters to be mapped, words to be paired. */
export const DICTIONARY = `# a dictionary of our own
貓 猫 [mao1] /cat/
橋 桥 [qiao2] /bridge/
書 书 [shu1] /book/
醫生 医生 [yi1 sheng1] /doctor/
醫院 医院 [yi1 yuan4] /hospital/
農民 农民 [nong2 min2] /farmer/
學生 学生 [xue2 sheng5] /student/
國王 国王 [guo2 wang2] /king/
機場 机场 [ji1 chang3] /airport/
電腦 电脑 [dian4 nao3] /computer/
汽車 汽车 [qi4 che1] /car/
房子 房子 [fang2 zi5] /house/
音樂 音乐 [yin1 yue4] /music/
錢 钱 [qian2] /money/
`;
