import { createHash, randomInt, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Clock, StateStore } from "../ports.ts";

/** Without the letters and digits that are taken for one another. */
const ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const CODE_CHARS = 8;
const VALID_MS = 3_600_000;
const MOST_TRIES = 5;
const SETTING = "pairing";

const Kept = z.object({ hash: z.string(), until: z.number() });

/** Makes the one code that is valid from now on, for one hour. */
export function newPairingCode(state: StateStore, clock: Clock): string {
  const code = Array.from({ length: CODE_CHARS }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  state.keepSetting(SETTING, { hash: hashOf(code), until: clock.now().getTime() + VALID_MS });
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** The code in a message, whatever its width, case and spacing; null when the message is something else. */
export function pairingCodeIn(text: string): string | null {
  const plain = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, "");
  return plain.length === CODE_CHARS && [...plain].every((character) => ALPHABET.includes(character)) ? plain : null;
}

export type PairingResult = "paired" | "wrong" | "too-many";

/** Tries are counted a person and forgotten after an hour, so that a stranger who guesses cannot lock the owner out. */
export class Pairing {
  readonly #state: StateStore;
  readonly #clock: Clock;
  readonly #tries = new Map<number, number[]>();

  constructor(state: StateStore, clock: Clock) {
    this.#state = state;
    this.#clock = clock;
  }

  /** Whether a code is waiting to be used. */
  isOpen(): boolean {
    return this.#kept() !== null;
  }

  /** The right code makes this person the owner, and is used up. */
  attempt(code: string, userId: number): PairingResult {
    const nowMs = this.#clock.now().getTime();
    const recent = (this.#tries.get(userId) ?? []).filter((atMs) => nowMs - atMs < VALID_MS);
    if (recent.length >= MOST_TRIES) return "too-many";
    this.#tries.set(userId, [...recent, nowMs]);
    const kept = this.#kept();
    if (kept === null || !timingSafeEqual(Buffer.from(kept.hash), Buffer.from(hashOf(code)))) return "wrong";
    this.#state.keepSetting(SETTING, null);
    this.#state.keepSetting("owner", userId);
    this.#tries.clear();
    return "paired";
  }

  #kept(): z.infer<typeof Kept> | null {
    const kept = Kept.safeParse(this.#state.setting(SETTING));
    return kept.success && kept.data.until > this.#clock.now().getTime() ? kept.data : null;
  }
}

/** The person who paired; null before. */
export function pairedOwner(state: StateStore): number | null {
  const owner = state.setting("owner");
  return typeof owner === "number" ? owner : null;
}

const hashOf = (code: string): string => createHash("sha256").update(code).digest("hex");
