import type { Claim } from "../domain.ts";
import { withoutBullet } from "../text/without-bullet.ts";
import type { RichTextBuilder } from "./rich-text.ts";
import type { Say } from "./say.ts";
import { type NumberedSources, numberSources } from "./source-numbers.ts";
import { commonMark, shownAs } from "./verification.ts";

export type Layout = "text" | "list";

/** Whether marks were given by now: while an answer grows, none is shown. */
export type Marks = "with signs" | "without signs";

/** What was written, as a text that flows or as a list; below a statement to be compared stand its sentences. */
export function renderStatements(
  out: RichTextBuilder,
  claims: readonly Claim[],
  layout: Layout,
  marks: Marks,
  say: Say,
): void {
  const sources = numberSources(claims);
  const common = commonMark(claims);
  for (const [index, claim] of claims.entries()) {
    out.plain(gapBefore(claim, claims[index - 1], layout));
    const { text, sign } =
      marks === "with signs" ? shownAs(claim.text, claim.mark, common, say) : { text: claim.text, sign: "" };
    out.plain(text);
    cite(out, claim, sources);
    out.plain(sign);
    if (claim.mark === "compare") out.plain("\n").blockquote(sentencesOf(claim));
  }
}

/** The numbers of its sources, each a link to the article. */
export function cite(out: RichTextBuilder, claim: Pick<Claim, "citations">, sources: NumberedSources): void {
  const shown = new Set<number>();
  for (const citation of claim.citations) {
    const number = sources.numberOf(citation);
    if (shown.has(number)) continue;
    shown.add(number);
    out.link(`[${number}]`, sources.list[number - 1]?.article.url ?? null);
  }
}

function gapBefore(claim: Claim, before: Claim | undefined, layout: Layout): string {
  if (layout === "list") return before === undefined ? "• " : "\n• ";
  if (before === undefined) return "";
  const isApart = claim.startsParagraph === true || claim.mark === "compare" || before.mark === "compare";
  return isApart ? "\n\n" : " ";
}

function sentencesOf({ citations }: Claim): string {
  return [...new Set(citations.map(({ sentence }) => withoutBullet(sentence.text)))].join("\n");
}
