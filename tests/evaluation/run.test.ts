import { describe, expect, it } from "vitest";
import type { Dataset, DatasetQuestion } from "../../tools/evaluation/dataset.ts";
import { runEvaluation } from "../../tools/evaluation/run.ts";
import { abstained, answered, article, claim, closest, fakeSystem, type Script } from "./fake-system.ts";

const bridge = article("bridge", "The bridge opened in 1937. It is 2,737 m long. Its colour is orange.");
const copy = article("copy", "Reposted. The bridge opened in 1937. It is 2,737 m long.", "bridge");
const tower = article("tower", "The tower was built for a fair. It has 1,665 steps.");
const ARTICLES = [tower, copy, bridge];

function question(id: string, fields: Partial<DatasetQuestion> = {}): DatasetQuestion {
  return {
    id,
    text: `${id}?`,
    kind: null,
    answerable: true,
    answers: [],
    goldFiles: [],
    evidence: [],
    quotes: [],
    asOf: null,
    followUpOf: null,
    ...fields,
  };
}

function dataset(questions: readonly DatasetQuestion[]): Dataset {
  return {
    name: "small",
    articlesDir: "articles",
    beside: null,
    files: ARTICLES.map((one) => one.article.sourcePath),
    hash: "h",
    questions,
    warnings: [],
  };
}

const long = question("long", {
  goldFiles: ["bridge.md"],
  answers: ["2737"],
  quotes: ["It is 2737 m long"],
  evidence: ["It is 2737 m long"],
  kind: "fact",
  asOf: "2024-05-01",
});
const steps = question("steps", { goldFiles: ["tower.md"], answers: ["1,665"], kind: "fact" });
const colour = question("colour", {
  goldFiles: ["bridge.md"],
  answers: ["orange"],
  kind: "follow_up",
  followUpOf: "long",
});
const cost = question("cost", { answerable: false, kind: "unanswerable" });

const scripts: Record<string, Script> = {
  // the copy of the gold article stands first and is shown; its second sentence is the year, its third the length
  long: { found: [copy, bridge, tower], evidence: 0.9, answer: closest([claim(copy, 1), claim(copy, 2)]) },
  steps: { found: [bridge, tower], evidence: 0.6, answer: answered([claim(tower, 0)]) },
  colour: { found: [tower], evidence: 0.2, answer: abstained },
  cost: { found: [tower], evidence: 0.3, answer: abstained },
};

async function run(questions: readonly DatasetQuestion[], limit?: number) {
  const { system, asked } = fakeSystem(ARTICLES, scripts);
  let clock = 0;
  const report = await runEvaluation(dataset(questions), system, { limit, nowMs: () => (clock += 10) });
  return { report, asked };
}

