import type {
  ArticleCard,
  ArticleId,
  DateRange,
  Ignored,
  Question,
  Reading,
  Scope,
  Turn,
  Understanding,
} from "../domain.ts";
import type { PassageStore } from "../ports.ts";
import { addDays } from "./dates/period.ts";
import { isWhole } from "./reading.ts";
import { withoutNames } from "./scope.ts";
import { foldersOf, shelfOf } from "./shelf.ts";
import { isOfNewestOne } from "./time.ts";

/** An archive whose newest article is older than this has no "last week". */
const AGED_DAYS = 14;

export interface Understood {
  readonly question: Question;
  readonly understanding: Understanding;
}

export interface Limits {
  /** The one article that is pinned; goes before all that the words say. */
  readonly pinned?: ArticleId | null | undefined;
  readonly ignored?: readonly Ignored[] | undefined;
  /** In place of the days that were read. */
  readonly range?: DateRange | null | undefined;
  /** The article that "this article" means, which the reading's scope names by its title. */
  readonly titled?: ArticleId | null | undefined;
  /** Articles that hold the exact words of the scope; null where it has none. */
  readonly holding?: ReadonlySet<ArticleId> | null | undefined;
}

/** A reading against what the store holds: which articles may answer. Where none would be left, all may, and that is told. */
export function understand(
  reading: Reading,
  store: PassageStore,
  history: readonly Turn[] = [],
  limits: Limits = {},
): Understood {
  const { ignored = [], pinned = null } = limits;
  const scope = ignored.includes("scope") || pinned !== null ? null : scopeOf(reading.scope);
  const ids =
    pinned !== null
      ? [pinned]
      : scope === null
        ? null
        : articlesIn(scope, store, limits.holding ?? null, limits.titled);
  const isScopeEmpty = ids?.length === 0;
  const articles = isScopeEmpty ? null : newestOnly(ids, reading, store);
  const wanted = limits.range ?? reading.range;
  const range = ignored.includes("range") || wanted === null ? null : within(wanted, articles, store);
  const whole = reading.texts.join(" ");
  const text = scope === null || isScopeEmpty ? whole : withoutNames(whole, scope.accounts);
  return {
    question: {
      text,
      language: reading.language,
      asOf: reading.asOf,
      scope: articles,
      range: range?.used === true ? { from: range.from, to: range.to, mode: range.mode } : null,
      order: reading.order,
      history,
    },
    understanding: { range, scope, isScopeEmpty, newest: agedNewest(reading, range, store) },
  };
}

/** The newest article of an account, where one alone is meant. */
function newestOnly(ids: ArticleId[] | null, { texts, scope }: Reading, store: PassageStore): ArticleId[] | null {
  if (ids === null || scope.accounts.length + scope.folders.length === 0 || !isOfNewestOne(texts.join(" "))) return ids;
  return store
    .select({ articles: ids, range: null })
    .slice(0, 1)
    .map(({ id }) => id);
}

const scopeOf = (scope: Scope): Scope | null => (isWhole(scope) ? null : scope);

function within(range: DateRange, articles: readonly ArticleId[] | null, store: PassageStore): Understanding["range"] {
  const { from, to, mode } = range;
  const { articles: count } = store.facts({ articles, range: { from, to } });
  return { from, to, mode, articles: count, used: count > 0 };
}

/** Told where days near today were meant and the collection ends long before them. */
function agedNewest({ asOf, order }: Reading, range: Understanding["range"], store: PassageStore): string | null {
  const { newest } = shelfOf(store);
  if (newest === null || newest >= addDays(asOf, -AGED_DAYS)) return null;
  if (range === null) return order === "newest" ? newest : null;
  const isBeyond = range.from !== null && range.from > newest;
  return isBeyond && !range.used ? newest : null;
}

export function articlesIn(
  scope: Scope,
  store: PassageStore,
  holding: ReadonlySet<ArticleId> | null,
  known: ArticleId | null = null,
): ArticleId[] {
  const byTitle = scope.title === null ? null : store.findByTitle(scope.title, 1).map(({ id }) => id);
  const titled = known === null ? byTitle : [known];
  return store
    .select({ articles: titled, range: null })
    .filter((card) => isOf(card, scope) && (holding === null || holding.has(card.id)))
    .map(({ id }) => id);
}

/** Of any of the accounts or in any of the folders that were named. */
function isOf({ author, sourcePath }: ArticleCard, { accounts, folders }: Scope): boolean {
  if (accounts.length === 0 && folders.length === 0) return true;
  return (
    (author !== null && accounts.includes(author)) || foldersOf(sourcePath).some((folder) => folders.includes(folder))
  );
}
