const EXCERPT = /(<!-- first day: (?<question>.+?) -->\n)[\s\S]*?(<!-- end -->)/g;
/** Fills the marked places of a README with what the first day has: a question and its answer, shortened. */
export function withExcerpts(readme: string, day: string): string {
  return readme.replace(
    EXCERPT,
    (_, opening: string, question: string, ending: string) => `${opening}${excerpt(question, day)}${ending}`,
  );
}

function excerpt(question: string, day: string): string {
  const turns = day.split(/\n\n(?=\*\*)/);
  const at = turns.findLastIndex((turn) => turn.startsWith("**") && turn.endsWith(`:** ${question}`));
  const answer = /```text\n([\s\S]*?)```/.exec(turns[at + 1] ?? "")?.[1];
  if (at < 0 || answer === undefined) throw new Error(`docs/FIRST_DAY.md has no answer to "${question}".`);
  return `\`\`\`text\n> ${question}\n\n${shortened(answer)}\`\`\`\n`;
}

/** An answer has up to six quotes; a README shows the first. */
function shortened(answer: string): string {
  const parts = answer.split("\n\n");
  const [first, second] = parts.filter((part) => part.startsWith("• "));
  return parts
    .filter((part) => !part.startsWith("• ") || part === first || part === second)
    .map((part) => (part === second ? "…" : part))
    .join("\n\n");
}
