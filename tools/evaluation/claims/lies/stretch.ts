import type { Maker } from "../claim.ts";
import { tidy, withoutEnd } from "../edit.ts";

/** What is left says as a fact what the whole sentence says as a condition, a belief, or not at all. */
const ZH: readonly RegExp[] = [
  /^(?:如果(?!说)|假如|假设|若|要是|倘若|一旦|除非)[^，。]{3,40}，(?:那么|则|就)?([^。]{8,})$/,
  /^[^，。]{0,16}(?:误以为|以为|谣传|传闻称|传言称|据传|有传言说)[，,：]?([^。，]{8,})$/,
  /^([^，。]{0,12})(?:并不是|并非|不是)([^，。]{4,})，而是[^。]+$/,
  /^([^。]{8,})[，,](?:这种|这一|上述|此)(?:说法|传言|消息)[^。]*(?:不实|错误|谣言|否认|没有根据)[^。]*$/,
];
const EN: readonly RegExp[] = [
  /^(?:If|Unless|Had|Were|Provided that) [^,;]{6,80}, ([^;]{16,})$/,
  /^([^,;]{20,}),? (?:if|unless|provided that) [^;]{6,}$/,
  /^[^,;]{2,60} (?:mistakenly believed|wrongly believed|believed|claimed|feared|hoped|denied|doubted) that ([^;]{16,})$/,
  /^It (?:is|was) (?:a myth|false|untrue|unlikely|doubtful|denied) that ([^;]{16,})$/,
];

/** Half of a sentence word for word, cut so that it says something else. */
export const quoteStretched: Maker = ({ text, language }) => {
  const whole = withoutEnd(text);
  for (const pattern of language === "zh" ? ZH : EN) {
    const match = pattern.exec(whole);
    if (match === null) continue;
    const half = match[2] === undefined ? (match[1] ?? "") : `${match[1]}是${match[2]}`;
    if (!/\b(?:would|might|could|if)\b|[？吗]|可能|就/.test(half))
      return { text: tidy(half) + (language === "zh" ? "。" : ".") };
  }
  return null;
};
