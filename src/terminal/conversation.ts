import { createInterface } from "node:readline/promises";
import { explain } from "../errors.ts";
import type { Library } from "../library/library.ts";
import { renderCollection } from "../rendering/collection.ts";
import { howChecked } from "../rendering/how-checked.ts";
import { toPlainText } from "../rendering/plain-text.ts";
import { renderAnswer, renderSummary } from "../rendering/render.ts";
import { sayIn } from "../rendering/say.ts";
import { shownWords } from "../rendering/shown.ts";
import { languageOf } from "../text/language.ts";
import { styleFor } from "./style.ts";

const CHAT = "terminal";
const PROMPT = "? ";
const COMMANDS = "Ask in Chinese or English · /summary [title] · /new · /quit";

export async function answerInTerminal(library: Library, question: string): Promise<string> {
  const reading = await library.read({ text: question });
  const { collection, scope, range, language } = reading;
  if (collection !== null) {
    const page = await library.collection({ query: collection, scope, range, ignored: [] }, 0);
    return toPlainText(renderCollection(page, sayIn(language)));
  }
  return toPlainText(renderAnswer(await library.ask({ chat: CHAT, text: question, reading })));
}

/** Asks and answers until the person leaves: the bot's own answering code, without Telegram. */
export async function converse(library: Library, input: NodeJS.ReadStream, output: NodeJS.WriteStream): Promise<void> {
  const { dim } = styleFor(output);
  const lines = createInterface({ input, output, prompt: PROMPT });
  let isOpen = true;
  lines.once("close", () => {
    isOpen = false;
  });
  output.write(dim(`${COMMANDS}\n`));
  lines.prompt();
  for await (const line of lines) {
    const words = line.trim();
    if (words === "/quit" || words === "/exit") break;
    if (words !== "") output.write(`\n${await respond(library, words)}\n\n`);
    // Who leaves while an answer is written still gets it, but no prompt: that would fail.
    if (isOpen) lines.prompt();
  }
  lines.close();
}

async function respond(library: Library, words: string): Promise<string> {
  try {
    if (words === "/new") {
      library.resetConversation(CHAT);
      return sayIn("en")("new-conversation");
    }
    const summary = /^\/summary(?:\s+(.*))?$/.exec(words);
    if (summary !== null) return await summarize(library, summary[1] ?? "");
    const question = words.replace(/^\/ask\s+/, "");
    return /^\/\w+(?:\s|$)/.test(question) ? help(library) : await answerInTerminal(library, question);
  } catch (error) {
    return explain(error);
  }
}

function help(library: Library): string {
  return [COMMANDS, ...howChecked(library, sayIn("en"))].join("\n\n");
}

async function summarize(library: Library, about: string): Promise<string> {
  const language = languageOf(about);
  const summary = await library.summarize({ about, language });
  return summary === null
    ? sayIn(language)("summary-not-found", { about: shownWords(about) })
    : toPlainText(renderSummary(summary));
}