describe("a run", () => {
  it("gives the measures worked out by hand", async () => {
    const { report } = await run([long, steps, colour, cost]);
    // ranks: long 1 (a repost counts as its source), steps 2, colour not found
    expect(report.retrieval).toEqual({
      "recall@1": 1 / 3,
      "recall@5": 2 / 3,
      "recall@10": 2 / 3,
      "mrr@10": (1 + 1 / 2) / 3,
      "ndcg@10": (1 + 1 / Math.log2(3)) / 3,
      "evidence@2000": 1,
      "evidence@4000": 1,
    });
    // BM25 always gives tower, bridge's copy, bridge: ranks 2, 1, 2
    expect(report.baseline.retrieval).toMatchObject({
      "recall@1": 1 / 3,
      "recall@5": 1,
      "mrr@10": (1 / 2 + 1 + 1 / 2) / 3,
    });
    expect(report.answers).toMatchObject({
      answered: 1 / 4,
      closest: 1 / 4,
      abstained: 2 / 4,
      "containsGold@1": 0,
      "containsGold@3": 1 / 3,
      containsGold: 1 / 3,
      // long cites the repost, steps its own article, colour nothing
      "goldCited@1": 2 / 3,
      goldCited: 2 / 3,
      evidenceShown: 1,
      meanChars:
        ("The bridge opened in 1937.\nIt is 2,737 m long.".length + "The tower was built for a fair.".length) / 2,
    });
    expect(report.citations).toEqual({ shown: 3, unknownKeys: 1, marks: { verbatim: 3 } });
    // .9 and .6 lie above .3, .2 does not
    expect(report.abstention).toEqual({ auroc: 2 / 3, refusedUnanswerable: 1, refusedAnswerable: 1 / 3 });
    expect(report.latencyMs).toEqual({ p50: 10, p95: 10 });
    expect(report.cost).toEqual({ promptTokens: 100, completionTokens: 10 });
  });

  it("has exactly the documented form", async () => {
    const { report } = await run([long, steps, colour, cost]);
    expect(Object.keys(report)).toEqual([
      "set",
      "setHash",
      "questions",
      "models",
      "versions",
      "index",
      "retrieval",
      "answers",
      "citations",
      "abstention",
      "latencyMs",
      "cost",
      "intervals",
      "byKind",
      "byQuestion",
      "baseline",
    ]);
    expect(Object.keys(report.answers)).toEqual([
      "answered",
      "closest",
      "abstained",
      "containsGold@1",
      "containsGold@3",
      "containsGold",
      "directShown",
      "directRight",
      "goldCited@1",
      "goldCited",
      "evidenceShown",
      "f1",
      "meanChars",
    ]);
    expect(Object.keys(report.byKind)).toEqual(["fact", "follow_up", "unanswerable"]);
    expect(report.byQuestion[0]).toMatchObject({ id: "long", rank: 1, evidenceRank: 1, "kind of answer": "closest" });
    expect(report.byQuestion[2]).toMatchObject({
      id: "colour",
      rank: null,
      evidenceRank: null,
      "kind of answer": "abstained",
    });
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it("says null where a set cannot give a measure", async () => {
    const { report } = await run([steps]);
    expect(report.retrieval["evidence@2000"]).toBeNull();
    expect(report.answers.evidenceShown).toBeNull();
    expect(report.abstention).toEqual({ auroc: null, refusedUnanswerable: null, refusedAnswerable: 0 });
    expect(report.intervals.retrieval["evidence@2000"]).toBeNull();
    const { report: unanswerable } = await run([cost]);
    expect(Object.values(unanswerable.retrieval)).toEqual(Array(7).fill(null));
    expect(unanswerable.answers.containsGold).toBeNull();
    expect(unanswerable.cost).toEqual({ promptTokens: null, completionTokens: null });
  });

  it("asks a follow-up after its question, with what was answered, on the given day", async () => {
    const { asked } = await run([long, steps, colour]);
    expect(asked.map(({ id, asOf }) => [id, asOf])).toEqual([
      ["long", "2024-05-01"],
      ["steps", null],
      ["colour", null],
    ]);
    expect(asked[2]?.history).toEqual([
      {
        question: "long?",
        answer: "The bridge opened in 1937.\nIt is 2,737 m long.",
        read: "long?",
        claims: [claim(copy, 1), claim(copy, 2)],
      },
    ]);
    expect(asked[1]?.history).toEqual([]);
  });

  it("counts a gold file that gave no article as not found", async () => {
    const { report } = await run([{ ...steps, goldFiles: ["unreadable.md"] }]);
    expect(report.retrieval["recall@10"]).toBe(0);
  });

  it("stops after --limit", async () => {
    const { report, asked } = await run([long, steps, colour], 1);
    expect(report.questions).toBe(1);
    expect(asked).toHaveLength(1);
  });
});

describe("evidence within a budget", () => {
  const filler = article("filler", "x".repeat(1_990));
  const quote = "It has 1,665 steps";
  it.each<[name: string, found: readonly ReturnType<typeof article>[], at2000: number, at4000: number]>([
    ["first", [tower, filler], 1, 1],
    ["cut away by the first budget", [filler, tower], 0, 1],
    ["beyond both", [filler, filler, article("more", "y".repeat(30)), tower], 0, 0],
    ["nothing found", [], 0, 0],
  ])("%s", async (_, found, at2000, at4000) => {
    const asked = question("q", { goldFiles: ["tower.md"], evidence: [quote] });
    const { system } = fakeSystem(ARTICLES, { q: { found, evidence: 0.5, answer: abstained } });
    const { retrieval } = await runEvaluation(dataset([asked]), system, { nowMs: () => 0 });
    expect([retrieval["evidence@2000"], retrieval["evidence@4000"]]).toEqual([at2000, at4000]);
  });
});
