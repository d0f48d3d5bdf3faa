import type { Language } from "../domain/article.ts";

/** What was decided about a person or a group. */
export interface Permission {
  /** As Telegram has it: a person's is positive, a group's negative. */
  readonly id: number;
  readonly name: string | null;
  readonly verdict: "allowed" | "denied";
}

/** The one pairing code there is; of the code itself only the hash is kept. */
export interface Pairing {
  readonly salt: string;
  readonly hash: string;
  readonly expiresAt: string;
  /** `closed`: somebody has used it, or it was withdrawn. */
  readonly status: "open" | "closed";
}

/** Who may use the bot. Several programs share it, so whatever only one may win is decided in one step. */
export interface AccessStore {
  allow(id: number, name: string | null): void;
  deny(id: number, name: string | null): void;
  permission(id: number): Permission["verdict"] | null;
  /** Those allowed first, then by id. */
  permissions(): readonly Permission[];
  /** A group that becomes a supergroup gets another id. */
  movePermission(from: number, to: number): void;
  /** Who was paired with the bot. */
  owner(): number | null;
  /** Replaces the code before. */
  keepPairing(pairing: Omit<Pairing, "status">): void;
  pairing(): Pairing | null;
  /** Closes the code of that hash and makes the person owner, unless it is closed, expired or replaced: then false. */
  becomeOwner(userId: number, hash: string): boolean;
  /** Whether that code was open until now. */
  closePairing(hash: string): boolean;
  /** Counts a try of that person; false, and not counted, when there were as many as `most` since `since`. */
  countPairingTry(userId: number, most: number, since: Date): boolean;
  /** Notes that somebody asks; otherwise what became of their request after `since`. `id` as in Permission. */
  openRequest(id: number, since: Date): "opened" | "waiting" | "denied";
  /** Whether a request was open until now. A denied one is remembered from now on, any other is forgotten. */
  closeRequest(id: number, outcome: "allowed" | "denied" | "withdrawn"): boolean;
  /** The language in which to speak to somebody who is not writing at this moment. */
  keepLanguage(userId: number, language: Language): void;
  language(userId: number): Language | null;
}
