import type { ReadText } from "./read-text.ts";

/** With a scheme, with www., or a host with a path; Character.AI is a name. */
const LINK =
  /(?<![a-z])[a-z]+:\/\/\S+|\bwww\.\S+|\b[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,30}\/\S+|\b[a-z\d-]{1,63}\.(?:com|org|net|cn)\b/giu;

/** Every address of the claim stands in the cited sentences, letter by letter. */
export function checkLinks(claim: ReadText, cited: readonly ReadText[]): "link" | null {
  const there = cited.map(({ text }) => text.toLowerCase()).join("\n");
  const links = claim.text.toLowerCase().match(LINK) ?? [];
  return links.every((link) => there.includes(link.replace(/(?<![.,;:!?)"'。，])[.,;:!?)"'。，]+$/u, "")))
    ? null
    : "link";
}
