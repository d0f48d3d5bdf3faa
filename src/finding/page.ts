import type { PageOf } from "../domain.ts";

/** Which of the pages that so many rows need is shown; a number past an end becomes that end. */
export function whichPage(count: number, page: number, perPage: number): Omit<PageOf<never>, "rows"> {
  const pages = Math.max(1, Math.ceil(count / perPage));
  const shown = Math.min(Math.max(0, page), pages - 1);
  return { page: shown, pages, first: shown * perPage + 1 };
}

export function pageOf<T>(all: readonly T[], page: number, perPage: number): PageOf<T> {
  const which = whichPage(all.length, page, perPage);
  return { ...which, rows: all.slice(which.first - 1, which.first - 1 + perPage) };
}
