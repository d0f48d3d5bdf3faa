import { notFound } from "../failure.ts";
import { chatMethods } from "./chats.ts";
import { editingMethods } from "./editing.ts";
import type { Context } from "./method.ts";
import { presenceMethods } from "./presence.ts";
import { profileMethods } from "./profile.ts";
import { queryMethods } from "./queries.ts";
import { sendingMethods } from "./sending.ts";
import { updateMethods } from "./updates.ts";

const METHODS = {
  ...updateMethods,
  ...profileMethods,
  ...sendingMethods,
  ...editingMethods,
  ...presenceMethods,
  ...queryMethods,
  ...chatMethods,
};

/** The methods this server knows, by their names in the Bot API. */
export const METHOD_NAMES: readonly string[] = Object.keys(METHODS);

type AnyMethod = (context: Context) => unknown;

/** "All methods are case-insensitive" (#making-requests). */
const BY_LOWER_NAME: ReadonlyMap<string, AnyMethod> = new Map(
  Object.entries(METHODS).map(([name, method]) => [name.toLowerCase(), method as AnyMethod]),
);

/** The method's name as the Bot API spells it, or as it was given when unknown. */
export const spelled = (name: string) =>
  METHOD_NAMES.find((known) => known.toLowerCase() === name.toLowerCase()) ?? name;

/** Runs the method and gives its result. @throws ApiFailure 404 for an unknown one, else what the method throws */
export async function runMethod(name: string, context: Context): Promise<unknown> {
  const method = BY_LOWER_NAME.get(name.toLowerCase());
  if (method === undefined) throw notFound();
  return method(context);
}
