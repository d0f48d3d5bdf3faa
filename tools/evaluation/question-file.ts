import { z } from "zod";
import { AppError, ProblemsError } from "../../src/errors.ts";

const text = z.string().refine((value) => value.trim() !== "", "is empty");
const day = z.iso.date();

const line = z.object({
  id: text,
  lang: z.enum(["zh", "en"]),
  question: text,
  answers: z.array(z.string()),
  answerable: z.boolean(),
  gold_articles: z.array(text),
  gold_passage: text.optional(),
  gold_quotes: z.array(text).optional(),
  kind: text.optional(),
  as_of: day.optional(),
  follow_up_of: text.optional(),
  range: z.tuple([day, day]).optional(),
  distractors: z.array(z.string()).optional(),
  why: z.string().optional(),
});

/** One line of questions.jsonl, as it stands there. */
export type QuestionLine = z.infer<typeof line>;

export interface QuestionFile {
  readonly questions: readonly QuestionLine[];
  /** One for each unknown field. */
  readonly warnings: readonly string[];
}

const MOST_PROBLEMS_TOLD = 10;

/** Reads questions.jsonl. @throws ProblemsError dataset with `file:line: field …`; AppError dataset when it is empty */
export function parseQuestions(source: string, file: string): QuestionFile {
  const problems: string[] = [];
  const unknown = new Map<string, string>();
  const questions: QuestionLine[] = [];
  const ids = new Set<string>();
  for (const [index, row] of source
    .replace(/^\ufeff/, "")
    .split("\n")
    .entries()) {
    if (row.trim() === "") continue;
    const place = `${file}:${index + 1}`;
    const value = parseJson(row);
    const parsed = line.safeParse(value);
    if (!parsed.success) {
      problems.push(`${place}: ${value === undefined ? "not JSON" : describe(parsed.error)}`);
      continue;
    }
    for (const field of unknownFields(value)) if (!unknown.has(field)) unknown.set(field, place);
    if (ids.has(parsed.data.id)) problems.push(`${place}: id "${parsed.data.id}" was used before; ids must differ`);
    ids.add(parsed.data.id);
    questions.push(parsed.data);
  }
  problems.push(...brokenChains(questions, ids, file));
  if (problems.length > 0) throw new ProblemsError("dataset", shortened(problems));
  if (questions.length === 0) throw new AppError("dataset", `${file} holds no question. Give one JSON object a line.`);
  const warnings = [...unknown].map(([field, place]) => `${place}: unknown field "${field}" is ignored`);
  return { questions, warnings };
}

function parseJson(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch {
    return undefined;
  }
}

function describe(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `field ${path.join(".") || "(whole line)"}: ${message}`).join("; ");
}

function unknownFields(value: unknown): string[] {
  return Object.keys(value ?? {}).filter((field) => !(field in line.shape));
}

/** A follow-up must come after its question, which also rules out circles. */
function brokenChains(questions: readonly QuestionLine[], ids: ReadonlySet<string>, file: string): string[] {
  const before = new Set<string>();
  return questions.flatMap(({ id, follow_up_of: first }) => {
    before.add(id);
    if (first === undefined || (first !== id && before.has(first))) return [];
    const why = ids.has(first) ? "stands after it" : "does not exist";
    return [`${file}: question ${id}: field follow_up_of: "${first}" ${why}`];
  });
}

function shortened(problems: readonly string[]): string[] {
  const rest = problems.length - MOST_PROBLEMS_TOLD;
  return rest <= 0 ? [...problems] : [...problems.slice(0, MOST_PROBLEMS_TOLD), `… and ${rest} more`];
}
