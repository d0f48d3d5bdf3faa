import path from "node:path";

/**
 * Finds article files by what a set calls them: a path relative to the articles, or a bare name, each with or without
 * its ending. A name that several files bear finds none.
 */
export function createFileFinder(files: readonly string[]): (name: string) => string | null {
  const byName = new Map<string, Set<string>>();
  for (const file of files)
    for (const name of namesOf(file)) byName.set(name, (byName.get(name) ?? new Set()).add(file));
  const exact = new Set(files);
  return (name) => {
    const wanted = name.normalize("NFC").replaceAll("\\", "/").replace(/^\.\//, "");
    if (exact.has(wanted)) return wanted;
    const found = [...(byName.get(wanted) ?? [])];
    return found.length === 1 ? (found[0] ?? null) : null;
  };
}

function namesOf(file: string): string[] {
  const whole = file.normalize("NFC");
  const bare = path.posix.basename(whole);
  return [whole, bare].flatMap((name) => [name, name.slice(0, name.length - path.posix.extname(name).length)]);
}
