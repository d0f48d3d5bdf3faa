import type { Server } from "node:http";
import path from "node:path";
import type { Message } from "grammy/types";
import { AppError } from "../../src/errors.ts";
import type { Desk } from "./call.ts";
import type { DraftState } from "./chats.ts";
import { type FaultSpec, Faults } from "./faults.ts";
import { createHttpServer } from "./http.ts";
import { type Call, Journal, type Violation } from "./journal.ts";
import { LIMITS, type Limits } from "./limits.ts";
import { Membership } from "./membership.ts";
import type { UploadedFile } from "./params.ts";
import { Person } from "./person.ts";
import { type CallbackAnswer, createWorld, type InlineAnswer, type Privacy, type RateRules } from "./world.ts";

export type { DraftState } from "./chats.ts";
export type { FaultSpec } from "./faults.ts";
export type { Call, Violation } from "./journal.ts";
export type { UploadedFile } from "./params.ts";
export type { Sending } from "./sending.ts";

export interface BotApiOptions {
  readonly token?: string;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Without the @. */
  readonly username?: string;
  /** `off` by default: the bot gets every message of a group and has to tell which are for it. */
  readonly privacy?: Privacy;
  /** `kept`: 1 message a second to a chat, 20 a minute to a group, 30 a second over all; more are answered with 429. */
  readonly rateRules?: RateRules;
  /** Smaller ones make a test of a large limit cheap. */
  readonly limits?: Partial<Limits>;
  /** Where files are put as with --local, in a folder named by the token; left out: files are fetched over HTTP. */
  readonly filesFolder?: string;
  readonly nowMs?: () => number;
  /** First wait between two tries of a web-hook; 50 by default. */
  readonly webhookRetryDelayMs?: number;
  /** 5 by default. */
  readonly webhookTries?: number;
}

type PersonSide = Pick<
  Person,
  | "sendText"
  | "sendDocument"
  | "sendPhoto"
  | "sendOther"
  | "editText"
  | "pressButton"
  | "pressStop"
  | "askInline"
  | "chooseInline"
> &
  Pick<Membership, "block" | "addBot" | "upgradeGroup">;

/** A running Bot API server: `apiRoot` is what a bot points at, the rest is for whoever plays the people. */
export interface BotApiServer extends PersonSide {
  readonly apiRoot: string;
  readonly token: string;
  /** Every call of a method, oldest first. */
  readonly calls: readonly Call[];
  /** The client's mistakes; a suite ends by asserting that there are none. */
  readonly violations: readonly Violation[];
  /** The messages that stand in a chat, oldest first, as last edited. */
  history(chat: number): readonly Message[];
  /** All states of drafts that a chat has seen, oldest first. */
  drafts(chat: number): readonly DraftState[];
  /** null while the bot has not answered. */
  callbackAnswer(queryId: string): CallbackAnswer | null;
  inlineAnswer(queryId: string): InlineAnswer | null;
  /** A file that either side sent. @throws ApiFailure when there is no such file */
  file(fileId: string): UploadedFile;
  /** The bot's description for a language (two letters, or "" for everyone). */
  description(name: "description" | "short_description", language: string): string;
  /** Updates that the bot has not confirmed. */
  pendingUpdates(): number;
  fault(spec: FaultSpec): void;
  /**
   * The first value of `look` that is not null, undefined or false, looked for now and after each thing that happens.
   * @throws AppError telegram after `timeoutMs`
   */
  waitFor<T>(look: () => T | null | undefined | false, timeoutMs: number): Promise<T>;
  /** Closes every connection and waits until the port is free. */
  stop(): Promise<void>;
}

const TOKEN = "1000001:TEST-TOKEN";

/** Starts a Bot API server on this machine. @throws AppError telegram when the port is taken */
export async function startBotApiServer(options: BotApiOptions = {}): Promise<BotApiServer> {
  const { token = TOKEN, port = 0 } = options;
  const desk = createDesk(options);
  const http = createHttpServer(desk, token);
  const apiRoot = await listen(http, port);
  const stop = () => {
    desk.world.webhook.remove();
    return close(http);
  };
  return { apiRoot, token, stop, ...personSide(new Person(desk.world), new Membership(desk.world)), ...views(desk) };
}

function createDesk(options: BotApiOptions): Desk {
  const { username = "footnote_bot", privacy = "off", rateRules = "off", nowMs = Date.now } = options;
  const { webhookRetryDelayMs: retryDelayMs = 50, webhookTries: tries = 5 } = options;
  const webhook = { retryDelayMs, tries, requestTimeoutMs: 60_000 };
  const { token = TOKEN, filesFolder } = options;
  const localFolder = filesFolder === undefined ? null : path.join(filesFolder, token);
  const limits = { ...LIMITS, ...options.limits };
  const world = createWorld({ username, privacy, rateRules, limits, localFolder, webhook, nowMs });
  return { world, journal: new Journal(), faults: new Faults() };
}

function personSide(person: Person, membership: Membership): PersonSide {
  return {
    sendText: person.sendText.bind(person),
    sendDocument: person.sendDocument.bind(person),
    sendPhoto: person.sendPhoto.bind(person),
    sendOther: person.sendOther.bind(person),
    editText: person.editText.bind(person),
    pressButton: person.pressButton.bind(person),
    pressStop: person.pressStop.bind(person),
    askInline: person.askInline.bind(person),
    chooseInline: person.chooseInline.bind(person),
    block: membership.block.bind(membership),
    addBot: membership.addBot.bind(membership),
    upgradeGroup: membership.upgradeGroup.bind(membership),
  };
}

function views({ world, journal, faults }: Desk): Omit<BotApiServer, keyof PersonSide | "apiRoot" | "token" | "stop"> {
  return {
    calls: journal.calls,
    violations: journal.violations,
    history: (chat) => [...(world.chats.get(chat)?.messages.values() ?? [])],
    drafts: (chat) => [...(world.chats.get(chat)?.drafts ?? [])],
    callbackAnswer: (queryId) => world.callbacks.answerOf(queryId),
    inlineAnswer: (queryId) => world.inlineQueries.answerOf(queryId),
    file: (fileId) => world.files.content(fileId),
    description: (name, language) => world.profile.description(name, language),
    pendingUpdates: () => world.updates.pending.length,
    fault: (spec) => faults.add(spec),
    waitFor: (look, timeoutMs) => world.changes.waitFor(look, timeoutMs, () => summary(journal)),
  };
}

const summary = ({ calls }: Journal) =>
  `The last calls were: ${
    calls
      .slice(-12)
      .map(({ method }) => method)
      .join(", ") || "none"
  }.`;

function listen(http: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    http.once("error", (cause) => {
      const why = `The Bot API server cannot listen on port ${port}: ${cause.message}. Choose another port.`;
      reject(new AppError("telegram", why, { cause }));
    });
    http.listen(port, "127.0.0.1", () => resolve(`http://127.0.0.1:${portOf(http)}`));
  });
}

function portOf(http: Server): number {
  const address = http.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function close(http: Server): Promise<void> {
  return new Promise((resolve) => {
    http.close(() => resolve());
    http.closeAllConnections();
  });
}
