import { sayIn } from "../../src/rendering/say.ts";
import type { FaultSpec } from "../../tools/telegram-server/server.ts";
import type { ModelServer } from "../support/model-server.ts";

const say = sayIn("en");

export const JUDGE_MODEL = "judge";

/** One fault, in one kind of chat. */
export interface FaultRow {
  readonly fault: string;
  readonly chat: "private" | "group";
  /** Of Telegram's server. */
  readonly telegram?: readonly FaultSpec[];
  /** Of the model's server; without it the model is slow and true, so that its answer is seen growing. */
  readonly model?: (model: ModelServer) => void;
  /** The model never says anything, and is soon given up. */
  readonly isSilent?: true;
  /** A judge reads the claims first, at the same server. */
  readonly judge?: true;
  /** What the person does meanwhile. */
  readonly act?: "stop";
  /** The bot ends, and says why in the terminal. */
  readonly ends?: true;
}

const isAnswer = ({ text }: Readonly<Record<string, unknown>>) => String(text).includes(`\n${say("sources")}\n`);
const isPlaceholder = ({ text }: Readonly<Record<string, unknown>>) => text === say("looking");
const EVER = 99;

const answer = (spec: Partial<FaultSpec>): FaultSpec => ({ method: "sendMessage", when: isAnswer, ...spec });
const lastEdit = (spec: Partial<FaultSpec>): FaultSpec => ({ method: "editMessageText", when: isAnswer, ...spec });
const placeholder = (spec: Partial<FaultSpec>): FaultSpec => ({ method: "sendMessage", when: isPlaceholder, ...spec });
const draft = (spec: Partial<FaultSpec>): FaultSpec => ({ method: "sendMessageDraft", times: EVER, ...spec });
const edit = (spec: Partial<FaultSpec>): FaultSpec => ({ method: "editMessageText", times: EVER, ...spec });
const polling = (spec: Partial<FaultSpec>): FaultSpec => ({ method: "getUpdates", ...spec });
const deletion = (spec: Partial<FaultSpec>): FaultSpec => ({ method: "deleteMessage", times: EVER, ...spec });

const ENTITIES = { status: 400, description: "Bad Request: ENTITIES_TOO_LONG" };

export const TELEGRAM_ROWS: readonly FaultRow[] = [
  { fault: "none", chat: "private" },
  { fault: "none", chat: "group" },
  { fault: "the answer: 429, over in 1 s", chat: "private", telegram: [answer({ status: 429, retryAfter: 1 })] },
  { fault: "the answer: 429, over in 90 s", chat: "private", telegram: [answer({ status: 429, retryAfter: 90 })] },
  { fault: "the answer: 502", chat: "private", telegram: [answer({ status: 502 })] },
  { fault: "the answer: connection lost before it arrived", chat: "private", telegram: [answer({ drop: "before" })] },
  { fault: "the answer: connection lost after it arrived", chat: "private", telegram: [answer({ drop: "after" })] },
  { fault: "the answer: confirmed after 2 s only", chat: "private", telegram: [answer({ delayMs: 2_000 })] },
  { fault: "the answer: its links are refused", chat: "private", telegram: [answer(ENTITIES)] },
  { fault: "403, the person blocked the bot", chat: "private", telegram: [answer({ status: 403, times: EVER })] },
  { fault: "drafts: 400", chat: "private", telegram: [draft({ status: 400 })] },
  { fault: "drafts: 429, over in 30 s", chat: "private", telegram: [draft({ status: 429, retryAfter: 30 })] },
  { fault: "drafts: 502", chat: "private", telegram: [draft({ status: 502 })] },
  { fault: "drafts: connection lost", chat: "private", telegram: [draft({ drop: "before" })] },
  { fault: "drafts: slow", chat: "private", telegram: [draft({ delayMs: 900 })] },
  {
    fault: "“typing”: 429, over in 30 s",
    chat: "private",
    telegram: [{ method: "sendChatAction", status: 429, retryAfter: 30 }],
  },
  { fault: "stopped by the person", chat: "private", act: "stop" },
  { fault: "placeholder: 400", chat: "group", telegram: [placeholder({ status: 400 })] },
  { fault: "placeholder: 429, over in 30 s", chat: "group", telegram: [placeholder({ status: 429, retryAfter: 30 })] },
  { fault: "placeholder: 502", chat: "group", telegram: [placeholder({ status: 502 })] },
  {
    fault: "placeholder: connection lost before it arrived",
    chat: "group",
    telegram: [placeholder({ drop: "before" })],
  },
  { fault: "placeholder: connection lost after it arrived", chat: "group", telegram: [placeholder({ drop: "after" })] },
  { fault: "placeholder: confirmed after 2 s only", chat: "group", telegram: [placeholder({ delayMs: 2_000 })] },
  { fault: "edits: 400", chat: "group", telegram: [edit({ status: 400 })] },
  { fault: "edits: 429, over in 30 s", chat: "group", telegram: [edit({ status: 429, retryAfter: 30 })] },
  { fault: "edits: 502", chat: "group", telegram: [edit({ status: 502 })] },
  { fault: "the last edit: 429, over in 1 s", chat: "group", telegram: [lastEdit({ status: 429, retryAfter: 1 })] },
  { fault: "the last edit: its links are refused", chat: "group", telegram: [lastEdit(ENTITIES)] },
  { fault: "the last edit: connection lost once", chat: "group", telegram: [lastEdit({ drop: "before" })] },
  {
    fault: "the last edit: works, but never confirmed",
    chat: "group",
    telegram: [lastEdit({ drop: "after", times: EVER })],
  },
  {
    fault: "the last edit: works, but neither it nor a deletion is confirmed",
    chat: "group",
    telegram: [lastEdit({ drop: "after", times: EVER }), deletion({ drop: "before" })],
  },
  {
    fault: "neither edits nor deletions are allowed",
    chat: "group",
    telegram: [edit({ status: 400 }), deletion({ status: 400 })],
  },
  {
    fault: "403, the group threw the bot out",
    chat: "group",
    telegram: [edit({ status: 403 }), deletion({ status: 403 }), answer({ status: 403, times: EVER })],
  },
  { fault: "stopped by the person", chat: "group", act: "stop" },
  { fault: "getUpdates: 502", chat: "private", telegram: [polling({ status: 502 })] },
  {
    fault: "getUpdates: 409, another program polls",
    chat: "private",
    telegram: [polling({ status: 409 })],
    ends: true,
  },
  {
    fault: "getUpdates: 401, the token was revoked",
    chat: "private",
    telegram: [polling({ status: 401 })],
    ends: true,
  },
];

