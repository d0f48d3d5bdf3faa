import type { LoadedCorpus } from "../articles/load.ts";
import { type Html, html } from "./html.ts";
import type { ReportTexts } from "./texts.ts";
import { totalsOf } from "./totals.ts";

/** Search box, filter and order; page.client.js brings them to life, and the page can be read without it. */
export function toolbarView(corpus: LoadedCorpus, texts: ReportTexts): Html {
  const { articles, byReason } = totalsOf(corpus);
  const states: readonly (readonly [tag: string, label: string])[] = [
    ["", texts.all],
    ["much", texts.mostRemoved],
    ["paywalled", texts.paywalled],
    ["repost", texts.reposts],
    ["notes", texts.notes],
    ...byReason.map(({ reason }) => [`is-${reason}`, `${texts.withReason} ${texts.reasons[reason][0]}`] as const),
  ];
  return html`<form class="toolbar" id="tools"><input type="search" id="search" placeholder="${texts.search}" aria-label="${texts.search}" autocomplete="off">
<label>${texts.show} <select id="show">${states.map(([tag, label]) => html`<option value="${tag}">${label}</option>`)}</select></label>
<label>${texts.order} <select id="order"><option value="date">${texts.byDate}</option><option value="share">${texts.byShare}</option></select></label>
<output id="shown" data-unit="${texts.shown}">${articles} ${texts.shown}</output></form>`;
}
