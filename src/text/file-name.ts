const LONGEST_STEM_CHARS = 50;

/** Words as part of a file's name: short enough for every file system, and free of what they forbid. */
export function fileStem(words: string): string {
  const stem = [...words.replace(/[\s\p{P}\p{S}\p{C}]+/gu, "-")].slice(0, LONGEST_STEM_CHARS).join("");
  return stem.replace(/^-+|(?<!-)-+$/g, "");
}
