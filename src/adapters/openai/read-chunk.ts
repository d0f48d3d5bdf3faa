import { z } from "zod";
import type { Tokens } from "../../domain.ts";
import type { ServerFailure } from "./errors.ts";

/** What one event of a reply says; some servers send the whole reply as one, with `message` in place of `delta`. */
export interface Chunk {
  /** Without what the model thinks, where the server keeps the two apart. */
  readonly text: string;
  /** null while there is more to come, and from servers that never tell. */
  readonly finish: string | null;
  readonly usage: Tokens | null;
  readonly failure: ServerFailure | null;
}

const MOST_TOKENS = 1_000_000_000;

const Part = z.union([z.string(), z.object({ type: z.literal(["text", "output_text"]), text: z.string() })]);
const Content = z.union([z.string(), z.array(z.unknown())]);
const Said = z.object({ content: Content.nullish().catch(null) });
const Choice = z.object({
  delta: Said.nullish().catch(null),
  message: Said.nullish().catch(null),
  text: z.string().nullish().catch(null),
  finish_reason: z.string().nullish().catch(null),
  error: z.unknown().optional(),
});
const TokenCount = z.int().min(0).max(MOST_TOKENS);
/** Nonsense counts as untold: the counts are summed up and kept. */
const ServerUsage = z.object({ prompt_tokens: TokenCount, completion_tokens: TokenCount });
const Event = z.object({
  choices: z.array(Choice).nullish().catch(null),
  usage: z.unknown().optional(),
  error: z.unknown().optional(),
});

export function readChunk(value: unknown): Chunk {
  const { data } = Event.safeParse(value);
  const choice = data?.choices?.[0];
  const usage = ServerUsage.safeParse(data?.usage).data;
  return {
    text: textOf((choice?.delta ?? choice?.message)?.content ?? choice?.text ?? ""),
    finish: choice?.finish_reason || null,
    usage:
      usage === undefined ? null : { promptTokens: usage.prompt_tokens, completionTokens: usage.completion_tokens },
    failure: failureOf(data?.error ?? choice?.error) ?? (choice === undefined ? bareFailure(value) : null),
  };
}

/** Lists of parts keep what is thought in parts of another type. */
function textOf(content: z.infer<typeof Content>): string {
  if (typeof content === "string") return content;
  return content
    .map((each) => Part.safeParse(each).data ?? "")
    .map((part) => (typeof part === "string" ? part : part.text))
    .join("");
}

const Words = z.object({
  message: z.string().optional().catch(undefined),
  msg: z.string().optional().catch(undefined),
  status_msg: z.string().optional().catch(undefined),
  detail: z.string().optional().catch(undefined),
  type: z.string().optional().catch(undefined),
  code: z.union([z.string(), z.number()]).optional().catch(undefined),
  status: z.union([z.string(), z.number()]).optional().catch(undefined),
});

function failureOf(error: unknown): ServerFailure | null {
  if (typeof error === "string") return { status: undefined, words: error };
  const { data } = Words.safeParse(error);
  if (data === undefined) return null;
  const { message, msg, status_msg, detail, type, code, status } = data;
  const words = [code, type, message, msg, status_msg, detail].filter((each) => each !== undefined).join(" ");
  return words === "" ? null : { status: [code, status].map(Number).find((each) => each >= 400 && each < 600), words };
}

/** An error that stands under no `error`: `{"code":429,"message":…}`, `{"object":"error",…}`, `{"base_resp":{…}}`. */
const BareError = z.union([
  z.object({ base_resp: z.object({ status_code: z.number().refine((code) => code !== 0) }) }),
  z.object({ message: z.string() }),
  z.object({ msg: z.string() }),
  z.object({ detail: z.string() }),
]);

function bareFailure(value: unknown): ServerFailure | null {
  if (!BareError.safeParse(value).success) return null;
  const { base_resp: inner } = z.object({ base_resp: z.unknown().optional() }).parse(value);
  return failureOf(inner ?? value);
}
