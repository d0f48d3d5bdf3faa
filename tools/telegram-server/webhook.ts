import type { Update, WebhookInfo } from "grammy/types";
import type { Changes } from "./changes.ts";
import { badRequest } from "./failure.ts";
import type { Limits } from "./limits.ts";
import { pause } from "./pause.ts";
import type { UpdateQueue } from "./updates.ts";

interface Target {
  readonly url: string;
  readonly secret: string | null;
  /** Aborted when another target, or none, takes its place. */
  readonly replaced: AbortController;
}

interface DeliveryError {
  readonly atMs: number;
  readonly message: string;
}

export interface WebhookOptions {
  /** Wait before the second try; each further one waits twice as long. */
  readonly retryDelayMs: number;
  /** Tries of one update before it is given up. */
  readonly tries: number;
  readonly requestTimeoutMs: number;
  readonly nowMs: () => number;
}

/**
 * Posts each update to the bot's URL with the secret in its header and repeats it until a 2xx answer (#setwebhook).
 * Updates of one chat go one after another, those of different chats side by side.
 */
export class Webhook {
  readonly #queue: UpdateQueue;
  readonly #changes: Changes;
  readonly #options: WebhookOptions;
  readonly #busyLanes = new Set<number>();
  #target: Target | null = null;
  #lastError: DeliveryError | null = null;

  constructor(queue: UpdateQueue, changes: Changes, options: WebhookOptions) {
    this.#queue = queue;
    this.#changes = changes;
    this.#options = options;
    changes.onChange(() => this.#deliverWaiting());
  }

  get isSet(): boolean {
    return this.#target !== null;
  }

  /** @throws ApiFailure 400 */
  set(url: string, secret: string | null, limits: Limits): void {
    checkUrl(url);
    if (secret !== null) checkSecret(secret, limits);
    this.remove();
    this.#target = { url, secret, replaced: new AbortController() };
    this.#lastError = null;
  }

  remove(): void {
    this.#target?.replaced.abort();
    this.#target = null;
  }

  info(): WebhookInfo {
    const error = this.#lastError;
    return {
      url: this.#target?.url ?? "",
      has_custom_certificate: false,
      pending_update_count: this.#queue.pending.length,
      ...(error === null ? {} : { last_error_date: toSeconds(error.atMs), last_error_message: error.message }),
    };
  }

  #deliverWaiting(): void {
    const target = this.#target;
    if (target === null) return;
    for (const update of this.#queue.pending) {
      const lane = laneOf(update);
      if (this.#busyLanes.has(lane)) continue;
      this.#busyLanes.add(lane);
      void this.#deliver(update, target).then(() => {
        this.#busyLanes.delete(lane);
        this.#changes.tell();
      });
    }
  }

  async #deliver(update: Update, target: Target): Promise<void> {
    for (let tries = 1; this.#target === target; tries++) {
      const problem = await this.#post(update, target);
      if (problem === null) return this.#queue.remove(update.update_id);
      if (this.#target !== target) return;
      this.#lastError = { atMs: this.#options.nowMs(), message: problem };
      if (tries === this.#options.tries) return this.#queue.remove(update.update_id);
      await pause(this.#options.retryDelayMs * 2 ** (tries - 1));
    }
  }

  /** null when the bot took it, else what went wrong. */
  async #post(update: Update, { url, secret, replaced }: Target): Promise<string | null> {
    const headers = {
      "content-type": "application/json",
      ...(secret === null ? {} : { "x-telegram-bot-api-secret-token": secret }),
    };
    const signal = AbortSignal.any([replaced.signal, AbortSignal.timeout(this.#options.requestTimeoutMs)]);
    try {
      const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(update), signal });
      await response.body?.cancel();
      return response.ok ? null : `Wrong response from the webhook: ${response.status} ${response.statusText}`.trim();
    } catch (error) {
      return error instanceof Error && error.name === "TimeoutError" ? "Read timeout expired" : "Connection refused";
    }
  }
}

/** #setwebhook: "Ports currently supported for webhooks"; "" is the protocol's own. */
const PORTS: readonly string[] = ["", "443", "80", "88", "8443"];

/** Plain http, and any port, are taken for this machine only, as a self-hosted server does in its local mode. */
function checkUrl(url: string): void {
  const parsed = URL.parse(url);
  if (parsed === null) throw badRequest("invalid webhook URL specified");
  if (["127.0.0.1", "localhost", "[::1]"].includes(parsed.hostname)) return;
  if (parsed.protocol !== "https:") throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
  if (!PORTS.includes(parsed.port)) {
    throw badRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
  }
}

function checkSecret(secret: string, limits: Limits): void {
  if (secret.length > limits.secretUnits) throw badRequest("secret token is too long");
  if (!/^[A-Za-z0-9_-]+$/.test(secret)) throw badRequest("secret token contains unallowed characters");
}

function laneOf(update: Update): number {
  const message = update.message ?? update.edited_message ?? update.callback_query?.message;
  return message?.chat.id ?? update.stopped_message_generation?.chat.id ?? update.my_chat_member?.chat.id ?? 0;
}

const toSeconds = (ms: number) => Math.floor(ms / 1000);
