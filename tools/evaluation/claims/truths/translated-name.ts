import type { Base, Maker } from "../claim.ts";
import { pick } from "../random.ts";

/** A pair that translates: the Chinese name whole between marks, and a name of a person, an abbreviation or several words. */
const PAIR =
  /(?<=^|[，。、；：“「\s])([\p{Script=Han}·]{2,10})[（(]([A-Z][A-Za-z.'’-]*(?: [A-Za-z.'’-]+)+|[A-Z]{2,6}|[A-Z][a-z]+)[）)]/gu;
const NO_NAME = /[的了在是和与为对从用将把被由到等及]/;
const KNOWN = /·|^(?:谷歌|微软|英伟达|亚马逊|特斯拉|英特尔|高通|苹果|三星|台积电|软银|甲骨文|脸书|推特)$/;

/** 英伟达 as NVIDIA where the article itself gives the pair 英伟达（NVIDIA）. */
export const translatedName: Maker = (base, random) => {
  if (base.language !== "zh") return null;
  const pair = pick(
    pairsOf(base).filter(([han, latin]) => base.text.includes(han) && !base.text.includes(latin)),
    random,
  );
  return pair === null ? collapsed(base) : { text: base.text.replaceAll(pair[0], pair[1]) };
};

/** The claim keeps one name of a pair that its own sentence holds. */
function collapsed({ text }: Base) {
  const changed = text.replace(/[（(][A-Z][A-Za-z .'’-]{1,40}[）)]/, "");
  return changed === text ? null : { text: changed };
}

/** One word in Latin letters may be an example, not a translation, so there the Chinese name has to be a known one. */
function pairsOf({ source }: Base): [string, string][] {
  return [...source.text.matchAll(PAIR)].flatMap((match): [string, string][] => {
    const [, han = "", latin = ""] = match;
    const translates = KNOWN.test(han) || ((/ /.test(latin) || /^[A-Z]{2,6}$/.test(latin)) && han.length >= 4);
    return translates && !NO_NAME.test(han) ? [[han, latin]] : [];
  });
}
