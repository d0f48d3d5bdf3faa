import type { BotCommand } from "grammy/types";
import type { Chats } from "./chats.ts";
import { readScope } from "./command-scope.ts";
import { badRequest } from "./failure.ts";
import { arrayParam, stringParam } from "./fields.ts";
import { isRecord } from "./json.ts";
import type { Limits } from "./limits.ts";
import type { Params } from "./params.ts";

/** Commands and descriptions of the bot, kept apart by scope and language. */
export class Profile {
  readonly #commands = new Map<string, readonly BotCommand[]>();
  readonly #descriptions = new Map<string, string>();
  readonly #chats: Chats;

  constructor(chats: Chats) {
    this.#chats = chats;
  }

  /** Those of exactly that scope and language: a narrower one does not fall back to a wider. @throws ApiFailure 400 */
  commands(params: Params): BotCommand[] {
    return [...(this.#commands.get(this.#audienceOf(params)) ?? [])];
  }

  /** @throws ApiFailure 400 */
  setCommands(params: Params, limits: Limits): void {
    this.#commands.set(this.#audienceOf(params), readCommands(params, limits));
  }

  /** @throws ApiFailure 400 */
  deleteCommands(params: Params): void {
    this.#commands.delete(this.#audienceOf(params));
  }

  /** Keeps the text of `name` for the call's language. @throws ApiFailure 400 */
  describe(params: Params, name: "description" | "short_description", maxUnits: number): void {
    const text = stringParam(params, name) ?? "";
    // The rule is published (0-512 and 0-120 characters), the server's words for it are not.
    if (text.length > maxUnits) throw badRequest(`${name.toUpperCase()}_TOO_LONG`);
    this.#descriptions.set(`${name} ${languageOf(params)}`, text);
  }

  /** What people read; "" when nothing was set for the language (two letters, or "" for everyone). */
  description(name: "description" | "short_description", language: string): string {
    return this.#descriptions.get(`${name} ${language}`) ?? "";
  }

  #audienceOf(params: Params): string {
    return `${readScope(params, this.#chats)} ${languageOf(params)}`;
  }
}

function languageOf(params: Params): string {
  const code = stringParam(params, "language_code") ?? "";
  if (!/^([a-z]{2})?$/.test(code)) throw badRequest("invalid language code specified");
  return code;
}

/** #botcommand: name 1-32 of a-z, 0-9 and _, description 1-256; at most 100 (#setmycommands). */
function readCommands(params: Params, limits: Limits): readonly BotCommand[] {
  const commands = (arrayParam(params, "commands") ?? []).map((value) => readCommand(value, limits));
  if (commands.length > limits.commands) throw badRequest("BOT_COMMANDS_TOO_MUCH");
  return commands;
}

function readCommand(value: unknown, limits: Limits): BotCommand {
  if (!isRecord(value)) throw badRequest("can't parse BotCommand: expected an Object");
  const command = textOf(value, "command").replace(/^\//, "");
  const description = textOf(value, "description");
  checkLength(command, "command", limits.commandChars);
  checkLength(description, "command description", limits.commandDescriptionChars);
  if (!/^[a-z0-9_]+$/.test(command)) throw badRequest("BOT_COMMAND_INVALID");
  return { command, description };
}

function textOf(value: Readonly<Record<string, unknown>>, name: string): string {
  const text = value[name];
  if (typeof text !== "string") throw badRequest(`can't parse BotCommand: Can't find field "${name}"`);
  return text.trim();
}

/** Symbols are counted here, not UTF-16 units (tdlib/td, BotCommand.cpp). */
function checkLength(text: string, what: string, maxChars: number): void {
  if (text === "") throw badRequest(`${what} must be non-empty`);
  if ([...text].length > maxChars) throw badRequest(`${what} length must not exceed ${maxChars}`);
}
