import { badRequest } from "../failure.ts";
import { arrayParam, integerParam, isSet, jsonParam, stringParam } from "../fields.ts";
import { readResults, readResultsButton } from "../inline-results.ts";
import { utf8Bytes } from "../limits.ts";
import type { Method, Methods } from "./method.ts";

const answerCallbackQuery: Method<"answerCallbackQuery"> = ({ world, params }) => {
  const text = stringParam(params, "text") ?? "";
  if (text.length > world.limits.callbackAnswerUnits) throw badRequest("MESSAGE_TOO_LONG");
  const answer = { text, showAlert: isSet(params, "show_alert") };
  world.callbacks.answer(stringParam(params, "callback_query_id") ?? "", answer);
  return true;
};

const CACHE_TIME_S = 300;

const answerInlineQuery: Method<"answerInlineQuery"> = ({ world, params, warn }) => {
  const { limits } = world;
  const results = readResults(arrayParam(params, "results") ?? [], limits, warn);
  const button = readResultsButton(jsonParam(params, "button"), limits);
  const nextOffset = stringParam(params, "next_offset") ?? "";
  if (utf8Bytes(nextOffset) > limits.inlineOffsetBytes) throw badRequest("NEXT_OFFSET_INVALID");
  const cacheTimeS = integerParam(params, "cache_time") ?? CACHE_TIME_S;
  const answer = { results, nextOffset, cacheTimeS, isPersonal: isSet(params, "is_personal"), button };
  world.inlineQueries.answer(stringParam(params, "inline_query_id") ?? "", answer);
  return true;
};

/** Source: core.telegram.org/bots/api#answercallbackquery, #answerinlinequery */
export const queryMethods: Methods<"answerCallbackQuery" | "answerInlineQuery"> = {
  answerCallbackQuery,
  answerInlineQuery,
};
