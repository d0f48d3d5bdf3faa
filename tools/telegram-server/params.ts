import type { IncomingMessage } from "node:http";
import { badRequest, entityTooLarge } from "./failure.ts";
import { isRecord, parseJson } from "./json.ts";

/** A file that came in a multipart body. */
export interface UploadedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

/** What a method was called with: JSON values from a JSON body, strings from any other, and files by part name. */
export interface Params {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly files: ReadonlyMap<string, UploadedFile>;
}

/** Room beside the largest file for the other fields of a multipart body. */
const FIELDS_BYTES = 1024 * 1024;

/** Reads query string and body: JSON, urlencoded or multipart (#making-requests). @throws ApiFailure 400, 413 */
export async function readParams(request: IncomingMessage, url: URL, uploadBytes: number): Promise<Params> {
  const query = Object.fromEntries(url.searchParams);
  const body = await readBody(request, uploadBytes + FIELDS_BYTES);
  const parsed = parseBody(body, request.headers["content-type"] ?? "");
  for (const file of parsed.files.values()) if (file.bytes.length > uploadBytes) throw entityTooLarge();
  return { fields: { ...query, ...parsed.fields }, files: parsed.files };
}

async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= maxBytes) chunks.push(chunk);
  }
  if (bytes > maxBytes) throw entityTooLarge();
  return Buffer.concat(chunks);
}

function parseBody(body: Buffer, contentType: string): Params {
  if (body.length === 0) return { fields: {}, files: new Map() };
  if (contentType.startsWith("application/json")) return { fields: parseJsonBody(body), files: new Map() };
  if (contentType.startsWith("application/x-www-form-urlencoded")) {
    return { fields: Object.fromEntries(new URLSearchParams(body.toString())), files: new Map() };
  }
  if (contentType.startsWith("multipart/form-data")) return parseMultipart(body, contentType);
  return { fields: {}, files: new Map() };
}

function parseJsonBody(body: Buffer): Record<string, unknown> {
  const value = parseJson(body.toString(), "JSON object");
  if (!isRecord(value)) throw badRequest("can't parse JSON object");
  return value;
}

/** By hand, since bots send file names without quotes, which the platform's own reader refuses. */
function parseMultipart(body: Buffer, contentType: string): Params {
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/.exec(contentType);
  if (boundary === null) throw badRequest("can't parse multipart body");
  const parts = partsBetween(body, `--${boundary[1] ?? boundary[2]}`);
  const fields: Record<string, unknown> = {};
  const files = new Map<string, UploadedFile>();
  for (const { headers, content } of parts.map(readPart)) {
    const name = valueIn(headers, "name") ?? "";
    const fileName = valueIn(headers, "filename");
    const mimeType = /^content-type: *(.*)$/im.exec(headers)?.[1] ?? "";
    if (fileName === undefined) fields[name] = content.toString();
    else files.set(name, { name: fileName, mimeType, bytes: content });
  }
  return { fields, files };
}

/** What stands between two delimiters; the first line break after one belongs to it, as does the one before. */
function partsBetween(body: Buffer, delimiter: string): readonly Buffer[] {
  const parts: Buffer[] = [];
  let start = body.indexOf(delimiter);
  for (let end = start; start >= 0; start = end) {
    end = body.indexOf(`\r\n${delimiter}`, start);
    if (end < 0) return parts;
    parts.push(body.subarray(start + delimiter.length + 2, end));
    end += 2;
  }
  throw badRequest("can't parse multipart body");
}

function readPart(part: Buffer) {
  const headEnd = part.indexOf("\r\n\r\n");
  if (headEnd < 0) throw badRequest("can't parse multipart body");
  return { headers: part.subarray(0, headEnd).toString(), content: part.subarray(headEnd + 4) };
}

/** A parameter of the content-disposition header, in quotes or bare. */
function valueIn(headers: string, parameter: "name" | "filename"): string | undefined {
  const match = new RegExp(`[; ]${parameter}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\r\n]*))`, "i").exec(headers);
  return match?.[1] ?? match?.[2];
}
