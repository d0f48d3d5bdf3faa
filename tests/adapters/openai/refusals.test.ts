import fc from "fast-check";
import { APIError } from "openai";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createChatModel } from "../../../src/adapters/openai/chat-model.ts";
import { giveWay, NOTHING_REFUSED, type Refusals } from "../../../src/adapters/openai/refusals.ts";
import type { ChatRequest } from "../../../src/ports.ts";
import { type ModelRequest, type ModelServer, startModelServer } from "../../support/model-server.ts";

let server: ModelServer;
beforeEach(async () => {
  server = await startModelServer();
  server.reply = () => "yes";
});
afterEach(() => server.stop());

const request: ChatRequest = {
  messages: [{ role: "user", content: "hi" }],
  schema: { name: "claims", body: { type: "object" } },
  maxTokens: 100,
};
const newChat = () =>
  createChatModel({ baseUrl: server.baseUrl, apiKey: "k", model: "m", timeoutMs: 5_000, idleTimeoutMs: 2_000 });
async function answerOf(chat = newChat()): Promise<string> {
  let text = "";
  for await (const event of chat.stream(request)) if (event.kind === "text") text += event.text;
  return text;
}

/** What a request asked for that a server may not know, in short. */
const asked = ({ body }: ModelRequest) =>
  [
    body.response_format?.type,
    body.max_completion_tokens === undefined ? undefined : "max_completion_tokens",
    body.max_tokens === undefined ? undefined : "max_tokens",
    body.stream_options === undefined ? undefined : "stream_options",
  ].filter((each) => each !== undefined);

/** Refuses a request that asks for any of these, and names it the way `words` do. */
const refusing = (unknown: readonly string[], words: (name: string) => string | object) => (each: ModelRequest) => {
  const name = asked(each).find((one) => unknown.includes(one));
  if (name === undefined) return null;
  const said = words(name);
  return typeof said === "string" ? { status: 400, message: said } : { status: 422, message: "", body: said };
};

const WORDS: readonly (readonly [string, (name: string) => string | object])[] = [
  ["OpenAI", (name) => `Unsupported parameter: '${name}' is not supported with this model.`],
  ["a bare sentence", (name) => `${name} is unknown`],
  [
    "Mistral",
    (name) => ({ detail: [{ type: "extra_forbidden", loc: ["body", name], msg: "Extra inputs are not permitted" }] }),
  ],
  [
    "older vLLM",
    (name) => ({ object: "error", message: `[{'loc': ('body', '${name}')}]`, type: "BadRequestError", code: 400 }),
  ],
];
const CASES: readonly (readonly [readonly string[], readonly string[]])[] = [
  [["max_completion_tokens"], ["json_schema", "max_tokens", "stream_options"]],
  [
    ["max_completion_tokens", "max_tokens"],
    ["json_schema", "stream_options"],
  ],
  [["json_schema"], ["json_object", "max_completion_tokens", "stream_options"]],
  [
    ["json_schema", "json_object"],
    ["max_completion_tokens", "stream_options"],
  ],
  [["stream_options"], ["json_schema", "max_completion_tokens"]],
  [
    ["stream_options", "max_completion_tokens", "json_schema"],
    ["json_object", "max_tokens"],
  ],
  [["stream_options", "max_completion_tokens", "max_tokens", "json_schema", "json_object"], []],
];

describe("a server that does not know all that is sent", () => {
  it.each(WORDS.flatMap(([name, words]) => CASES.map(([unknown, left]) => ({ name, words, unknown, left }))))(
    "in the words of $name, $unknown: keeps $left, and says it once a process",
    async ({ words, unknown, left }) => {
      server.refuse = refusing(unknown, words);
      const chat = newChat();
      expect(await answerOf(chat)).toBe("yes");
      expect(server.requests).toHaveLength(unknown.length + 1);
      expect(asked(server.requests.at(-1) as ModelRequest)).toEqual(left);
      await answerOf(chat);
      expect(server.requests).toHaveLength(unknown.length + 2);
    },
  );

  it("is never asked for a temperature or the like", async () => {
    server.refuse = refusing(["json_schema", "max_completion_tokens", "stream_options"], (name) => name);
    await answerOf();
    const names = new Set(server.requests.flatMap(({ body }) => Object.keys(body)));
    expect([...names].filter((name) => /temperature|top_|penalty|seed|\bn\b/.test(name))).toEqual([]);
  });
});

describe("a refusal in a form of its own", () => {
  it.each([{ body: "max_completion_tokens" }, { body: null }, { body: 7 }, { body: [] }, { body: { error: null } }])(
    "$body is borne",
    async ({ body }) => {
      const fetchOdd = async () => Response.json(body, { status: 400 });
      const server = { baseUrl: "http://odd.footnote.test/v1", apiKey: null };
      const chat = createChatModel({ ...server, model: "m", timeoutMs: 5_000, idleTimeoutMs: 2_000 }, fetchOdd);
      await expect(answerOf(chat)).rejects.toMatchObject({ code: "model-answer" });
    },
  );
});

describe("nothing goes round in circles", () => {
  it("whatever a server that refuses everything says", async () => {
    for (const message of ["stream_options max_tokens response_format", "no", "", "max_tokens", "grammar too long"]) {
      server.refuse = () => ({ status: 400, message });
      const before = server.requests.length;
      await expect(answerOf()).rejects.toMatchObject({ code: "model-answer" });
      expect(server.requests.length - before).toBeLessThanOrEqual(6);
    }
  });

  it("each step leaves out more than the one before, in five steps at most", () => {
    const rank = ({ format, limit, usage }: Refusals) =>
      ["json_schema", "json_object", "none"].indexOf(format) +
      ["max_completion_tokens", "max_tokens", "none"].indexOf(limit) +
      ["ask", "none"].indexOf(usage);
    const word = fc.constantFrom("stream_options", "max_tokens", "response_format", "too long", "context_length", "no");
    fc.assert(
      fc.property(fc.array(fc.array(word), { minLength: 6, maxLength: 12 }), (messages) => {
        let sent: Refusals | null = NOTHING_REFUSED;
        let steps = 0;
        for (const words of messages) {
          const less: Refusals | null = giveWay(sent, new APIError(400, undefined, words.join(" "), undefined));
          if (less === null) break;
          expect(rank(less)).toBe(rank(sent) + 1);
          sent = less;
          steps += 1;
        }
        expect(steps).toBeLessThanOrEqual(5);
      }),
    );
  });

  it.each([401, 403, 404, 409, 413, 429, 500])("%i says nothing of what was sent", (status) => {
    expect(giveWay(NOTHING_REFUSED, new APIError(status, undefined, "max_tokens", undefined))).toBeNull();
  });
});
