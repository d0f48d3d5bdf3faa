import type { Message } from "grammy/types";
import { sayIn } from "../../../src/rendering/say.ts";
import type { Actor } from "./actor.ts";
import type { Transcript } from "./transcript.ts";

const zh = sayIn("zh");

/** Lists, exact search, and one article alone. */
export async function browse(lin: Actor, transcript: Transcript): Promise<void> {
  transcript.chapter("Looking through the articles");
  await lin.says("/find 盐工");
  const [list] = await lin.says("/articles 盐田");
  const [card] = await lin.presses(list, "1");
  await lin.presses(card, zh("ask-alone"));
  await lin.says("晒盐是哪一年停止的？");
}

/** A vote with its reason, one answer as a file, and the whole conversation. */
export async function takeAway(lin: Actor, answer: Message | undefined, transcript: Transcript): Promise<void> {
  transcript.chapter("A vote, and taking it away");
  await lin.pressesForToast(answer, "👎");
  const reason = zh("vote-incomplete");
  await lin.pressesForToast(await lin.sees(answer, reason), reason);
  await lin.sees(answer, `${reason} ✓`);
  const [file] = await lin.presses(answer, zh("save-reply"));
  lin.opens(file);
  await lin.says("/export");
}
