import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { ApiResponse } from "grammy/types";
import { answerCall, type Desk } from "./call.ts";
import { ApiFailure, notFound, unauthorized } from "./failure.ts";
import { type Params, readParams } from "./params.ts";

/** The HTTP face: `/bot<token>/<method>` and `/file/bot<token>/<path>` (#making-requests, #getfile). */
export function createHttpServer(desk: Desk, token: string): Server {
  return createServer((request, response) => {
    serve(desk, token, request, response).catch((error: unknown) => {
      const failure = error instanceof ApiFailure ? error : new ApiFailure(500, `Internal Server Error: ${error}`);
      send(response, failure.toResponse());
    });
  });
}

async function serve(desk: Desk, token: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://localhost");
  const { isFile, givenToken, rest } = readPath(url.pathname);
  if (givenToken !== token) throw unauthorized();
  if (isFile) return sendFile(desk, rest, response);
  const params = await paramsOf(desk, rest, request, url);
  const outcome = await answerCall(desk, rest, params, hangUpSignal(response));
  if (outcome === null) request.socket.destroy();
  else send(response, outcome);
}

function readPath(pathname: string) {
  const match = /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(pathname.replace(/%3A/i, ":"));
  const [, file, givenToken, rest] = match ?? [];
  if (givenToken === undefined || rest === undefined) throw notFound();
  return { isFile: file !== undefined, givenToken, rest };
}

/** A body that cannot be read is a mistake of the client like any other, so it goes into the journal. */
async function paramsOf({ world, journal }: Desk, method: string, request: IncomingMessage, url: URL): Promise<Params> {
  try {
    return await readParams(request, url, world.limits.uploadBytes);
  } catch (error) {
    if (error instanceof ApiFailure) {
      const call = journal.begin(method, Object.fromEntries(url.searchParams), world.nowMs(), null);
      call.response = error.toResponse();
      journal.refused(call, error);
      world.changes.tell();
    }
    throw error;
  }
}

function hangUpSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.on("close", () => controller.abort());
  return controller.signal;
}

function send(response: ServerResponse, answer: ApiResponse<unknown>): void {
  const retryAfter = answer.ok ? undefined : answer.parameters?.retry_after;
  response.writeHead(answer.ok ? 200 : answer.error_code, {
    "content-type": "application/json",
    ...(retryAfter === undefined ? {} : { "retry-after": String(retryAfter) }),
  });
  response.end(JSON.stringify(answer));
}

function sendFile({ world }: Desk, path: string, response: ServerResponse): void {
  const file = world.files.atPath(path);
  if (file === undefined) throw notFound();
  response.writeHead(200, { "content-type": "application/octet-stream" });
  response.end(file.bytes);
}
