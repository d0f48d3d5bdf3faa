import { writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { signalsOfClaim } from "../src/checking/check-claim.ts";
import { checkContext } from "../src/checking/context.ts";
import type { Signals } from "../src/checking/score.ts";
import { loadConfig } from "../src/config.ts";
import { AppError, explain } from "../src/errors.ts";
import { openModels } from "../src/wiring.ts";
import { basesFromClaims } from "../tools/evaluation/claims/bases-by-hand.ts";
import { type Example, fit, outOfFold } from "../tools/evaluation/claims/fit.ts";
import { readHandWritten } from "../tools/evaluation/claims/hand-written.ts";
import { inventedClause, topicClause } from "../tools/evaluation/claims/lies/invented.ts";
import { readPairs, signalsOfPair } from "../tools/evaluation/claims/pairs.ts";
import { randomOf } from "../tools/evaluation/claims/random.ts";
import { sceneOf } from "../tools/evaluation/claims/scene.ts";
import { openTemporaryIndex } from "../tools/evaluation/temporary-index.ts";

const HELP = `Fits the weights and thresholds of the check, and writes src/checking/weights.ts.

  npm run fit-check -- --pairs FILE     FILE: the development set of WiCE (https://github.com/ryokamoi/wice, ODC-BY),
                                        one JSON object a line, as npm run eval:claims -- --help shows
  --dry-run                             prints the figures and writes nothing

Besides WiCE it learns from the true claims of corpus/claims.jsonl, as they are and with an invented clause, a clause of the
same article, and other sentences. Lies made of the sentence's own words are left out: no score of words can tell them.
`;
const ROOT = path.join(import.meta.dirname, "..");
/** Share of the true claims that the weakest clause may turn away. */
const CLAUSE_COST = 0.1;

try {
  const { values } = parseArgs({
    options: {
      pairs: { type: "string" },
      "dry-run": { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) console.log(HELP);
  else if (values.pairs === undefined)
    throw new AppError("usage", "Give the development set of WiCE with --pairs FILE.");
  else await run(values.pairs, values["dry-run"]);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

interface Row {
  readonly set: "wice" | "ours";
  readonly example: Example;
  readonly kind: string;
}

async function run(file: string, isDry: boolean) {
  const rows = balanced([...(await wiceRows(file)), ...(await ownRows())]);
  const examples = rows.map(({ example }) => example);
  const scores = outOfFold(examples);
  const { leastScore, accuracy } = bestThreshold(rows, scores);
  const formula = fit(examples);
  const leastClause = { within: clauseBar(rows, 0), across: clauseBar(rows, 1) };
  console.log(
    `${rows.length} claims · balanced accuracy out of fold, mean of the sets: ${accuracy.toFixed(3)} at ${leastScore}`,
  );
  for (const kind of ["true", "invented", "topic", "near"]) {
    const members = rows.filter((row) => row.kind === kind);
    const clear = members.filter(({ example: { signals } }, index) => {
      const bar = leastClause[signals.across === 1 ? "across" : "within"];
      return signals.weakestClause >= bar && (scores[rows.indexOf(members[index] as Row)] ?? 0) >= leastScore;
    });
    console.log(`ours, ${kind}: ${clear.length} of ${members.length} clear`);
  }
  const text = document(formula, leastScore, leastClause);
  if (isDry) console.log(text);
  else await writeFile(path.join(ROOT, "src", "checking", "weights.ts"), text);
}

/** What the gate refuses has no score to learn from, but counts as refused. */
function rowOf(set: Row["set"], kind: string, signals: Signals | null, isTrue: boolean, group: string): Row {
  const refused = { bestTwo: 0, weakestClause: 0, across: 0 };
  return { set, kind, example: { signals: signals ?? refused, isTrue, group, weight: signals === null ? 0 : 1 } };
}

async function wiceRows(file: string): Promise<Row[]> {
  const { encoder } = await openModels(loadConfig({}));
  return (await readPairs(file)).flatMap((pair): Row[] => {
    const signals = signalsOfPair(pair, encoder);
    const group = `wice ${pair.group ?? pair.id}`;
    return [rowOf("wice", "wice", signals, pair.true, group)];
  });
}

async function ownRows(): Promise<Row[]> {
  const models = await openModels(loadConfig({}));
  const { snapshot, close } = await openTemporaryIndex(path.join(ROOT, "corpus", "articles"), models);
  try {
    const lines = await readHandWritten(path.join(ROOT, "corpus", "claims.jsonl"));
    const bases = basesFromClaims(
      lines.filter((line) => line.true),
      snapshot.store,
    );
    const random = randomOf("fit");
    const checked = (
      kind: string,
      text: string,
      cited: (typeof bases)[number]["base"]["cited"],
      base: (typeof bases)[number],
    ): Row[] => {
      const { source } = base.base;
      const scene = sceneOf({ id: kind, row: kind, text, cited, forged: [], source, question: base.question });
      const citations = scene.claim.cites.flatMap((key) => scene.keys.get(key) ?? []);
      const context = checkContext(
        scene.passages.map(({ found }) => found),
        base.question,
        models.encoder,
      );
      const signals = signalsOfClaim(text, citations, context);
      const group = `ours ${source.card.sourcePath}`;
      return [rowOf("ours", kind, signals, kind === "true", group)];
    };
    return bases.flatMap((base, index) => {
      const made = { invented: inventedClause(base.base, random, []), topic: topicClause(base.base, random, []) };
      const other = bases.slice(index + 1).find((next) => next.base.source === base.base.source);
      return [
        ...checked("true", base.base.text, base.base.cited, base),
        ...(made.invented === null ? [] : checked("invented", made.invented.text, base.base.cited, base)),
        ...(made.topic === null ? [] : checked("topic", made.topic.text, base.base.cited, base)),
        ...(other === undefined ? [] : checked("near", base.base.text, other.base.cited, base)),
      ];
    });
  } finally {
    close();
  }
}

/** Both sets count alike, and in each the true claims and the others. */
function balanced(rows: readonly Row[]): Row[] {
  const scored = rows.filter(({ example }) => example.weight > 0);
  const parts = Map.groupBy(scored, ({ set, example }) => `${set} ${example.isTrue}`);
  return rows.map((row) => {
    const { example } = row;
    const part = parts.get(`${row.set} ${example.isTrue}`)?.length ?? 1;
    return { ...row, example: { ...example, weight: example.weight === 0 ? 0 : 500 / part } };
  });
}

/** Of WiCE a claim counts by its best row. */
function bestThreshold(rows: readonly Row[], scores: readonly number[]) {
  const claims = new Map<string, { set: string; isTrue: boolean; score: number }>();
  for (const [index, { set, example }] of rows.entries()) {
    const key = set === "wice" ? example.group : `row ${index}`;
    const known = claims.get(key);
    const score = Math.max(known?.score ?? 0, scores[index] ?? 0);
    claims.set(key, { set, isTrue: (known?.isTrue ?? false) || example.isTrue, score });
  }
  const accuracyAt = (threshold: number) => {
    const shares = ["wice", "ours"].flatMap((set) =>
      [true, false].map((truth) => {
        const members = [...claims.values()].filter((claim) => claim.set === set && claim.isTrue === truth);
        return members.filter(({ score }) => score >= threshold === truth).length / members.length;
      }),
    );
    return shares.reduce((sum, share) => sum + share, 0) / shares.length;
  };
  const thresholds = Array.from({ length: 121 }, (_, step) => Number((0.2 + step * 0.005).toFixed(3)));
  const leastScore = thresholds.reduce((best, next) => (accuracyAt(next) > accuracyAt(best) ? next : best));
  return { leastScore, accuracy: accuracyAt(leastScore) };
}

/** The share of the weakest clause below which a tenth of our true claims lie. */
function clauseBar(rows: readonly Row[], across: number): number {
  const shares = rows
    .filter(({ kind, example }) => kind === "true" && example.weight > 0 && example.signals.across === across)
    .map(({ example }) => example.signals.weakestClause)
    .sort((a, b) => a - b);
  return Number((shares[Math.floor(shares.length * CLAUSE_COST)] ?? 0).toFixed(2));
}

function document(
  { signals, intercept }: ReturnType<typeof fit>,
  leastScore: number,
  leastClause: Readonly<Record<"within" | "across", number>>,
): string {
  const numbers = Object.entries(signals).map(([name, value]) => `${name}: ${Number(value.toFixed(2))}`);
  return `/** Fitted by \`npm run fit-check\`, which writes this file. */
export const WEIGHTS = {
  signals: { ${numbers.join(", ")} },
  intercept: ${Number(intercept.toFixed(2))},
  /** From this score on a claim matches. */
  leastScore: ${leastScore},
  /** Share that the sentences must meet of each clause. */
  leastClause: { within: ${leastClause.within}, across: ${leastClause.across} },
};
`;
}
