import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { createEntailmentModel, PACKAGE } from "../../../src/adapters/transformers/entailment-model.ts";
import { createEntailmentJudge } from "../../../src/answering/entailment-judge.ts";
import type { ArticleCard, Claim, PassageId } from "../../../src/domain.ts";
import { sumOfRows } from "../../support/tiny-onnx.ts";

const VERSION = "4.3.2";
const folder = mkdtempSync(path.join(tmpdir(), "footnote-nli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The package where nobody else sees it; or why there is none. Its install script would fetch what only GPUs need. */
function install(): { readonly entry: string } | { readonly missing: string } {
  writeFileSync(path.join(folder, "package.json"), "{}");
  const { status, stderr } = spawnSync(
    "npm",
    ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder, `${PACKAGE}@${VERSION}`],
    { encoding: "utf8", timeout: 240_000 },
  );
  if (status !== 0) return { missing: `${PACKAGE} could not be installed: ${stderr.trim().split("\n").at(-1)}` };
  return { entry: path.join(folder, "node_modules", PACKAGE, "dist", "transformers.node.mjs") };
}

const installed = install();
if ("missing" in installed) console.warn(`skipped: ${installed.missing}`);

const WORDS = ["[UNK]", "[CLS]", "[SEP]", "[PAD]", "agrees", "differs", "perhaps"];
const LABELS = ["contradiction", "entailment", "neutral"];

/** A model that looks for one word alone: "agrees" entails, "differs" contradicts, "perhaps" leaves it open. */
function writeModel(name: string, labels = LABELS): string {
  const model = path.join(folder, name);
  mkdirSync(path.join(model, "onnx"), { recursive: true });
  const write = (file: string, content: unknown) => writeFileSync(path.join(model, file), JSON.stringify(content));
  const id2label = Object.fromEntries(labels.map((label, index) => [String(index), label]));
  write("config.json", { model_type: "bert", architectures: ["BertForSequenceClassification"], id2label });
  write("tokenizer_config.json", { tokenizer_class: "PreTrainedTokenizer", model_max_length: 512, pad_token: "[PAD]" });
  const special = (id: string) => ({ id, ids: [WORDS.indexOf(id)], tokens: [id] });
  const mark = (id: string) => ({ SpecialToken: { id, type_id: 0 } });
  const text = (id: "A" | "B") => ({ Sequence: { id, type_id: 0 } });
  write("tokenizer.json", {
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: [],
    normalizer: null,
    pre_tokenizer: { type: "WhitespaceSplit" },
    post_processor: {
      type: "TemplateProcessing",
      single: [mark("[CLS]"), text("A"), mark("[SEP]")],
      pair: [mark("[CLS]"), text("A"), mark("[SEP]"), text("B"), mark("[SEP]")],
      special_tokens: { "[CLS]": special("[CLS]"), "[SEP]": special("[SEP]") },
    },
    decoder: null,
    model: {
      type: "WordPiece",
      vocab: Object.fromEntries(WORDS.map((word, id) => [word, id])),
      unk_token: "[UNK]",
      continuing_subword_prefix: "##",
      max_input_chars_per_word: 100,
    },
  });
  const rows: Record<string, number[]> = { agrees: [0, 6, 0], differs: [6, 0, 0], perhaps: [0, 2, 2] };
  writeFileSync(path.join(model, "onnx", "model.onnx"), sumOfRows(WORDS.map((word) => rows[word] ?? [0, 0, 0])));
  return model;
}

const modelOf = (model: string) =>
  createEntailmentModel({
    model,
    cacheDir: path.join(folder, "cache"),
    fetch: () => Promise.reject(new Error("nothing is fetched here")),
    load: () => import(pathToFileURL("entry" in installed ? installed.entry : "").href),
  });

describe.skipIf("missing" in installed)("an entailment model on this machine", () => {
  it("is loaded from a folder and tells its labels apart, wherever they stand", async () => {
    const model = modelOf(writeModel("tiny"));
    const [agrees, differs, open] = await model.read(
      ["it agrees", "it differs", "it perhaps"].map((hypothesis) => ({ premise: "a sentence", hypothesis })),
    );
    expect(agrees?.entailment).toBeGreaterThan(0.9);
    expect(differs?.contradiction).toBeGreaterThan(0.9);
    expect(open?.entailment).toBeCloseTo(open?.neutral ?? 0);
    expect((agrees?.entailment ?? 0) + (agrees?.neutral ?? 0) + (agrees?.contradiction ?? 0)).toBeCloseTo(1);
  });

  it("judges claims, at no cost in tokens", async () => {
    const failures: unknown[] = [];
    const judge = createEntailmentJudge(modelOf(writeModel("tiny")), { onFailure: (error) => failures.push(error) });
    const claims = ["agrees", "differs", "perhaps"].map((text): Claim => {
      const sentence = { ordinal: 0, span: { start: 0, end: 1 }, text: "a sentence" };
      return {
        text,
        mark: "matches",
        citations: [{ article: {} as ArticleCard, passageId: "p" as PassageId, sentence }],
      };
    });
    expect(await judge.read(claims, new Map(), undefined)).toEqual({
      readings: ["supported", "unsupported", "unsure"].map((verdict) => ({ verdict, words: "" })),
      ending: "answered",
      usage: null,
    });
    expect(failures).toEqual([]);
  });

  it.each([
    ["a folder without a model", () => folder, /JUDGE_LOCAL_MODEL ".*" cannot be loaded/],
    [
      "another kind of model",
      () => writeModel("other", ["joy", "fear", "rage"]),
      /is no entailment model: its labels are joy/,
    ],
  ])("says what is wrong with %s", async (_, model, words) => {
    await expect(modelOf(model()).read([{ premise: "a", hypothesis: "b" }])).rejects.toThrow(words);
  });
});
