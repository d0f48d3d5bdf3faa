import { randomBytes } from "node:crypto";
import type { Clock, Pairing, StateStore } from "../ports.ts";
import type { BotDeps } from "./deps.ts";
import { hashCode, isSameHash, newCode, spaced } from "./pairing-code.ts";

const HOUR_MS = 3_600_000;
/** An hour, for each person; so no stranger can lock the owner out. */
const MOST_TRIES = 5;
const SALT_BYTES = 16;

type PairingDeps = Pick<BotDeps, "state" | "clock" | "access">;

/** Makes a new code that is valid for an hour; the one before is void from now on. */
export async function issueCode(state: StateStore, clock: Clock): Promise<string> {
  const code = newCode();
  const salt = randomBytes(SALT_BYTES).toString("hex");
  const expiresAt = new Date(clock.now().getTime() + HOUR_MS).toISOString();
  state.keepPairing({ salt, hash: await hashCode(code, salt), expiresAt });
  return spaced(code);
}

/** `nothing-open`: it is wrong, but then no code is waited for either. */
export type PairingOutcome = "paired" | "used" | "expired" | "wrong" | "too-many" | "nothing-open";

/** Makes the person owner if the code is right. */
export async function tryToPair(code: string, userId: number, deps: PairingDeps): Promise<PairingOutcome> {
  const checked = await check(code, userId, deps);
  if (checked.outcome !== "right") return checked.outcome;
  return deps.state.becomeOwner(userId, checked.hash) ? "paired" : "used";
}

/** Voids a code that others could read; false when it is not the right one. */
export async function withdrawExposed(code: string, userId: number, deps: PairingDeps): Promise<boolean> {
  const checked = await check(code, userId, deps);
  return checked.outcome === "right" && deps.state.closePairing(checked.hash);
}

type Checked =
  | { readonly outcome: "right"; readonly hash: string }
  | { readonly outcome: Exclude<PairingOutcome, "paired"> };

async function check(code: string, userId: number, { state, clock, access }: PairingDeps): Promise<Checked> {
  const pairing = state.pairing();
  if (pairing === null || access.ownerId !== null) return { outcome: "nothing-open" };
  const now = clock.now();
  if (!state.countPairingTry(userId, MOST_TRIES, new Date(now.getTime() - HOUR_MS))) return { outcome: "too-many" };
  const isRight = isSameHash(await hashCode(code, pairing.salt), pairing.hash);
  const isExpired = pairing.expiresAt <= now.toISOString();
  if (!isRight) return { outcome: isOpen(pairing, now) ? "wrong" : "nothing-open" };
  if (pairing.status === "closed") return { outcome: "used" };
  return isExpired ? { outcome: "expired" } : { outcome: "right", hash: pairing.hash };
}

const isOpen = ({ status, expiresAt }: Pairing, now: Date) => status === "open" && expiresAt > now.toISOString();
