import type { User } from "grammy/types";

const LONGEST_NAME_CHARS = 64;

/** `Ann Lee (@annlee)`. People choose these themselves, so nothing in them may break or turn round a line. */
export function nameOf({ first_name, last_name, username }: User): string {
  const name = cleanName(last_name === undefined ? first_name : `${first_name} ${last_name}`);
  return username === undefined ? name : `${name} (@${username})`;
}

/** Of a person or a group; never empty. */
export function cleanName(name: string): string {
  const plain = name
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim()
    .slice(0, LONGEST_NAME_CHARS)
    .toWellFormed();
  return plain === "" ? "?" : plain;
}
