import { APIError } from "openai";
import { kindOf } from "./errors.ts";

/** What a server was found to refuse, each in the order in which it is given up. */
export interface Refusals {
  readonly format: "json_schema" | "json_object" | "none";
  readonly limit: "max_completion_tokens" | "max_tokens" | "none";
  readonly usage: "ask" | "none";
}

export const NOTHING_REFUSED: Refusals = { format: "json_schema", limit: "max_completion_tokens", usage: "ask" };

const ABOUT_USAGE = /stream_options|include_usage/i;
const ABOUT_LIMIT = /max_(?:completion_|output_|new_)?tokens/i;
const ABOUT_FORMAT = /response[_ ]?format|response_schema|json[_ ]?(?:schema|object|mode)|structured|grammar|guided/i;
/** Such a failure stays whatever is left out. */
const NOT_OF_FORM: readonly string[] = ["model-context", "model-filtered", "model-credit", "model-auth"];

/**
 * What to leave out of the next try, from what this one sent; null when the failure says something else.
 * A 400 that names nothing we send is laid to the format, which servers refuse in the most ways.
 */
export function giveWay(sent: Refusals, error: unknown): Refusals | null {
  if (!(error instanceof APIError) || (error.status !== 400 && error.status !== 422)) return null;
  // Some servers name the parameter only in `param`.
  const words = `${error.param ?? ""} ${error.message}`;
  if (ABOUT_USAGE.test(words) && sent.usage === "ask") return { ...sent, usage: "none" };
  if (ABOUT_LIMIT.test(words) && sent.limit !== "none")
    return { ...sent, limit: sent.limit === "max_completion_tokens" ? "max_tokens" : "none" };
  if (sent.format === "none" || (isOfSubstance(error.status, words) && !ABOUT_FORMAT.test(words))) return null;
  return { ...sent, format: sent.format === "json_schema" ? "json_object" : "none" };
}

const isOfSubstance = (status: number, words: string): boolean => NOT_OF_FORM.includes(kindOf({ status, words }));
