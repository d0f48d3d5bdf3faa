const BULLET = /^[-*+•·▪●◆–—]\s+(?=\S)/u;

/** A sentence of an article as a list of ours quotes it: without the sign of the list that it stood in there. */
export function withoutBullet(sentence: string): string {
  return sentence.replace(BULLET, "");
}
