const BINS = 128;
const BANDS = 32;
const ROWS = BINS / BANDS;
const SHINGLE_TOKENS = 4;
const TOKEN = /[\p{Script=Han}]|[\p{L}\p{N}]+/gu;
const EMPTY = 0xffffffff;

/** Minimum estimated Jaccard similarity of two texts that count as one text published twice. */
export const COPY_SIMILARITY = 0.6;

/** One-permutation MinHash (Li, Owen & Zhang 2012) over shingles of four tokens. */
export type Signature = Uint32Array;

export function signatureOf(text: string): Signature {
  const tokens = Uint32Array.from(text.normalize("NFKC").toLowerCase().match(TOKEN) ?? [], fnv1a);
  const bins = new Uint32Array(BINS).fill(EMPTY);
  const last = Math.max(1, tokens.length - SHINGLE_TOKENS + 1);
  for (let at = 0; at < last; at += 1) {
    const hash = mix(tokens.subarray(at, at + SHINGLE_TOKENS));
    const bin = hash % BINS;
    if (hash < (bins[bin] ?? EMPTY)) bins[bin] = hash;
  }
  return bins;
}

/** Estimated Jaccard similarity, 0-1; two empty texts have none. */
export function similarity(a: Signature, b: Signature): number {
  let same = 0;
  let used = 0;
  for (let bin = 0; bin < BINS; bin += 1) {
    if (a[bin] === EMPTY && b[bin] === EMPTY) continue;
    used += 1;
    if (a[bin] === b[bin]) same += 1;
  }
  return used === 0 ? 0 : same / used;
}

/**
 * For each text the index of the first one that it is a near copy of, or null. Banded, so that the work grows with the
 * number of texts: two texts meet only where four bins in a row agree.
 */
export function findCopies(signatures: readonly Signature[]): (number | null)[] {
  const firsts = new Map<string, number[]>();
  return signatures.map((signature, index) => {
    const keys = bandKeys(signature);
    const met = new Set(keys.flatMap((key) => firsts.get(key) ?? []));
    const source = [...met].sort((a, b) => a - b).find((other) => isCopy(signature, signatures[other]));
    // Copies are reached through their source, so only sources are kept in the bands.
    if (source === undefined) for (const key of keys) keep(firsts, key, index);
    return source ?? null;
  });
}

const MOST_PER_BAND = 64;

function keep(firsts: Map<string, number[]>, key: string, index: number): void {
  const list = firsts.get(key);
  if (list === undefined) firsts.set(key, [index]);
  else if (list.length < MOST_PER_BAND) list.push(index);
}

const isCopy = (a: Signature, b: Signature | undefined): boolean =>
  b !== undefined && similarity(a, b) >= COPY_SIMILARITY;

function bandKeys(signature: Signature): string[] {
  const keys: string[] = [];
  for (let band = 0; band < BANDS; band += 1) {
    const rows = signature.subarray(band * ROWS, (band + 1) * ROWS);
    if (rows.some((hash) => hash !== EMPTY)) keys.push(`${band}:${rows.join()}`);
  }
  return keys;
}

function fnv1a(token: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < token.length; index += 1) hash = Math.imul(hash ^ token.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** Combines token hashes in order; the finaliser is that of MurmurHash3. */
function mix(tokens: Uint32Array): number {
  let hash = 0;
  for (const token of tokens) hash = Math.imul(hash ^ token, 0x9e3779b1) + ((hash << 13) | (hash >>> 19));
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
