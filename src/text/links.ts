/** Chinese goes on right behind a link. */
const LINK = /(?:https?:\/\/|www\.)[^\s\p{Script=Han}\u3000-\u303f\uff00-\uff60“”‘’"<>]{1,2000}/giu;
const BARE = /^(?:https?:\/\/|www\.)\S+$/i;

/** The links in a text, without the marks that end a sentence or a bracket behind them. */
export const linksIn = (text: string): readonly string[] =>
  (text.match(LINK) ?? []).map((link) => link.replace(/(?<![.,;:!?)\]'])[.,;:!?)\]']+$/, ""));

export const isBareLink = (text: string): boolean =>
  BARE.test(text.trim()) && linksIn(text)[0]?.length === text.trim().length;
