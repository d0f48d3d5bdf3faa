import type { ApiMethods } from "grammy/types";
import type { Params } from "../params.ts";
import type { Warn } from "../text.ts";
import type { World } from "../world.ts";

type Api = ApiMethods;

/** What a method has to go on. */
export interface Context {
  readonly world: World;
  readonly params: Params;
  /** Tells of something the real server mends without a word. */
  readonly warn: Warn;
  /** Aborted when the client hangs up. */
  readonly gone: AbortSignal;
}

/** One Bot API method, with the result that the Bot API states for it. @throws ApiFailure */
export type Method<Name extends keyof Api> = (
  context: Context,
) => ReturnType<Api[Name]> | Promise<ReturnType<Api[Name]>>;

/** Some of the methods, by their names in the Bot API. */
export type Methods<Name extends keyof Api> = { readonly [N in Name]: Method<N> };
