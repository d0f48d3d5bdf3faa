const ZH = /哪些|哪几|哪幾|分[别別]|列[出举舉]|都有(?:谁|誰|什么|什麼)/;
const EN =
  /^\s*(?:please )?(?:list|name|enumerate)\b|\b(?:what|who) (?:are|were) the\b|\bwhich (?:[\w-]+ )?[\w-]+s (?:are|were|have|had|did|do|can|will|won|got)\b|\b(?:which|what) (?:two|three|four|five|six|seven|several)\b/i;

/** Whether a question asks for more than one thing, so that its answer is a list. */
export function asksForSeveral(question: string): boolean {
  return ZH.test(question) || EN.test(question);
}
