import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { LOCALES_DIR, periodOf, sayIn } from "../../src/rendering/say.ts";

const SRC = path.join(import.meta.dirname, "..", "..", "src");
/** Keys that are put together from a value, as `mark-${mark}`. */
const PREFIXES = [
  "answer-",
  "summary-",
  "mark-",
  "help-judge-",
  "stats-exam-",
  "verified-",
  "error-",
  "command-",
  "added-size-",
  "refused-",
  "may-not-",
  "vote-",
  "outcome-",
  "articles-",
  "unread-",
  "small-talk-",
  "change-",
  "day-",
  "range-",
  "scope-",
  "collection-",
];

/** Each key with the arguments of its text, sorted. */
function textsOf(language: "zh" | "en"): Map<string, string> {
  const messages = readFileSync(path.join(LOCALES_DIR, `${language}.ftl`), "utf8").split(/\n(?=[a-z][\w-]* =)/);
  return new Map(
    messages.flatMap((message) => {
      const key = /^([a-z][\w-]*) =/.exec(message)?.[1];
      const args = new Set(Array.from(message.matchAll(/\$(\w+)/g), ([, name]) => name));
      return key === undefined ? [] : [[key, [...args].sort().join(" ")] as const];
    }),
  );
}

async function keysInCode(): Promise<Set<string>> {
  const keys = new Set<string>();
  for await (const file of glob("**/*.ts", { cwd: SRC })) {
    const code = readFileSync(path.join(SRC, file), "utf8");
    for (const [, key = ""] of code.matchAll(/(?:\bsay|sayTo\([^()]*\)|sayIn\([^()]*\))\(\s*"([^"]+)"/g)) keys.add(key);
  }
  return keys;
}

describe("the texts", () => {
  it("are the same in Chinese and English: keys and their arguments", () => {
    expect(Object.fromEntries(textsOf("zh"))).toEqual(Object.fromEntries(textsOf("en")));
    expect(textsOf("zh").size).toBeGreaterThan(40);
  });

  it("are all said, and all that is said is there", async () => {
    const said = await keysInCode();
    const written = new Set(textsOf("en").keys());
    expect([...said].filter((key) => !written.has(key))).toEqual([]);
    const unsaid = [...written].filter((key) => !said.has(key) && !PREFIXES.some((prefix) => key.startsWith(prefix)));
    expect(unsaid).toEqual([]);
  });

  it.each([
    ["en", 1, "1 claim failed its check and was left out."],
    ["en", 2, "2 claims failed their checks and were left out."],
    ["zh", 1, "1 条未通过核对，已略去。"],
  ] as const)("count as the language does: %s %i", (language, count, text) => {
    expect(sayIn(language)("dropped", { count })).toBe(text);
  });

  it("group large figures, keep ids as they are, hold no invisible marks", () => {
    const say = sayIn("en");
    const period = periodOf({ from: "2023-01-02", to: "2025-03-04" }, say);
    expect(say("searched", { articles: 12_345, period })).toBe("Searched 12,345 articles, 2023-01-02 to 2025-03-04.");
    expect(sayIn("zh")("stranger", { id: "123456789" })).toContain(" 123456789，");
  });

  it("refuse a key that is not there", () => {
    expect(() => sayIn("zh")("no-such-text")).toThrow('locales/zh.ftl has no text "no-such-text"');
  });
});
