import { describe, expect, it } from "vitest";
import { createEntailmentModel, INSTALL_COMMAND } from "../../src/adapters/transformers/entailment-model.ts";
import { createEntailmentJudge } from "../../src/answering/entailment-judge.ts";
import type { EntailmentModel } from "../../src/ports.ts";
import { card, cite, claim } from "../bot/support/fake-library.ts";
import { passageOf } from "../checking/support.ts";

const bridge = card("bridge");

describe("an entailment model as judge", () => {
  it("reads the cited sentences, behind the one before them, and is sure only of what is clear", async () => {
    const asked: { premise: string; hypothesis: string }[] = [];
    const shares = [0.9, 0.1, 0.5];
    const model: EntailmentModel = {
      name: "nli",
      read: async (pairs) => {
        asked.push(...pairs);
        return pairs.map((_, index) => ({ entailment: shares[index] ?? 0, neutral: 0, contradiction: 0 }));
      },
    };
    const found = passageOf(["The bridge is old.", "It was mended."]);
    const sentence = found.passage.sentences[1] ?? { ordinal: 1, span: { start: 0, end: 0 }, text: "" };
    const mended = {
      ...claim("The bridge was mended."),
      citations: [{ article: bridge, passageId: found.passage.id, sentence }],
    };
    const judge = createEntailmentJudge(model, { onFailure: () => {} });
    const { readings, ending } = await judge.read(
      [mended, claim("It fell.", cite(bridge, "It stood.")), claim("It shook.", cite(bridge, "It swayed."))],
      new Map([[found.passage.id, found]]),
      undefined,
    );
    expect(asked[0]).toEqual({ premise: "The bridge is old. It was mended.", hypothesis: "The bridge was mended." });
    expect([ending, ...readings.map(({ verdict }) => verdict)]).toEqual([
      "answered",
      "supported",
      "unsupported",
      "unsure",
    ]);
  });

  it("without the package is unsure, and says which command installs it", async () => {
    const failures: unknown[] = [];
    const model = createEntailmentModel({
      model: "some/model",
      cacheDir: "",
      fetch,
      load: () => Promise.reject(new Error("Cannot find package")),
    });
    const judge = createEntailmentJudge(model, { onFailure: (error) => failures.push(error) });
    const judgement = await judge.read([claim("x", cite(bridge, "x"))], new Map(), undefined);
    expect(judgement).toMatchObject({ ending: "failed", readings: [{ verdict: "unsure" }] });
    expect(String(failures[0])).toContain(INSTALL_COMMAND);
  });
});
