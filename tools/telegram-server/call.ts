import type { ApiResponse } from "grammy/types";
import { ApiFailure } from "./failure.ts";
import { type Faults, failureOf } from "./faults.ts";
import type { Call, Journal } from "./journal.ts";
import { runMethod, spelled } from "./methods/all.ts";
import type { Params } from "./params.ts";
import { pause } from "./pause.ts";
import type { World } from "./world.ts";

/** What every call passes through. */
export interface Desk {
  readonly world: World;
  readonly journal: Journal;
  readonly faults: Faults;
}

/** The answer to send, or null when the connection is to be dropped. */
export type Outcome = ApiResponse<unknown> | null;

/** Notes the call, lets it suffer its fault, runs it and notes the answer. */
export async function answerCall(desk: Desk, name: string, params: Params, gone: AbortSignal): Promise<Outcome> {
  const { world, journal, faults } = desk;
  const method = spelled(name);
  const shown = shownParams(params);
  const fault = faults.take(method, shown);
  const call = journal.begin(method, shown, world.nowMs(), fault);
  world.changes.tell();
  if (fault?.delayMs !== undefined) await pause(fault.delayMs);
  if (fault?.drop === "before") return null;
  call.response = (fault === null ? null : failureOf(fault))?.toResponse() ?? (await run(desk, call, params, gone));
  world.changes.tell();
  return fault?.drop === "after" ? null : call.response;
}

async function run(
  { world, journal }: Desk,
  call: Call,
  params: Params,
  gone: AbortSignal,
): Promise<ApiResponse<unknown>> {
  const warn = (description: string) => journal.mended(call, description);
  try {
    return { ok: true, result: await runMethod(call.method, { world, params, warn, gone }) };
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    journal.refused(call, error);
    return error.toResponse();
  }
}

function shownParams({ fields, files }: Params): Readonly<Record<string, unknown>> {
  const shownFiles = [...files].map(([name, file]) => [name, { name: file.name, bytes: file.bytes.length }]);
  return { ...fields, ...Object.fromEntries(shownFiles) };
}
