import type { Maker } from "../claim.ts";
import { pick, type Random } from "../random.ts";

const LETTERS = "abcdefghjkmnpqrstuvwxyz";

/** A true sentence under a key of the right form that this request never gave, alone or beside a good one. */
export const unknownKey: Maker = (base, random) => ({
  text: base.text,
  cited: random() < 0.5 ? [] : base.cited,
  forged: [forgedKey(random)],
});

/** The digit 1 and sentence 900 on are never given, so this is unknown whatever the request's own keys are. */
function forgedKey(random: Random): string {
  const letter = () => pick([...LETTERS], random) ?? "k";
  return random() < 0.5
    ? `${letter()}1${letter()}.${1 + Math.floor(random() * 9)}`
    : `${letter()}7${letter()}.${900 + Math.floor(random() * 99)}`;
}
