import { badRequest } from "./failure.ts";
import { parseJson } from "./json.ts";
import type { Params } from "./params.ts";

/** undefined when absent; numbers become their digits, as they do in a query string. */
export function stringParam(params: Params, name: string): string | undefined {
  const value = params.fields[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === "object") throw badRequest(`field "${name}" must be of type String`);
  return String(value);
}

/** undefined when absent or not a whole number, as the real server reads digits and ignores the rest. */
export function integerParam(params: Params, name: string): number | undefined {
  const value = Number(stringParam(params, name) || Number.NaN);
  return Number.isSafeInteger(value) ? value : undefined;
}

export function isSet(params: Params, name: string): boolean {
  return ["true", "1", "yes"].includes((stringParam(params, name) ?? "").toLowerCase());
}

/** A nested object or array, given as such or as a JSON string; undefined when absent or empty. */
export function jsonParam(params: Params, name: string): unknown {
  const value = params.fields[name];
  if (value === undefined || value === null || value === "") return undefined;
  return typeof value === "string" ? parseJson(value, `${name.replaceAll("_", " ")} JSON object`) : value;
}

export function arrayParam(params: Params, name: string): readonly unknown[] | undefined {
  const value = jsonParam(params, name);
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) throw badRequest(`expected an Array of ${name}`);
  return value;
}

/** The `message_id` of a call. @throws ApiFailure 400 when there is none */
export function messageIdParam(params: Params): number {
  const id = integerParam(params, "message_id");
  if (id === undefined) throw badRequest("message identifier is not specified");
  return id;
}
