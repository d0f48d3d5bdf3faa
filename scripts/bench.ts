import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { PASSAGES_RETRIEVED } from "../src/answering/ask.ts";
import { loadConfig } from "../src/config.ts";
import { explain } from "../src/errors.ts";
import { readQuestion } from "../src/questions/read.ts";
import { createProgress } from "../src/terminal/progress.ts";
import { wholeNumber } from "../src/terminal/whole-number.ts";
import { builtInModels, type Models, openModels } from "../src/wiring.ts";
import { timeRetrieval } from "../tools/evaluation/bench.ts";
import { type ExactTiming, timeExact } from "../tools/evaluation/exact-bench.ts";
import { syntheticArticles } from "../tools/evaluation/synthetic-articles.ts";
import { alignedTable } from "../tools/evaluation/tables.ts";
import { openTemporaryIndex } from "../tools/evaluation/temporary-index.ts";
import { playManyChats } from "../tools/load/many-chats.ts";
import { reportLoad } from "../tools/load/report.ts";
import { openLoadStage } from "../tools/load/stage.ts";

/** As long as a hosted model takes for a few claims. */
const MODEL_ANSWER_MS = 5_000;

const HELP = `Measures time and memory of indexing and retrieval.

  npm run bench -- [--articles DIR] [--passages N] [--questions N] [--find WORDS]

  --articles DIR   also over these articles, their titles as questions
  --passages N     synthetic passages (default 50000; 0 leaves them out)
  --table          only the built-in table: load, memory, 8,000 passages of 190 characters, 800 sentences
  --questions N    questions to time (default 200)
  --find WORDS     words to find exactly; may be given several times (default 的 and e)
  --chats N        only so many chats at once with a slow model, over the sample articles or --articles
`;

try {
  const { values } = parseArgs({
    options: {
      articles: { type: "string" },
      passages: { type: "string", default: "50000" },
      questions: { type: "string", default: "200" },
      find: { type: "string", multiple: true, default: ["的", "e"] },
      chats: { type: "string" },
      table: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) console.log(HELP);
  else if (values.table) benchTable();
  else if (values.chats !== undefined) await benchChats(values.articles, wholeNumber("--chats", values.chats, 0));
  else
    await bench(values.articles, wholeNumber("--passages", values.passages, 0), {
      questions: wholeNumber("--questions", values.questions, 0),
      find: values.find,
    });
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

function benchTable(): void {
  const before = held();
  const startedMs = performance.now();
  const { encoder } = builtInModels();
  console.log(`load ${ms(performance.now() - startedMs)}, holds ${(held() - before).toFixed(1)} MB`);
  const text = [...syntheticArticles(2_000)].map(({ markdown }) => markdown).join("\n");
  for (const [what, number, chars] of [
    ["passages", 8_000, 190],
    ["sentences", 800, 50],
  ] as const) {
    const texts = Array.from({ length: number }, (_, i) =>
      text.slice((i * chars) % (text.length - chars)).slice(0, chars),
    );
    for (const each of texts) encoder.encode(each);
    const beganMs = performance.now();
    for (const each of texts) encoder.encode(each);
    console.log(`${number} ${what} of ${chars} characters: ${ms(performance.now() - beganMs)}`);
  }
}

/** Heap and buffers after a collection, where node runs with --expose-gc; else with what is still to be collected. */
function held(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

interface Asked {
  readonly questions: number;
  readonly find: readonly string[];
}

async function bench(articlesDir: string | undefined, passages: number, asked: Asked): Promise<void> {
  const startedMs = performance.now();
  const models = await openModels(loadConfig(process.env));
  console.log(`models loaded in ${ms(performance.now() - startedMs)}, ${memory()}\n`);
  if (articlesDir !== undefined) await measure(articlesDir, articlesDir, models, asked);
  if (passages === 0) return;
  const dir = mkdtempSync(path.join(tmpdir(), "footnote-synthetic-"));
  try {
    for (const { fileName, markdown } of syntheticArticles(passages)) writeFileSync(path.join(dir, fileName), markdown);
    await measure(`${passages} synthetic passages`, dir, models, asked);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function benchChats(articlesDir: string | undefined, chats: number): Promise<void> {
  const stage = await openLoadStage(articlesDir ?? loadConfig({}).corpusDir, MODEL_ANSWER_MS);
  try {
    console.log(reportLoad(await playManyChats(stage, chats)));
  } finally {
    await stage.stop();
  }
}

async function measure(name: string, articlesDir: string, models: Models, { questions, find }: Asked): Promise<void> {
  const progress = createProgress("steps", process.stderr);
  const startedMs = performance.now();
  const { report, snapshot, close } = await openTemporaryIndex(articlesDir, models, {
    onProgress: ({ stage, done, total }) => progress.update(done, total, stage),
  });
  progress.finish();
  try {
    // What is left after building is opening the published snapshot, as a start of the bot does.
    const loadMs = performance.now() - startedMs - report.seconds * 1000;
    console.log(
      `${name}: ${report.articles} articles, ${report.passages} passages; indexed in ${report.seconds.toFixed(1)} s, loaded in ${ms(loadMs)}`,
    );
    const asked = snapshot.store.list(0, questions).map(({ title }) => readQuestion(title, new Date()));
    const timings = await timeRetrieval(
      asked,
      { store: snapshot.store, vectors: snapshot.vectors, ...models },
      PASSAGES_RETRIEVED,
      () => performance.now(),
    );
    const rows = timings.map(({ part, p50Ms, p95Ms }) => [part, ms(p50Ms ?? 0), ms(p95Ms ?? 0)]);
    console.log(`${alignedTable([[`${asked.length} questions`, "p50", "p95"], ...rows])}\n${memory()}\n`);
    for (const words of find) console.log(exactLine(await timeExact(words, snapshot.store)));
  } finally {
    close();
  }
}

function exactLine({ words, articles, places, ms: tookMs, heldMs }: ExactTiming): string {
  return `find ${words}: ${places} places in ${articles} articles, ${ms(tookMs)}, event loop held ${ms(heldMs)} at most`;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function memory(): string {
  return `memory ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`;
}
