import type { ApiResponse } from "grammy/types";
import type { ApiFailure } from "./failure.ts";
import type { FaultSpec } from "./faults.ts";

/** A method call as it arrived and what was answered. */
export interface Call {
  readonly method: string;
  /** Files stand as their name and size in bytes. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly atMs: number;
  /** null while it runs, and for a call whose connection was dropped before it took effect. */
  readonly response: ApiResponse<unknown> | null;
  readonly fault: FaultSpec | null;
}

/** A mistake of the client: `refused` with an error, or `mended` by the real server without a word. */
export interface Violation {
  readonly kind: "refused" | "mended";
  readonly method: string;
  readonly description: string;
  readonly params: Readonly<Record<string, unknown>>;
}

type OpenCall = { -readonly [K in keyof Call]: Call[K] };

const MISTAKES: readonly number[] = [400, 404, 413];

export class Journal {
  readonly calls: OpenCall[] = [];
  readonly violations: Violation[] = [];

  begin(method: string, params: Readonly<Record<string, unknown>>, atMs: number, fault: FaultSpec | null): OpenCall {
    const call: OpenCall = { method, params, atMs, response: null, fault };
    this.calls.push(call);
    return call;
  }

  refused(call: Call, failure: ApiFailure): void {
    if (MISTAKES.includes(failure.status)) this.#note("refused", call, failure.message);
  }

  mended(call: Call, description: string): void {
    this.#note("mended", call, description);
  }

  #note(kind: Violation["kind"], { method, params }: Call, description: string): void {
    this.violations.push({ kind, method, description, params });
  }
}