export const TRUE_CLAIM = "had the handle removed the next day";

/** Claims in the order given; `$` stands for the key of the sentence that is true. */
function claims(...texts: readonly string[]): (model: ModelServer) => void {
  return (model) => {
    model.reply = ({ body }) => {
      const prompt = body.messages?.at(-1)?.content ?? "";
      const line = prompt.split("\n").find((each) => each.startsWith("[") && each.includes(TRUE_CLAIM)) ?? "";
      const [, key = "none", sentence = ""] = /^\[([^\]]+)\] (.*)$/.exec(line) ?? [];
      const said = texts.map((text) => ({ cites: [key], text: text.replace("$", sentence) }));
      return JSON.stringify({ claims: said, missing: "" });
    };
  };
}

const LONG_LIE = `In ${"1,234 ".repeat(60)}the pump was moved.`;
const failing = (fault: ModelServer["fault"]) => (model: ModelServer) => {
  claims("$")(model);
  model.fault = fault;
};

const MODEL_FAULTS: readonly Omit<FaultRow, "chat">[] = [
  { fault: "model: 401", model: failing("401") },
  { fault: "model: 404", model: failing("404") },
  { fault: "model: 429", model: failing("429") },
  { fault: "model: 500", model: failing("500") },
  {
    fault: "model: silent until the time-out",
    isSilent: true,
    model: (model) => {
      model.refuse = () => "hang";
    },
  },
  {
    fault: "model: broken off before a claim was whole",
    model: (model) => {
      claims(LONG_LIE)(model);
      model.fault = "cut";
    },
  },
  {
    fault: "model: broken off after a claim that holds",
    model: (model) => {
      claims("$", LONG_LIE)(model);
      model.fault = "cut";
    },
  },
  {
    fault: "model: its own limit of length",
    model: (model) => {
      claims("$", LONG_LIE)(model);
      model.fault = "length";
    },
  },
  {
    fault: "model: prose instead of claims",
    model: (model) => {
      model.reply = () => "Sure! The pump was moved in 1999.";
    },
  },
  { fault: "model: one claim is a lie", model: claims("$", "The handle was removed in 1999 by 3 men.") },
  { fault: "model: nothing but lies", model: claims("The handle was removed in 1999 by 3 men.") },
  { fault: "model: refuses the schema", model: failing("refuse-schema") },
];

/** Each with a claim that is not the sentence itself, so that it is judged. */
const judgeThat = (judge: (model: ModelServer) => void) => (model: ModelServer) => {
  claims("$", "The board had the handle removed the next day.")(model);
  judge(model);
};

const judgeSays = (reply: string) =>
  judgeThat((model) => {
    const { reply: write } = model;
    model.reply = (request) => (request.body.model === JUDGE_MODEL ? reply : write(request));
  });

const judgeRefuses = (refusal: ReturnType<ModelServer["refuse"]>) =>
  judgeThat((model) => {
    model.refuse = ({ body }) => (body.model === JUDGE_MODEL ? refusal : null);
  });

const JUDGE_FAULTS: readonly Omit<FaultRow, "chat">[] = [
  {
    fault: "judge: refuses a claim",
    judge: true,
    model: judgeSays('{"claim1":"not supported"}'),
  },
  { fault: "judge: 429", judge: true, model: judgeRefuses({ status: 429, message: "busy" }) },
  { fault: "judge: silent until its time-out", judge: true, model: judgeRefuses("hang") },
  { fault: "judge: prose instead of verdicts", judge: true, model: judgeSays("They all look fine to me.") },
];

export const MODEL_ROWS: readonly FaultRow[] = [...MODEL_FAULTS, ...JUDGE_FAULTS].flatMap((row) => [
  { ...row, chat: "private" as const },
  { ...row, chat: "group" as const },
]);
