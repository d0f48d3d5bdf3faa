import { type Context, InlineKeyboard } from "grammy";
import type { Additions, KeptFile } from "../../adding/additions.ts";
import { AppError } from "../../errors.ts";
import type { StateStore } from "../../ports.ts";
import { type Introduced, type NotAdded, renderAdded } from "../../rendering/added.ts";
import { articleButton } from "../browsing/article-button.ts";
import { type ChatTarget, targetOf } from "../chat-target.ts";
import { describe } from "../delivery.ts";
import type { BotDeps } from "../deps.ts";
import { languageOfPerson, sayTo } from "../language.ts";
import { sendRich, sendText } from "../send.ts";
import { withTyping } from "../typing.ts";
import { keepAddingButton } from "./buttons.ts";

/** Nobody reads more than a few digests; the title and size of every article are still shown. */
const MOST_INTRODUCED = 3;
const QUESTIONS_SHOWN = 3;

export interface Kept {
  readonly label: string;
  readonly file: KeptFile;
  /** Number of the sending that brought it; null for what an earlier program kept. */
  readonly arrival: number | null;
}

/** Indexes what was kept and reports the result in one message. What cannot be indexed now stays, with a button. */
export async function indexAndReply(
  ctx: Context,
  kept: readonly Kept[],
  refused: readonly NotAdded[],
  additions: Additions,
  deps: BotDeps,
): Promise<void> {
  const target = { ...targetOf(ctx), replyTo: ctx.msg?.message_id ?? null };
  const results = await withTyping(ctx.api, target, () => indexed(kept, additions, deps.state)).catch(
    (error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      deps.logger.error("what was added could not be indexed", { error: describe(error) });
      return null;
    },
  );
  if (results === null) return offerLater(ctx, kept, target, deps);
  const all = { added: results.added, there: results.there, refused: [...refused, ...results.refused] };
  await sendRich(ctx.api, target, renderAdded(all, sayTo(ctx)), keyboardFor(ctx, results, target, deps));
}

interface ArrivedFile {
  readonly file: string;
  readonly arrival: number | null;
}

interface Results {
  readonly added: readonly Introduced[];
  readonly there: readonly Introduced[];
  readonly refused: readonly NotAdded[];
  readonly newFiles: readonly ArrivedFile[];
}

async function indexed(all: readonly Kept[], additions: Additions, state: StateStore): Promise<Results> {
  const kept = onceEach(all);
  const outcomes = kept.length === 0 ? [] : await additions.index(kept.map(({ file }) => file));
  const added: Introduced[] = [];
  const there: Introduced[] = [];
  const refused: NotAdded[] = [];
  const newFiles: ArrivedFile[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    const { label, file, arrival } = kept[index] ?? { label: "", file: null, arrival: null };
    if (outcome.kind === "refused") refused.push({ label, refusal: outcome.refusal });
    if (outcome.kind === "there") {
      there.push({ article: outcome.article, digest: [], questions: [] });
      // The same words in other bytes were sent again as well.
      if (outcome.file !== null && outcome.file !== file?.file) state.recordArrival(outcome.file);
    }
    if (outcome.kind !== "added") continue;
    const isMany = added.length >= MOST_INTRODUCED;
    const introduction = isMany ? { digest: [], questions: [] } : await additions.introduce(outcome.article.id);
    added.push({ article: outcome.article, ...introduction });
    if (file !== null) newFiles.push({ file: file.file, arrival });
  }
  return { added: withFewQuestions(added), there, refused, newFiles };
}

/** The same document twice in one go is one article, and its later sending is the one that counts. */
function onceEach(all: readonly Kept[]): readonly Kept[] {
  const latest = new Map(all.map(({ file, arrival }) => [file.file, arrival]));
  const first = new Map(all.toReversed().map((each) => [each.file.file, each]));
  return [...first.values()].reverse().map((each) => ({ ...each, arrival: latest.get(each.file.file) ?? null }));
}

/** Three questions in all: of one article all of its, of several one each. */
function withFewQuestions(added: readonly Introduced[]): readonly Introduced[] {
  const each = Math.max(1, Math.floor(QUESTIONS_SHOWN / Math.max(1, added.length)));
  return added.map((one) => ({ ...one, questions: one.questions.slice(0, each) }));
}

function keyboardFor(
  ctx: Context,
  results: Results,
  target: ChatTarget,
  { state }: BotDeps,
): InlineKeyboard | undefined {
  const say = sayTo(ctx);
  const keyboard = new InlineKeyboard();
  const questions = results.added.flatMap((one) => one.questions);
  for (const [index, question] of questions.entries())
    keyboard.text(`${index + 1}`, keepAddingButton({ kind: "ask-suggested", question }, target.chatId, state));
  if (questions.length > 0) keyboard.row();
  const [only] = results.there;
  if (only !== undefined && results.there.length === 1 && results.added.length === 0) {
    keyboard.add(articleButton("summarise", only.article.id, languageOfPerson(ctx), target, state));
  }
  if (results.newFiles.length > 0) {
    const titles = results.added.map(({ article }) => article.title);
    const undo = { kind: "undo-adding" as const, files: [...results.newFiles], titles, by: ctx.from?.id ?? 0 };
    keyboard.text(say("undo"), keepAddingButton(undo, target.chatId, state));
  }
  return keyboard.inline_keyboard.flat().length === 0 ? undefined : keyboard;
}

async function offerLater(ctx: Context, kept: readonly Kept[], target: ChatTarget, { state }: BotDeps): Promise<void> {
  const say = sayTo(ctx);
  const button = { kind: "index-added" as const, kept: [...kept], by: ctx.from?.id ?? 0 };
  const keyboard = new InlineKeyboard().text(say("index-now"), keepAddingButton(button, target.chatId, state));
  await sendText(ctx.api, target, say("kept-not-indexed", { count: kept.length }), keyboard);
}
