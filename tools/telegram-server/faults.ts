import { ApiFailure, tooManyRequests } from "./failure.ts";

/** What shall go wrong with the next calls of a method. */
export interface FaultSpec {
  readonly method: string;
  /** How many calls; 1 when left out. */
  readonly times?: number;
  /** Only calls whose parameters fit. */
  readonly when?: (params: Readonly<Record<string, unknown>>) => boolean;
  /** Answer with this HTTP status instead of running the call. */
  readonly status?: number;
  /** Seconds, for status 429. */
  readonly retryAfter?: number;
  readonly description?: string;
  /** Wait that long first. Alone it makes a slow call that works. */
  readonly delayMs?: number;
  /** Close the connection without an answer, before or after the call took effect. */
  readonly drop?: "before" | "after";
}

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden: bot was blocked by the user",
  409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

export class Faults {
  readonly #planned: { readonly spec: FaultSpec; left: number }[] = [];

  add(spec: FaultSpec): void {
    this.#planned.push({ spec, left: spec.times ?? 1 });
  }

  /** The fault this call has to suffer, if any; the oldest first. */
  take(method: string, params: Readonly<Record<string, unknown>>): FaultSpec | null {
    const planned = this.#planned.find(
      ({ spec, left }) =>
        left > 0 && spec.method.toLowerCase() === method.toLowerCase() && (spec.when?.(params) ?? true),
    );
    if (planned === undefined) return null;
    planned.left -= 1;
    return planned.spec;
  }
}

/** The error a fault answers with, or null when it lets the call run. */
export function failureOf({ status, retryAfter, description }: FaultSpec): ApiFailure | null {
  if (status === undefined) return null;
  if (status === 429) return tooManyRequests(retryAfter ?? 1);
  return new ApiFailure(status, description ?? DESCRIPTIONS[status] ?? `Error ${status}`);
}
