import type { Api } from "grammy";

/** grammY's types name the AbortSignal of a package for old platforms; what it takes is the platform's. */
export type ApiSignal = NonNullable<Parameters<Api["getMe"]>[0]>;

export const asApiSignal = (signal: AbortSignal): ApiSignal => signal as unknown as ApiSignal;
