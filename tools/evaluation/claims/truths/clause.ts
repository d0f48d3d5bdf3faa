import type { Maker } from "../claim.ts";
import { countOf } from "../edit.ts";

/** Where a denial, a hedge, a condition, a contrast or a cause stands, a part may say other than the whole. */
const DELICATE =
  /[不没未无非]|如果|若|虽然|尽管|即使|只有|除|当|时，|因为|由于|为了|但|却|然而|而是|可能|估计|据|预计|计划|将|以为|认为|称|说|或|似乎|约|最|第一|首|仅|只|\b(?:not?|never|if|unless|although|though|but|however|because|since|when|while|may|might|could|would|only|first|most|said|says|claimed|reported|believed|expected|plans?|about|roughly|except|than|until|before|after)\b/i;
/** Openings that wait for a main clause, a mere noun, a relative clause that needs its tail. */
const NO_STATEMENT =
  /^(?:在|对|从|为|随着|通过|作为|经过|根据|按照|基于|关于|与|和|凭|借|以|经|之后|此前)|^[^是有]*的\p{Script=Han}{1,2}$|\b(?:that|of the \w+)$|\bthat\b/u;
const FIRST_ZH = /^([^，。；：“「（]{10,})，[^。]{6,}。$/;
const TAIL_EN = /^([A-Z][^,;:“"()]{40,})(?:, (?:which|who|where) [^;]{8,}|; [^;]{8,})\.$/;

/** The first clause of a plain sentence, which stays true without the rest. */
export const oneClause: Maker = ({ text, language }) => {
  if (countOf(text, DELICATE) > 0) return null;
  const match = (language === "zh" ? FIRST_ZH : TAIL_EN).exec(text)?.[1];
  if (match === undefined || NO_STATEMENT.test(match) || (language === "zh" && !/[了着过是有在于为]/.test(match)))
    return null;
  return { text: match + (language === "zh" ? "。" : ".") };
};
