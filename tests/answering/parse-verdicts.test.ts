import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseVerdicts } from "../../src/answering/parse-verdicts.ts";

const S = "supported";
const N = "unsupported";
const U = "unsure";
const objects = (...verdicts: readonly (readonly [unknown, string])[]) =>
  JSON.stringify({ verdicts: verdicts.map(([claim, verdict]) => ({ claim, verdict })) });

describe("what a judge says", () => {
  it.each<[string, string, readonly (string | null)[]]>([
    [
      "by the schema",
      '{"claim1":{"words":"","verdict":"supported"},"claim2":{"words":"a, b","verdict":"not supported"},"claim3":{"verdict":"cannot tell"}}',
      [S, N, U],
    ],
    ["as fields", '{"claim1":"supported", "claim2":"not supported",\n"claim3":"cannot tell"}', [S, N, U]],
    ["a list of objects", objects([1, "supported"], [2, "not supported"], [3, "cannot tell"]), [S, N, U]],
    ["in any order", objects([3, "cannot tell"], [1, "not supported"], [2, "supported"]), [N, S, U]],
    ["numbers as texts", objects(["2", "Not_Supported"]), [null, N, null]],
    ["in a fence", `Here it is:\n\`\`\`json\n${objects([1, "NOT SUPPORTED"])}\n\`\`\``, [N, null, null]],
    [
      "after thinking",
      `<think>{"claim":1,"verdict":"not supported"}?</think>${objects([1, "supported"])}`,
      [S, null, null],
    ],
    ["thinking only", `<think>{"claim":1,"verdict":"not supported"}`, [null, null, null]],
    ["cut in the middle", objects([1, "not supported"], [2, "not supported"]).slice(0, -12), [N, null, null]],
    ["lines", "1. not supported\n2: supported\nClaim 3 - cannot tell", [N, S, U]],
    ["full width", "１：不支持。\n２：支持\n３：无法判断", [N, S, U]],
    ["an object of numbers", '{"1":"supported","2":"not supported"}', [S, N, null]],
    ["itself contradicted", objects([1, "supported"], [1, "not supported"]), [null, null, null]],
    [
      "claims that there are not",
      objects([0, "not supported"], [4, "not supported"], [99, "not supported"]),
      [null, null, null],
    ],
    ["other words", objects([1, "not really supported"], [2, "true"], [3, ""]), [null, null, null]],
    ["prose with numbers", "Claim 1 says 3 km, which is not supported, I think.", [null, null, null]],
    ["nothing", "", [null, null, null]],
    ["something else", '{"verdicts":"not supported"} [null] {{{', [null, null, null]],
  ])("%s", (_, reply, verdicts) => {
    expect(parseVerdicts(reply, 3).map((reading) => reading?.verdict ?? null)).toEqual(verdicts);
  });

  it("names the words that are not borne out, of what it refuses alone", () => {
    const of = (claim: number, verdict: string, words: string) => [`claim${claim}`, { words, verdict }];
    const reply = JSON.stringify(
      Object.fromEntries([
        of(1, "not supported", " in 1855; {a} "),
        of(2, "supported", "all"),
        of(3, "not supported", ""),
      ]),
    );
    expect(parseVerdicts(reply.replace("{a}", "a"), 3).map((reading) => reading?.words)).toEqual([
      "in 1855; a",
      "",
      "",
    ]);
  });

  it("is a list as long as the claims, whatever comes", () => {
    const piece = fc.constantFrom("{", "}", '"claim":', "1", "not supported", '"verdict":', ",", "\n", "<think>", "１");
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), fc.nat(12), (pieces, count) => {
        expect(parseVerdicts(pieces.join(""), count)).toHaveLength(count);
      }),
    );
  });

  it("takes no longer for a long reply", () => {
    const startedMs = performance.now();
    for (const part of ["{", "1 ", "- ", "a'", "<think>"]) parseVerdicts(part.repeat(200_000), 12);
    expect(performance.now() - startedMs).toBeLessThan(1_000);
  });
});
