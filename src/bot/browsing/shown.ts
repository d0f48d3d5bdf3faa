import { z } from "zod";
import { type ArticleId, COLLECTION_ASKS } from "../../domain.ts";
import type { StateStore } from "../../ports.ts";

const articleId = z.string().transform((id) => id as ArticleId);
/** A list stays in the language in which it was requested, whoever presses its buttons. */
const language = z.enum(["zh", "en"]);

const day = z.string().nullable();
const names = z.array(z.string());
const range = z.object({ from: day, to: day, mode: z.enum(["filter", "prefer"]) }).nullable();
const ignored = z.array(z.enum(["range", "scope"]));
const query = z.object({ ask: z.enum(COLLECTION_ASKS), limit: z.number().nullable(), mentions: names });
const scope = z.object({ accounts: names, folders: names, title: z.string().nullable(), words: names, without: names });

/** What a message with buttons shows; read back after a restart, so it is checked like anything from outside. */
const Shown = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("articles"), words: z.string(), language }),
  z.object({ kind: z.literal("found"), words: z.string(), language }),
  z.object({ kind: z.literal("places"), words: z.string(), articleId, language }),
  z.object({ kind: z.literal("card"), articleId, language }),
  z.object({ kind: z.literal("scope-prompt"), articleId, language }),
  z.object({ kind: z.literal("scoped-answer"), articleId, question: z.string(), language }),
  z.object({ kind: z.literal("collection"), query, scope, range, ignored, week: range, language }),
  z.object({ kind: z.literal("followed"), question: z.string(), language }),
  z.object({ kind: z.literal("limited-answer"), question: z.string(), ignored, week: range, language }),
]);
export type Shown = z.infer<typeof Shown>;
export type ShownAs<K extends Shown["kind"]> = Shown & { readonly kind: K };

/** What a button does with the message it stands under; `a.…` and `p.…` carry an article's id and a page from 0. */
export type Action =
  | { readonly kind: "page"; readonly page: number }
  | { readonly kind: "article"; readonly id: ArticleId }
  | { readonly kind: PlainAction };
export const PLAIN_ACTIONS = [
  "summarise",
  "ask-alone",
  "file",
  "ask-all",
  "ask-new",
  "overview",
  "any-time",
  "any-source",
  "that-week",
] as const;
export type PlainAction = (typeof PLAIN_ACTIONS)[number];

/** All buttons of one message share one entry of the state: each carries its key and what it does, at most 64 bytes. */
export function dataOf(key: string, action: Action): string {
  switch (action.kind) {
    case "page":
      return `${key}:p.${action.page}`;
    case "article":
      return `${key}:a.${action.id}`;
    default:
      return `${key}:${action.kind}`;
  }
}

export function keepShown(shown: Shown, chatId: number, state: StateStore): string {
  return state.keepButton(String(chatId), shown);
}

export interface Press {
  readonly key: string;
  readonly shown: Shown;
  readonly action: Action;
}

const DATA = new RegExp(`^([\\w-]{1,24}):(?:p\\.(\\d{1,6})|a\\.([\\w-]{1,36})|(${PLAIN_ACTIONS.join("|")}))$`);

/** null when the button is another feature's; `unknown` when it is of another chat, or older than the state. */
export function readPress(data: string, chatId: number, state: StateStore): Press | "unknown" | null {
  const match = DATA.exec(data);
  if (match === null) return null;
  const [, key = "", page, id, plain] = match;
  const shown = Shown.safeParse(state.button(String(chatId), key));
  if (!shown.success) return "unknown";
  return { key, shown: shown.data, action: actionOf(page, id, plain) };
}

function actionOf(page: string | undefined, id: string | undefined, plain: string | undefined): Action {
  if (page !== undefined) return { kind: "page", page: Number(page) };
  if (id !== undefined) return { kind: "article", id: id as ArticleId };
  return { kind: plain as PlainAction };
}
