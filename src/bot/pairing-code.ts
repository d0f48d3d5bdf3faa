import { randomInt, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

/** Without look-alikes (0O, 1IL, 2Z, 5S, 8B, UV), and without vowels, so that no word is taken for a code. */
export const ALPHABET = "CDFGHJKMNPQRTWXY34679";
const LENGTH = 8;
const HASH_BYTES = 32;

const derive = promisify<string, string, number, Buffer>(scrypt);

/** 8 characters, 35 bits. */
export function newCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}

/** As it is read out and typed: `CDFG-HJ34`. */
export const spaced = (code: string) => `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;

/** The code in what a person typed, whatever its case, width, spaces, dashes and quotes; null when it is none. */
export function readCode(typed: string): string | null {
  const code = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{P}\p{Cf}`]/gu, "");
  return code.length === LENGTH && [...code].every((character) => ALPHABET.includes(character)) ? code : null;
}

/** Slow on purpose (some 30 ms, off the main thread): who got hold of the state file cannot try all codes in an hour. */
export async function hashCode(code: string, salt: string): Promise<string> {
  return (await derive(code, salt, HASH_BYTES)).toString("hex");
}

/** Takes as long for a near miss as for any other. */
export function isSameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one, "hex"), Buffer.from(other, "hex")];
  return a.length === b.length && timingSafeEqual(a, b);
}
