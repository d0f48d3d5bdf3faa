import type { InlineQueryResult } from "grammy/types";
import { badRequest } from "../failure.ts";
import { arrayParam, isSet, stringParam } from "../fields.ts";
import { isRecord } from "../json.ts";
import { type Limits, utf8Bytes } from "../limits.ts";
import type { Method, Methods } from "./method.ts";

const answerCallbackQuery: Method<"answerCallbackQuery"> = ({ world, params }) => {
  const text = stringParam(params, "text") ?? "";
  if (text.length > world.limits.callbackAnswerUnits) throw badRequest("MESSAGE_TOO_LONG");
  const answer = { text, showAlert: isSet(params, "show_alert") };
  world.callbacks.answer(stringParam(params, "callback_query_id") ?? "", answer);
  return true;
};

const answerInlineQuery: Method<"answerInlineQuery"> = ({ world, params }) => {
  const results = readResults(arrayParam(params, "results") ?? [], world.limits);
  const nextOffset = stringParam(params, "next_offset") ?? "";
  if (utf8Bytes(nextOffset) > world.limits.inlineOffsetBytes) throw badRequest("NEXT_OFFSET_INVALID");
  world.inlineQueries.answer(stringParam(params, "inline_query_id") ?? "", { results, nextOffset });
  return true;
};

function readResults(values: readonly unknown[], limits: Limits): readonly InlineQueryResult[] {
  if (values.length > limits.inlineResults) throw badRequest("RESULTS_TOO_MUCH");
  const results = values.map((value) => readResult(value, limits));
  if (new Set(results.map(({ id }) => id)).size < results.length) throw badRequest("RESULT_ID_DUPLICATE");
  return results;
}

function readResult(value: unknown, limits: Limits): InlineQueryResult {
  if (!isRecord(value)) throw badRequest("can't parse inline query result: Inline query result must be an object");
  const { type, id } = value;
  if (typeof type !== "string") throw badRequest("can't parse inline query result: Can't find field \"type\"");
  if (typeof id !== "string" || id === "" || utf8Bytes(id) > limits.inlineResultIdBytes) {
    throw badRequest("RESULT_ID_INVALID");
  }
  if (type === "article" && !isRecord(value.input_message_content)) throw badRequest("MESSAGE_EMPTY");
  return value as unknown as InlineQueryResult;
}

/** Source: core.telegram.org/bots/api#answercallbackquery, #answerinlinequery */
export const queryMethods: Methods<"answerCallbackQuery" | "answerInlineQuery"> = {
  answerCallbackQuery,
  answerInlineQuery,
};
