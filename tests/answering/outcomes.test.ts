import { describe, expect, it } from "vitest";
import { outcomesOfAnswer, outcomesOfFailure, outcomesOfSummary } from "../../src/answering/outcomes.ts";
import type { Answer, DroppedClaim } from "../../src/domain.ts";
import { AppError } from "../../src/errors.ts";
import { answered, card, cite, claim } from "../bot/support/fake-library.ts";

const article = card("a");
const claims = [
  claim("One.", cite(article, "One.")),
  { ...claim("Two.", cite(article, "Two.")), mark: "verbatim" as const },
];
const dropped: DroppedClaim[] = [{ text: "x", reason: "figure" }];
const searched = { articles: 1, from: null, to: null };
const written = { ...answered(claims), dropped, repaired: 2 };
const closest = { kind: "closest", language: "en", claims, direct: null, unknownNames: [], searched } as const;
const abstained = { kind: "abstained", language: "en", unknownNames: [], searched, nearest: [], usage: null } as const;

describe("every outcome has a name", () => {
  it.each<[string, Answer, string[]]>([
    ["an answer", written, ["answered", "mark-checked", "mark-verbatim", "dropped-figure", "repaired", "repaired"]],
    ["one that broke off", { ...answered([]), coverage: "cut" }, ["answered-cut"]],
    [
      "one that was judged",
      {
        ...answered([]),
        dropped: [{ text: "x", reason: "judged" }],
        judging: { by: "j", calls: ["answered", "slow"], unsure: 2 },
      },
      ["answered", "dropped-judged", "judge-answered", "judge-slow", "judge-unsure", "judge-unsure"],
    ],
    [
      "a refusal after judging",
      { ...abstained, reason: "no-claim-left", dropped, judging: { by: "j", calls: ["failed"], unsure: 0 } },
      ["abstained-no-claim-left", "dropped-figure", "judge-failed"],
    ],
    ["quotes", { ...closest, strength: "likely", failure: null }, ["closest-likely"]],
    [
      "quotes where the model failed",
      { ...closest, strength: "related", failure: "model-auth" },
      ["closest-related", "failure-model-auth"],
    ],
    [
      "quotes where every claim was refuted",
      { ...closest, strength: "related", failure: null, fallen: { dropped, usage: null } },
      ["closest-related", "all-refuted", "dropped-figure"],
    ],
    [
      "a sentence in place of a claim",
      answered([
        { ...claim("One.", cite(article, "One.")), mark: "sentence", inPlaceOf: { text: "x", reason: "judged" } },
      ]),
      ["answered", "mark-sentence", "dropped-judged"],
    ],
    ["a refusal", { ...abstained, reason: "no-claim-left", dropped }, ["abstained-no-claim-left", "dropped-figure"]],
  ])("%s", (_, answer, names) => {
    expect(outcomesOfAnswer(answer)).toEqual(names);
  });

  it("summaries: claims of a model count, quotes do not", () => {
    const summary = { article, language: "en", claims, dropped, repaired: 1, usage: null } as const;
    expect(outcomesOfSummary({ ...summary, kind: "written" })).toEqual([
      "summary-written",
      ...["mark-checked", "mark-verbatim", "dropped-figure", "repaired"],
    ]);
    const failed = { ...summary, repaired: 0, kind: "extracted" } as const;
    expect(outcomesOfSummary(failed)).toEqual(["summary-extracted", "dropped-figure"]);
  });

  it.each([
    ["the model", new AppError("model-rate-limit", "busy"), undefined, ["error", "failure-model-rate-limit"]],
    ["anything else", new Error("disk"), undefined, ["error"]],
    ["a person", new Error("aborted"), AbortSignal.abort(), ["stopped"]],
  ] as const)("what %s ended", (_, error, signal, names) => {
    expect(outcomesOfFailure(error, "error", signal)).toEqual(names);
  });
});
