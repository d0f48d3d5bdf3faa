import path from "node:path";
import { pathToFileURL } from "node:url";

/**
 * A program of its own (`node made-patterns.ts SRC FILE…`): loads the files and prints the patterns that they make of parts, such as the word
 * lists of the lexicon, as lines of JSON. Within a test the constructor cannot be replaced: everything else there uses it.
 */
const [src = "", ...files] = process.argv.slice(2);
const made = new Map<string, { readonly file: string; readonly source: string; readonly flags: string }>();

globalThis.RegExp = new Proxy(RegExp, {
  construct(target, given, newTarget) {
    const pattern: RegExp = Reflect.construct(target, given, newTarget);
    const { source, flags } = pattern;
    const file = madeIn(new Error().stack ?? "");
    if (file !== undefined) made.set(`${file} ${pattern}`, { file, source, flags });
    return pattern;
  },
});

/** The first file of the project in a stack; undefined where a library made it. */
function madeIn(stack: string): string | undefined {
  const line = stack.split("\n")[2] ?? "";
  const url = pathToFileURL(src).href;
  const at = line.indexOf(url);
  return at < 0 ? undefined : line.slice(at + url.length + 1).replace(/:.*/, "");
}

for (const file of files) await import(pathToFileURL(path.join(src, file)).href);
for (const pattern of made.values()) console.log(JSON.stringify(pattern));
