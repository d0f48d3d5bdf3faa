import type { Language } from "../../../src/domain.ts";
import type { PassageStore } from "../../../src/ports.ts";
import type { Base, Place, SourceArticle } from "./claim.ts";
import { withoutEnd } from "./edit.ts";

const CHARS: Readonly<Record<Language, readonly [least: number, most: number]>> = { zh: [12, 140], en: [40, 320] };
const CLEAN_END: Readonly<Record<Language, RegExp>> = { zh: /[^？?…：:]。$/u, en: /[a-z0-9)”"%]\.$/ };
const ODD = /[\n\t|<>{}=\\*_#☞▲●►👉↓]|https?:|\.{3}|……|^[-•\d]+[.、)]/u;

/** The articles with their sentences, by path; without the copies of others unless asked for. */
export function sourcesOf(
  store: PassageStore,
  copies: "with copies" | "without copies" = "without copies",
): SourceArticle[] {
  const all = store.list(0, store.facts().articles);
  const cards = copies === "with copies" ? all : all.filter(({ repostOf }) => repostOf === null);
  return cards
    .toSorted((a, b) => (a.sourcePath < b.sourcePath ? -1 : 1))
    .map((card) => {
      const passages = store.passagesOf(card.id);
      const places = passages.flatMap((passage) =>
        passage.sentences.map((sentence): Place => ({ article: card, passage, sentence })),
      );
      return { card, passages, places, text: passages.map(({ text }) => text).join("\n") };
    });
}

/** Claims of one whole sentence each. */
export function singleBases(sources: readonly SourceArticle[]): Base[] {
  return sources.flatMap((source) =>
    source.places.filter(isPlain).map((place) => baseOf(source, [place], place.sentence.text.trim())),
  );
}

/** Claims that join two neighbouring sentences of a passage. */
export function joinedBases(sources: readonly SourceArticle[]): Base[] {
  return sources.flatMap((source) =>
    source.places.flatMap((place, index): Base[] => {
      const next = source.places[index + 1];
      if (next === undefined || next.passage !== place.passage || !isPlain(place) || !isPlain(next)) return [];
      const joint = source.card.language === "zh" ? "；" : "; ";
      return [
        baseOf(source, [place, next], withoutEnd(place.sentence.text.trim()) + joint + next.sentence.text.trim()),
      ];
    }),
  );
}

function baseOf(source: SourceArticle, cited: readonly Place[], text: string): Base {
  const { title, publishedAt, language } = source.card;
  const context = [...cited.map(({ sentence }) => sentence.text), title, publishedAt?.slice(0, 10) ?? ""].join("\n");
  return { text, cited, language, source, context };
}

/** A statement in plain words: no heading, list, code, question or piece of one. */
export function isPlain({ article, sentence }: Place): boolean {
  const text = sentence.text.trim();
  const [least, most] = CHARS[article.language];
  if (text.length < least || text.length > most || ODD.test(text) || !CLEAN_END[article.language].test(text))
    return false;
  if (/[？?]/.test(text) || quotesAreOpen(text)) return false;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return article.language === "zh" ? han / text.length > 0.5 : han === 0 && /^[A-Z“"]/.test(text);
}

function quotesAreOpen(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return (
    [
      [/“/g, /”/g],
      [/「/g, /」/g],
      [/（|\(/g, /）|\)/g],
      [/《/g, /》/g],
    ].some(([open, close]) => count(open ?? /$^/g) !== count(close ?? /$^/g)) || count(/"/g) % 2 === 1
  );
}
