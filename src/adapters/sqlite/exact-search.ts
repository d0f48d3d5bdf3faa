import type { DatabaseSync } from "node:sqlite";
import { setImmediate as otherWork } from "node:timers/promises";
import type { ArticleId } from "../../domain.ts";
import type { ExactHit, PassageStore } from "../../ports.ts";
import { fold } from "../../text/fold.ts";
import { countPlaces, countWholeWords } from "../../text/places.ts";
import { NEWEST_FIRST, type Row } from "./rows.ts";

/** How long the search may hold the event loop at a time. */
const SLICE_MS = 8;
/** Turning pages asks the same again. */
const SEARCHES_REMEMBERED = 20;

/**
 * Reads every text. The word index cannot serve: it knows no part of a Latin word, no single Chinese character and no
 * punctuation, and nothing that stands across two passages.
 */
export function prepareExactSearch(db: DatabaseSync): PassageStore["findExactly"] {
  const newestFirst = db.prepare(`SELECT rowid FROM articles ${NEWEST_FIRST}`);
  const text = db.prepare("SELECT id, title, body FROM articles WHERE rowid = ?");
  const search = async (words: readonly string[], how: How = "anywhere"): Promise<readonly ExactHit[]> => {
    const hits: ExactHit[] = [];
    let sinceMs = performance.now();
    for (const { rowid } of words.length === 0 ? [] : newestFirst.all()) {
      const hit = hitIn(text.get(Number(rowid)), words, how);
      if (hit !== null) hits.push(hit);
      if (performance.now() - sinceMs < SLICE_MS) continue;
      await otherWork();
      sinceMs = performance.now();
    }
    return hits;
  };
  return remembering(oneAtATime(search));
}

type Search = PassageStore["findExactly"];
type How = NonNullable<Parameters<Search>[1]>;

function hitIn(row: Row | undefined, words: readonly string[], how: How): ExactHit | null {
  if (row === undefined) return null;
  const texts = [fold(String(row.title)), fold(String(row.body))];
  if (!words.every((word) => texts.some((text) => text.includes(word)))) return null;
  const count = how === "whole" ? countWholeWords : countPlaces;
  const counts = words.map((word) => texts.map((text) => count(text, word)));
  if (counts.some((of) => of.every((each) => each === 0))) return null;
  const places = counts.flat();
  return { id: String(row.id) as ArticleId, places: places.reduce((sum, count) => sum + count, 0) };
}

/** The slices of many searches at once would add up in one turn of the event loop. */
function oneAtATime(search: Search): Search {
  let last: Promise<unknown> = Promise.resolve();
  return (words, how) => {
    const result = last.then(() => search(words, how));
    last = result.catch(() => {});
    return result;
  };
}

function remembering(search: Search): Search {
  const remembered = new Map<string, ReturnType<Search>>();
  return (words, how) => {
    const key = JSON.stringify([how, words]);
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const result = search(words, how);
    remembered.set(key, result);
    result.catch(() => remembered.delete(key));
    const [oldest] = remembered.keys();
    if (remembered.size > SEARCHES_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    return result;
  };
}
