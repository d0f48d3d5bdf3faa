import type { InlineQueryResultArticle, Message } from "grammy/types";
import { sayIn } from "../../../src/rendering/say.ts";
import { accessLines } from "../../../src/terminal/access-lines.ts";
import { Actor, type Person } from "./actor.ts";
import { DOCUMENTS, NO_ARTICLE } from "./documents.ts";
import { browse, takeAway } from "./shelf.ts";
import { shownText } from "./shown-message.ts";
import type { FirstDayStage } from "./stage.ts";
import { Transcript } from "./transcript.ts";

const LIN: Person = { name: "Lin", id: 42, languageCode: "zh-hans" };
const BEN: Person = { name: "Ben", id: 43, languageCode: "en" };
const GROUP = -500;
const zh = sayIn("zh");
const en = sayIn("en");

const OPENING = `# A first day

Written by \`npm run transcript\`: the whole program over the sample articles, without any key, on the Bot API server of our own; a test
plays it again and compares. Lin's Telegram is Chinese, Ben's is English. Quotes stand behind a bar, links are written out, and buttons
stand in brackets. The pairing code, today's date and times are masked.`;

/** Plays the day and gives its transcript. */
export async function playFirstDay(stage: FirstDayStage): Promise<string> {
  const terminal = await accessLines(stage.deps, "footnote_bot");
  const code = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(terminal.join())?.[0] ?? "";
  const today = new Date().toISOString().slice(0, 10);
  const transcript = new Transcript([
    [code, "CODE-HERE"],
    [today, "(today)"],
  ]);
  const lin = new Actor(LIN, LIN.id, stage, transcript);
  const ben = new Actor(BEN, BEN.id, stage, transcript);

  transcript.tells(OPENING);
  transcript.shows("The terminal", terminal.join("\n"));
  await pair(lin, code, transcript);
  await addDocuments(lin, transcript);
  const answer = await askQuestions(lin, transcript);
  await browse(lin, transcript);
  await takeAway(lin, answer, transcript);
  await letBenIn(lin, ben, transcript);
  await talkInGroup(stage, transcript);
  await quoteElsewhere(stage, transcript);
  transcript.chapter("After a restart");
  await stage.restart();
  await lin.presses(answer, "1");
  await lin.says("/gaps");
  await lin.says("/stats");
  return transcript.toString();
}

async function pair(lin: Actor, code: string, transcript: Transcript): Promise<void> {
  transcript.chapter("Pairing");
  await lin.says("/start");
  await lin.says(code);
  await lin.says("/start");
}

async function addDocuments(lin: Actor, transcript: Transcript): Promise<void> {
  transcript.chapter("Three documents, and one that is no article");
  const [added] = await lin.sends(DOCUMENTS);
  await lin.sends([NO_ARTICLE]);
  await lin.presses(added, "1", 2);
}

async function askQuestions(lin: Actor, transcript: Transcript): Promise<Message | undefined> {
  transcript.chapter("Questions, the proof card, the file");
  await lin.says("盐田村从哪一年开始晒盐？");
  const [answer] = await lin.says("嫦娥六号是什么时候在月球背面着陆的？");
  const [proof] = await lin.presses(answer, "1");
  await lin.presses(proof, zh("send-file"));
  await lin.says("When was the lighthouse at Vell lit?");
  await lin.says("RTX 5090的功耗是多少瓦？");
  await lin.says("/summary 盐田的一百年");
  return answer;
}

async function letBenIn(lin: Actor, ben: Actor, transcript: Transcript): Promise<void> {
  transcript.chapter("Somebody else");
  const [refusal] = await ben.says("When was smallpox declared eradicated?");
  await ben.pressesForToast(refusal, en("ask-for-access"));
  const request = await lin.hears();
  await lin.presses(request, zh("allow"), 0);
  await ben.hears();
  await ben.says("When was smallpox declared eradicated?");
}

async function talkInGroup(stage: FirstDayStage, transcript: Transcript): Promise<void> {
  transcript.chapter("In a group");
  const lin = new Actor(LIN, GROUP, stage, transcript);
  const ben = new Actor(BEN, GROUP, stage, transcript);
  await lin.says("/allow");
  await ben.says("@footnote_bot how many passengers did the ferry to Skarn carry on its first day?");
}

async function quoteElsewhere({ server, until }: FirstDayStage, transcript: Transcript): Promise<void> {
  transcript.chapter("A quote in another chat");
  transcript.acts(LIN.name, "types “@footnote_bot 赵州桥是谁主持建造的？” and may pick from");
  const query = server.askInline("赵州桥是谁主持建造的？", LIN.id);
  const results = (await until(() => server.inlineAnswer(query))).results as readonly InlineQueryResultArticle[];
  transcript.shows(
    "Footnote",
    results.map(({ id, title, description }) => `${id}. ${title}\n   ${description}`).join("\n"),
  );
  const sent = server.chooseInline(query, "1", { from: LIN.id, chat: -600 });
  transcript.shows("Lin, via @footnote_bot", shownText(sent.text ?? "", sent.entities ?? []).join("\n"));
}
