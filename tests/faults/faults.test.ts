import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config.ts";
import { builtInModels, indexCorpus } from "../../src/wiring.ts";
import { markdownTable } from "../../tools/evaluation/tables.ts";
import type { Outcome } from "./outcome.ts";
import { play } from "./play.ts";
import { type FaultRow, MODEL_ROWS, TELEGRAM_ROWS } from "./rows.ts";

const ROOT = path.join(import.meta.dirname, "..", "..");
const CORPUS = path.join(ROOT, "corpus", "articles");
const AT_ONCE = 8;
const dataDir = mkdtempSync(path.join(tmpdir(), "footnote-faults-"));

beforeAll(async () => {
  const config = loadConfig({ DATA_DIR: dataDir, CORPUS_DIR: CORPUS });
  await indexCorpus(config, builtInModels(), CORPUS);
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe("docs/FAULTS.md", () => {
  it("says what a person sees of each fault (npm run faults writes it anew)", async () => {
    const outcomes = await playAll([...TELEGRAM_ROWS, ...MODEL_ROWS]);
    const page = [
      "# What goes wrong, and what a person sees of it",
      "Written by `npm run faults`: one question is asked through the whole bot, over the sample articles, while the Bot API server or the model server fails as said. `npm test` fails when this page is not what the bot does.",
      "Messages are those that stand in the chat in the end. A live preview is a draft in private chats and one message that is edited in groups.",
      "## Telegram",
      table(TELEGRAM_ROWS, outcomes.slice(0, TELEGRAM_ROWS.length)),
      "## The chat model",
      table(MODEL_ROWS, outcomes.slice(TELEGRAM_ROWS.length)),
    ];
    await expect(`${page.join("\n\n")}\n`).toMatchFileSnapshot(path.join(ROOT, "docs", "FAULTS.md"));
  }, 180_000);
});

async function playAll(rows: readonly FaultRow[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const left = [...rows.entries()];
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift())
      outcomes[next[0]] = await play(next[1], next[0], dataDir, CORPUS);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return outcomes;
}

function table(rows: readonly FaultRow[], outcomes: readonly Outcome[]): string {
  const lines = rows.map(({ fault, chat }, index) => {
    const { messages = [], end = null } = outcomes[index] ?? {};
    const seen = messages.length === 0 ? "nothing" : messages.join("; then ");
    return [fault, chat, end === null ? seen : `nothing; the bot ends: ${end}`, String(messages.length)];
  });
  const head = ["fault", "chat", "what the person sees", "messages"];
  return markdownTable([head, ...lines]).replaceAll("---:", "---");
}
