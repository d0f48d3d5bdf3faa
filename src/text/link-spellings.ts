/** The same page under the spellings that exporters and address bars give it. */
export function spellingsOf(link: string): readonly string[] {
  const full = /^www\./i.test(link) ? `https://${link}` : link;
  const plain = full.replace(/#.*/, "");
  const other = /^https:/i.test(plain) ? plain.replace(/^https:/i, "http:") : plain.replace(/^http:/i, "https:");
  return [...new Set([full, plain, other, `${plain}#rd`, `${other}#rd`])];
}
