/** The characters that look like the radicals U+2E80 to U+2EF3, in their order (Unicode: EquivalentUnifiedIdeograph.txt). */
const LIKE_RADICALS =
  "冫厂乛乚乙亻冂几刀刂卜卩小小尢尣尢尣巳幺彑彐忄心扌攵⺚旡日月歺母民氵水灬爪爫丬牛犭王疋目示礻竹糹纟罓罒网罓网羊羊羋耂肀聿月臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食飠飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀⻳";
const FIRST_RADICAL = 0x2e80;
const RADICAL = /[\u2e80-\u2ef3]/g;
/** Radicals of Kangxi, characters doubled for other encodings, and Latin ligatures: NFKC knows them all. */
const DOUBLED = /[\u2f00-\u2fd5\uf900-\ufaff\u{2f800}-\u{2fa1f}\ufb00-\ufb06]/gu;

/** PDFs and what is copied from them write ⼀ and ⻓ for 一 and 长, which nobody types and no search finds. */
export function inCommonCharacters(text: string): string {
  return text
    .replace(DOUBLED, (sign) => sign.normalize("NFKC"))
    .replace(RADICAL, (sign) => [...LIKE_RADICALS][sign.charCodeAt(0) - FIRST_RADICAL]?.normalize("NFKC") ?? sign);
}
