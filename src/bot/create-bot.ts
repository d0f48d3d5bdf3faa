import { Bot } from "grammy";
import type { Fetch } from "../ports.ts";
import { accessGate } from "./access.ts";
import { onlyAddressed } from "./addressed.ts";
import type { BotDeps } from "./deps.ts";
import { editedMessages } from "./edited-messages.ts";
import { replyToError } from "./error-reply.ts";
import { accessRequests } from "./features/access-requests.ts";
import { add } from "./features/add.ts";
import { addingButtons } from "./features/adding-buttons.ts";
import { allow } from "./features/allow.ts";
import { articles } from "./features/articles.ts";
import { ask } from "./features/ask.ts";
import { attachment } from "./features/attachment.ts";
import { bareLink } from "./features/bare-link.ts";
import { browsingButtons } from "./features/browsing-buttons.ts";
import { digest } from "./features/digest.ts";
import { exportConversation } from "./features/export-conversation.ts";
import { find } from "./features/find.ts";
import { gaps } from "./features/gaps.ts";
import { help } from "./features/help.ts";
import { inline } from "./features/inline.ts";
import { membership } from "./features/membership.ts";
import { newConversation } from "./features/new-conversation.ts";
import { pair } from "./features/pair.ts";
import { question } from "./features/question.ts";
import { replyButtons } from "./features/reply-buttons.ts";
import { sources } from "./features/sources.ts";
import { start } from "./features/start.ts";
import { stats } from "./features/stats.ts";
import { stop, stopButton } from "./features/stop.ts";
import { summary } from "./features/summary.ts";
import { timeline } from "./features/timeline.ts";
import { inOrder } from "./in-order.ts";
import { joinLongTexts } from "./join-long-texts.ts";
import type { LivePaces } from "./live/live-answer.ts";
import { TELEGRAM_API } from "./no-answer.ts";
import { recogniseOwner } from "./recognise-owner.ts";
import { RunningAnswers } from "./running-answers.ts";
import { safeRetry } from "./safe-retry.ts";
import { telegramFetch } from "./telegram-fetch.ts";
import { typedCommands } from "./typed-commands.ts";

export interface BotOptions {
  /** Of the Bot API server, without a slash at its end. */
  readonly apiRoot?: string;
  /** The way to that server; straight there when left out. */
  readonly fetch?: Fetch;
  /** Documents and forwarded posts, and the parts of a long text, belong together when they come within this time. */
  readonly togetherMs?: number;
  /** How fast answers that are being written are shown. */
  readonly paces?: LivePaces;
}

/** Longer than a long poll of 30 s. */
const REQUEST_TIMEOUT_S = 60;

/** The whole bot, in the order in which an update passes through it. */
export function createBot(token: string, deps: BotDeps, options: BotOptions = {}): Bot {
  const { apiRoot = TELEGRAM_API, fetch = globalThis.fetch } = options;
  const client = { apiRoot, fetch: telegramFetch(fetch), timeoutSeconds: REQUEST_TIMEOUT_S };
  const bot = new Bot(token, { client });
  bot.api.config.use(safeRetry(deps.logger));

  const answers = new RunningAnswers(options.paces);
  const updates = bot.errorBoundary(replyToError(deps));
  updates.use(editedMessages(), typedCommands);
  updates.use(joinLongTexts(options.togetherMs));
  updates.use(inOrder());
  updates.use(recogniseOwner(deps));
  updates.use(stopButton(answers), pair(deps), membership(deps), inline(deps));
  updates.use(onlyAddressed);
  updates.use(allow(deps), accessRequests(deps));
  updates.use(accessGate(deps));
  // First, because the text of a forwarded post is neither a command nor a question.
  updates.use(add(deps, answers, options.togetherMs), addingButtons(deps, answers));
  // Before the other commands, which cancel its waiting for words.
  updates.use(find(deps));
  updates.use(start(deps), help(deps), newConversation(deps), exportConversation(deps));
  updates.use(articles(deps), browsingButtons(deps, answers));
  updates.use(stop(answers), ask(deps, answers), summary(deps, answers), timeline(deps), digest(deps));
  // Sources handle every remaining button.
  updates.use(replyButtons(deps), sources(deps));
  updates.use(gaps(deps), stats(deps));
  updates.use(bareLink(deps), question(deps, answers), attachment(deps, answers));
  return bot;
}
