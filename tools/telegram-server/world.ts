import type { InlineQueryResult, InlineQueryResultsButton, UserFromGetMe } from "grammy/types";
import { Changes } from "./changes.ts";
import { Chats } from "./chats.ts";
import { Files } from "./files.ts";
import type { Limits } from "./limits.ts";
import { Polling } from "./polling.ts";
import { Profile } from "./profile.ts";
import { Queries } from "./queries.ts";
import { RATES, Rates } from "./rates.ts";
import { UpdateQueue } from "./updates.ts";
import { Webhook, type WebhookOptions } from "./webhook.ts";

export interface CallbackAnswer {
  readonly text: string;
  readonly showAlert: boolean;
}

export interface InlineAnswer {
  readonly results: readonly InlineQueryResult[];
  readonly nextOffset: string;
  readonly cacheTimeS: number;
  readonly isPersonal: boolean;
  /** Above the results; null when there is none. */
  readonly button: InlineQueryResultsButton | null;
}

/** All state of the server, as the methods and the person's side see it. */
export interface World {
  readonly me: UserFromGetMe;
  readonly limits: Limits;
  readonly chats: Chats;
  readonly files: Files;
  readonly profile: Profile;
  readonly rates: Rates;
  readonly callbacks: Queries<CallbackAnswer>;
  readonly inlineQueries: Queries<InlineAnswer>;
  readonly updates: UpdateQueue;
  readonly polling: Polling;
  readonly webhook: Webhook;
  readonly changes: Changes;
  readonly nowMs: () => number;
}

/** `off`: the bot sees every message of a group; `on`: only commands, mentions of it and replies to it. */
export type Privacy = "on" | "off";

/** `kept`: more messages than Telegram takes in their time are answered with 429; `off` by default, for tests are quick. */
export type RateRules = "kept" | "off";

export interface WorldOptions {
  readonly username: string;
  readonly privacy: Privacy;
  readonly rateRules: RateRules;
  readonly limits: Limits;
  readonly localFolder: string | null;
  readonly webhook: Omit<WebhookOptions, "nowMs">;
  readonly nowMs: () => number;
}

export function createWorld(options: WorldOptions): World {
  const { username, privacy, rateRules, limits, localFolder, webhook, nowMs } = options;
  const changes = new Changes();
  const updates = new UpdateQueue();
  const chats = new Chats();
  return {
    me: botUser(username, privacy),
    limits,
    chats,
    files: new Files(localFolder),
    profile: new Profile(chats),
    rates: new Rates(rateRules === "kept" ? RATES : []),
    callbacks: new Queries("callback-", limits.callbackWaitMs, nowMs),
    inlineQueries: new Queries("inline-", limits.inlineWaitMs, nowMs),
    updates,
    polling: new Polling(updates, changes),
    webhook: new Webhook(updates, changes, { ...webhook, nowMs }),
    changes,
    nowMs,
  };
}

export const BOT_ID = 1_000_001;

function botUser(username: string, privacy: Privacy): UserFromGetMe {
  return {
    id: BOT_ID,
    is_bot: true,
    first_name: "Footnote",
    username,
    can_join_groups: true,
    can_read_all_group_messages: privacy === "off",
    supports_inline_queries: true,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  };
}

/** Unix time, as messages carry it. */
export const nowSeconds = (world: World) => Math.floor(world.nowMs() / 1000);
