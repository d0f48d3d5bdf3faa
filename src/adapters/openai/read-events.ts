import { createParser } from "eventsource-parser";

/** The server said that nothing more comes. */
export const DONE = Symbol("done");
/** A reply that is no stream of events is kept so far; an event that is longer is none. */
const MOST_CHARS = 4_000_000;

/**
 * What a server sends in reply to a stream request, as values: its events, one whole reply in place of them, or an error
 * beside them, as llama.cpp writes it (`error: {…}`). What is no JSON is left out.
 */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncIterable<unknown> {
  const found: unknown[] = [];
  const parser = createParser({
    maxBufferSize: MOST_CHARS,
    onEvent: ({ data, event }) => found.push(...(event === "error" ? errorsIn(data) : valuesIn(data))),
  });
  const decoder = new TextDecoder();
  let start = "";
  for await (const bytes of body) {
    const text = decoder.decode(bytes, { stream: true });
    start += text.slice(0, MOST_CHARS - start.length);
    parser.feed(text);
    yield* found.splice(0);
  }
  // Some servers leave out the empty line behind the last event.
  parser.feed("\n\n");
  yield* found.splice(0);
  yield* /^\s*[[{]/.test(start) ? valuesIn(start) : errorsIn(/^error:\s*(\{.*)$/m.exec(start)?.[1] ?? "");
}

function valuesIn(data: string): unknown[] {
  if (data.trim() === "[DONE]") return [DONE];
  try {
    return [JSON.parse(data)];
  } catch {
    return [];
  }
}

function errorsIn(data: string): unknown[] {
  return valuesIn(data).map((value) =>
    typeof value === "object" && value !== null && "error" in value ? value : { error: value },
  );
}
