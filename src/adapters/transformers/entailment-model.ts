import { existsSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { AppError } from "../../errors.ts";
import type { Entailment, EntailmentModel, Fetch } from "../../ports.ts";

/** Not among the dependencies: it is large, and few need it. */
export const PACKAGE = "@huggingface/transformers";
export const INSTALL_COMMAND = `npm install --no-save ${PACKAGE}`;
const LONGEST_TOKENS = 512;
const LABELS = ["entailment", "neutral", "contradiction"] as const;

/** As much of the package as is used; what it gives is checked before it counts. */
interface Transformers {
  readonly env: Record<string, unknown>;
  readonly AutoTokenizer: { from_pretrained(model: string, options: object): Promise<Tokenizer> };
  readonly AutoModelForSequenceClassification: { from_pretrained(model: string, options: object): Promise<Classifier> };
}
type Tokenizer = (texts: readonly string[], options: object) => unknown;
interface Classifier {
  readonly config: unknown;
  (inputs: unknown): Promise<unknown>;
}

const Config = z.object({ id2label: z.record(z.string(), z.string()) });
const Output = z.object({ logits: z.object({ dims: z.array(z.number()), data: z.custom<ArrayLike<number>>() }) });
const Loading = z.object({ status: z.literal("progress"), file: z.string(), loaded: z.number(), total: z.number() });

export interface EntailmentOptions {
  /** A name on Hugging Face, or a folder of this machine. */
  readonly model: string;
  /** What is downloaded is kept here. */
  readonly cacheDir: string;
  readonly fetch: Fetch;
  /** In bytes of one file. */
  readonly onDownload?: ((file: string, loaded: number, total: number) => void) | undefined;
  /** For tests, which install the package elsewhere. */
  readonly load?: (() => Promise<unknown>) | undefined;
}

/** A multilingual entailment model in ONNX, run on this machine. It is loaded at the first use; then it throws AppError judge where that cannot be. */
export function createEntailmentModel(options: EntailmentOptions): EntailmentModel {
  let loading: Promise<Loaded> | null = null;
  return {
    name: path.basename(options.model),
    async read(pairs) {
      loading ??= load(options);
      const loaded = await loading.catch((error: unknown) => {
        loading = null;
        throw error;
      });
      const results: Entailment[] = [];
      // One at a time: a batch is padded to its longest pair, and nothing is gained on a processor.
      for (const pair of pairs) results.push(await classify(loaded, pair));
      return results;
    },
  };
}

interface Loaded {
  readonly tokenizer: Tokenizer;
  readonly classifier: Classifier;
  /** Place of each label among the model's. */
  readonly places: Readonly<Record<(typeof LABELS)[number], number>>;
}

async function load({ model, cacheDir, fetch, onDownload, load: importPackage }: EntailmentOptions): Promise<Loaded> {
  const { env, AutoTokenizer, AutoModelForSequenceClassification } = await importTransformers(importPackage);
  Object.assign(env, { cacheDir, fetch });
  const isFolder = existsSync(model);
  const source = isFolder ? path.resolve(model) : model;
  const progress_callback = (event: unknown) => {
    const { data } = Loading.safeParse(event);
    if (data !== undefined) onDownload?.(data.file, data.loaded, data.total);
  };
  const shared = { progress_callback, local_files_only: isFolder };
  try {
    const tokenizer = await AutoTokenizer.from_pretrained(source, shared);
    const classifier = await AutoModelForSequenceClassification.from_pretrained(source, {
      ...shared,
      dtype: dtypeOf(source),
    });
    return { tokenizer, classifier, places: placesOf(classifier.config, model) };
  } catch (error) {
    if (error instanceof AppError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new AppError("judge", `JUDGE_LOCAL_MODEL "${model}" cannot be loaded: ${why}`, { cause: error });
  }
}

/** The quantised weights, which are a quarter as large, unless a folder has only the whole ones. */
function dtypeOf(source: string): "q8" | "fp32" {
  return existsSync(path.join(source, "onnx", "model.onnx")) &&
    !existsSync(path.join(source, "onnx", "model_quantized.onnx"))
    ? "fp32"
    : "q8";
}

async function importTransformers(importPackage: EntailmentOptions["load"]): Promise<Transformers> {
  const specifier: string = PACKAGE;
  try {
    return (await (importPackage?.() ?? import(specifier))) as Transformers;
  } catch (error) {
    throw new AppError("judge", `JUDGE=local needs ${PACKAGE}. Install it: ${INSTALL_COMMAND}`, { cause: error });
  }
}

function placesOf(config: unknown, model: string): Loaded["places"] {
  const labels = Object.entries(Config.safeParse(config).data?.id2label ?? {});
  const placeOf = (wanted: string) =>
    Number(labels.find(([, label]) => label.toLowerCase() === wanted)?.[0] ?? Number.NaN);
  const places = {
    entailment: placeOf("entailment"),
    neutral: placeOf("neutral"),
    contradiction: placeOf("contradiction"),
  };
  if (LABELS.every((label) => Number.isInteger(places[label]))) return places;
  throw new AppError(
    "judge",
    `JUDGE_LOCAL_MODEL "${model}" is no entailment model: its labels are ${labels.map(([, label]) => label).join(", ") || "not named"}.`,
  );
}

async function classify({ tokenizer, classifier, places }: Loaded, pair: EntailmentPair): Promise<Entailment> {
  const inputs = tokenizer([pair.premise], {
    text_pair: [pair.hypothesis],
    padding: true,
    truncation: true,
    max_length: LONGEST_TOKENS,
  });
  const { logits } = Output.parse(await classifier(inputs));
  const shares = softmax(Array.from(logits.data, Number));
  return {
    entailment: shares[places.entailment] ?? 0,
    neutral: shares[places.neutral] ?? 0,
    contradiction: shares[places.contradiction] ?? 0,
  };
}

type EntailmentPair = Parameters<EntailmentModel["read"]>[0][number];

function softmax(values: readonly number[]): number[] {
  const most = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - most));
  const sum = powers.reduce((all, power) => all + power, 0);
  return powers.map((power) => power / sum);
}
