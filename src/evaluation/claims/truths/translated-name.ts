import type { Base, Maker } from "../claim.ts";
import { pick } from "../random.ts";

const PAIR = /([\p{Script=Han}·]{2,12})[（(]([A-Z][A-Za-z .'’-]{1,40})[）)]/gu;

/** 英伟达 as NVIDIA where the article itself gives the pair 英伟达（NVIDIA）. */
export const translatedName: Maker = (base, random) => {
  if (base.language !== "zh") return null;
  const pairs = pairsOf(base).filter(
    ([han, latin]) => !base.text.includes(latin) && base.text.includes(han) && !partOfLonger(base.text, han),
  );
  const pair = pick(pairs, random);
  return pair === null ? collapsed(base) : { text: base.text.replaceAll(pair[0], pair[1]) };
};

/** The claim keeps one name of a pair that its own sentence holds. */
function collapsed({ text }: Base) {
  const changed = text.replace(/[（(][A-Z][A-Za-z .'’-]{1,40}[）)]/, "");
  return changed === text ? null : { text: changed };
}

/** Where the Chinese name begins shows in a second place: the longest ending of the run that stands there too. */
function pairsOf({ source }: Base): [string, string][] {
  const article = source.passages.map(({ text }) => text).join("\n");
  return [...article.matchAll(PAIR)].flatMap((match): [string, string][] => {
    const run = match[1] ?? "";
    for (let length = run.length; length >= 2; length--) {
      const name = run.slice(-length);
      const places = article.split(name).length - 1;
      if (places >= 3)
        return length >= 3 || /^[，。、；：（\s]/u.test(article[article.indexOf(match[0]) - 1] ?? "，")
          ? [[name, match[2] ?? ""]]
          : [];
    }
    return [];
  });
}

const partOfLonger = (text: string, han: string): boolean => new RegExp(`${han}(?:人|语|们|区)`).test(text);
