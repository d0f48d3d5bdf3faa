import type { FileReport } from "../articles/load.ts";
import { type Html, html, NOTHING } from "./html.ts";
import type { ReportTexts } from "./texts.ts";
import { type CorpusTotals, shareOf } from "./totals.ts";
import { count, percent } from "./totals-table.ts";

/** The figures on top: a row of tiles, then the reasons with a bar each. */
export function totalsView(totals: CorpusTotals, texts: ReportTexts): Html {
  const whole = totals.keptChars + totals.removedChars;
  const tiles: readonly (readonly [number, string])[] = [
    [totals.articles, texts.articles],
    [totals.keptChars, `${texts.kept} · ${percent(shareOf(totals.keptChars, whole))}`],
    [totals.removedChars, `${texts.removed} · ${percent(shareOf(totals.removedChars, whole))}`],
    [totals.reposts, texts.reposts],
    [totals.paywalled, texts.paywalled],
    [totals.picturesUnread, texts.pictures],
    [totals.skippedFiles, texts.skipped],
    [totals.filesWithNotes, texts.notes],
  ];
  return html`<section class="tiles">${tiles.map(([value, label]) => html`<p><b>${count(value)}</b> <span>${label}</span></p>`)}</section>
${reasonTable(totals, texts)}`;
}

function reasonTable({ byReason }: CorpusTotals, texts: ReportTexts): Html {
  const most = Math.max(0.0001, ...byReason.map(({ share }) => share));
  const rows = byReason.map(({ reason, blocks, chars, share }) => {
    const [name, meaning] = texts.reasons[reason];
    const figures =
      reason === "image"
        ? html`<td class="number">–</td><td class="number">–</td>`
        : html`<td class="number">${count(chars)}</td><td class="number share">${percent(share)} <meter min="0" max="${most}" value="${share}">${percent(share)}</meter></td>`;
    return html`<tr class="is-${reason}"><th scope="row"><b>${name}</b></th><td class="number">${count(blocks)}</td>${figures}<td class="quiet">${meaning}</td></tr>`;
  });
  return byReason.length === 0
    ? html`<p class="quiet">${texts.nothingRemoved}</p>`
    : html`<table class="reasons"><thead><tr><th>${texts.reason}</th><th class="number">${texts.blocks}</th><th class="number">${texts.characters}</th><th class="number">${texts.share}</th><th>${texts.meaning}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

/** Files that were skipped with why, then those that were indexed with something wanting; each list may be empty. */
export function skippedView(files: readonly FileReport[], texts: ReportTexts): Html {
  const skipped = files.flatMap(({ path, reason }) => (reason === null ? [] : [{ path, why: reason }]));
  const noted = files.flatMap(({ path, reason, warnings }) =>
    reason !== null || warnings.length === 0 ? [] : [{ path, why: warnings.join("; ") }],
  );
  return html`${fileList("skipped", texts.skipped, skipped)}${fileList("noted", texts.notes, noted)}`;
}

function fileList(kind: string, label: string, files: readonly { readonly path: string; readonly why: string }[]) {
  if (files.length === 0) return NOTHING;
  const rows = files.map(({ path, why }) => html`<tr><td><bdi>${path}</bdi></td><td><bdi>${why}</bdi></td></tr>`);
  return html`<details class="files ${kind}"><summary>${count(files.length)} ${label}</summary><table><tbody>${rows}</tbody></table></details>
`;
}
