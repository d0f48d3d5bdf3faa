import type { Maker } from "../claim.ts";
import { countOf, type Rewrite, rewriteOnce } from "../edit.ts";

/** Anything that may deny; where two stand together, dropping one is no sure lie. */
const ANY =
  /[不没未无非]|否认|拒绝|禁止|难以|莫|别|勿|\b(?:not?|never|none|nor|neither|without|cannot|nothing|nobody|hardly|unless|until|denied|refused|failed|un\w+ly)\b|n[’']t\b/i;
/** Conditions and rhetoric, where a denial denies nothing. */
const UNSURE =
  /如果|假如|若|要是|倘|的话|除非|难道|何尝|岂|谁|哪|吗|是否|之前|比这|比它|再.*不过|才|\b(?:if|whether|unless|until|only|just|merely|simply|but|than|rather)\b/i;

const DROPS: readonly Rewrite[] = [
  [/(?:并没有|没有)(?![想料过说错人谁必比])/, "有"],
  [/(?:并未|尚未|从未|未能)/, "已经"],
  [/(?:并不|不)(?=(?:是|会|能|支持|包括|属于|存在|允许|需要|具备|接受|适合|提供|使用|采用|影响|改变)(?!不))/, ""],
  [/不再(?!是?只)/, "仍然"],
  [/无法(?!避免)/, "能够"],
  [/否认/, "承认"],
  [/拒绝/, "同意"],
  [/禁止/, "允许"],
  [
    /\b(was|were|is|are|has|have|had|will|would|could|did|does|do|can) not (?!only|just|yet|even|all|every|necessarily)/,
    "$1 ",
  ],
  [/\bcannot\b/, "can"],
  [/\b(was|were|is|are|has|have|had|would|could|did|does|do)n[’']t\b/, "$1"],
  [/\b(has|have|had|was|were|is|are) never\b/, "$1 already"],
  [/\bno longer\b/, "still"],
  [/\bdenied\b/, "confirmed"],
  [/\brefused to\b/, "agreed to"],
  [/\bfailed to\b/, "managed to"],
];

const ADDS: readonly Rewrite[] = [
  [
    /(?<![不就还只也都可但于要若正倒总凡更而或尤特像真别算老自硬乃即便已才又仅先越横国独])是(?![否不因由为非的以]|[^，。]{0,12}还是)/,
    "不是",
  ],
  [/(?<![不])可以(?!说)/, "不可以"],
  [/(?<![不])能够/, "不能"],
  [/已经/, "尚未"],
  [
    /(发布|推出|完成|采用|使用|发现|获得|建成|取得|提出|实现|超过|达到|收购|投资|成立|打破|通过|加入|离开|证明|改变|拿下|吸引|引入)了/,
    "没有$1",
  ],
  [/将(?=[在于会成为])会?/, "不会"],
  [
    /\b(was|were|is|are|will|has been|have been|had been)(?= (?:the|a|an|in|on|at|by|about|made|found|built|launched|used|called|designed|named|given|taken|announced|known|able|be|born|first|part)\b)/,
    "$1 not",
  ],
];

/** The one denial of a sentence is gone. */
export const negationDropped: Maker = ({ text, context }, random) => {
  if (countOf(text, ANY) !== 1 && !/^[^不没未无非]*(?:并没有|并未|尚未|从未|未能|并不)[^不没未无非]*$/.test(text))
    return null;
  if (UNSURE.test(text)) return null;
  const changed = rewriteOnce(text, DROPS, random);
  return changed === null || context.includes(changed)
    ? null
    : { text: changed.replace(/\bhas been not\b/, "has not been") };
};

/** A plain statement is denied. */
export const negationAdded: Maker = ({ text }, random) => {
  if (ANY.test(text) || UNSURE.test(text)) return null;
  const changed = rewriteOnce(text, ADDS, random);
  return changed === null ? null : { text: changed.replace(/\b(has|have|had) been not\b/, "$1 not been") };
};
