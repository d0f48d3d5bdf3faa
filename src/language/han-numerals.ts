const DIGITS = "零一二三四五六七八九";
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000, 万: 10_000, 亿: 100_000_000 };

/** Value of a Chinese numeral such as 二十三, 一万五千 or 三点五; bare digits (二〇二四) read one by one; null for none. */
export function hanValue(numeral: string): number | null {
  const text = numeral.replaceAll("〇", "零").replaceAll("两", "二");
  const [whole = "", fraction] = text.split("点");
  if (fraction !== undefined) {
    const left = hanValue(whole);
    const right = bareDigits(fraction);
    return left === null || right === null ? null : Number(`${left}.${right}`);
  }
  const bare = bareDigits(whole);
  return bare === null ? composed(whole) : Number(bare);
}

function bareDigits(text: string): string | null {
  const digits = [...text].map((character) => DIGITS.indexOf(character));
  return digits.length === 0 || digits.includes(-1) ? null : digits.join("");
}

function composed(text: string): number | null {
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of text) {
    const unit = UNITS[character];
    if (unit === undefined) {
      digit = DIGITS.indexOf(character);
      if (digit < 0) return null;
    } else if (unit >= 10_000) {
      total = (total + section + digit || 1) * unit;
      section = 0;
      digit = 0;
    } else {
      section += (digit || 1) * unit;
      digit = 0;
    }
  }
  return total + section + digit;
}
