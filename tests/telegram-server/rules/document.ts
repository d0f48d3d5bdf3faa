import { RULES } from "./all.ts";
import type { Rule } from "./rule.ts";
import { STORIES, type Story } from "./stories.ts";

const OPENING = `# The Bot API server of our own

Written by \`npm run docs:bot-api\` from the tables that the tests run (tests/telegram-server/rules); a test compares the two. \`tools/telegram-server/\`
speaks the Bot API over HTTP, so that grammY's \`apiRoot\` can point at it. It plays the people too, keeps histories, and notes each
mistake of its client, refused or silently mended; suites that talk to a bot end by asserting that there was none. A method that is
not listed is answered with 404, which counts as a mistake.

A source that begins with # is a section of core.telegram.org/bots/api. Where the words of an error are not published they come from the source
of the official server (tdlib/telegram-bot-api, tdlib/td) or from public reports of them; "ours" is stricter than Telegram. Nothing here was
compared with the live server.
`;

/** docs/BOT_API.md: each method with its rules, what they answer and where they come from. */
export function botApiDocument(methods: readonly string[]): string {
  const others = [...new Set(STORIES.flatMap(({ on }) => on))].filter((name) => !methods.includes(name));
  return [
    OPENING,
    overview(methods),
    ...methods.map(methodSection),
    "## Beside the methods\n",
    ...others.map((name) => `**${name}**\n\n${storyList(storiesOn(name))}`),
  ].join("\n");
}

function overview(methods: readonly string[]): string {
  const rows = methods.map((method) => {
    const rules = rulesOf(method);
    const refusals = rules.filter(({ answer }) => answer !== "ok").length;
    return `| ${method} | ${rules.length} | ${refusals} | ${storiesOn(method).length} |`;
  });
  return `| method | rules | of them refusals | tests of several calls |\n| --- | ---: | ---: | ---: |\n${rows.join("\n")}\n`;
}

function methodSection(method: string): string {
  const rules = rulesOf(method);
  const stories = storiesOn(method);
  return `## ${method}\n\n${[
    rules.length === 0 ? null : `| when | answer | source |\n| --- | --- | --- |\n${rules.map(ruleRow).join("\n")}\n`,
    stories.length === 0 ? null : storyList(stories),
  ]
    .filter((part) => part !== null)
    .join("\n")}`;
}

function ruleRow({ when, answer, source }: Rule): string {
  const shown = answer === "ok" ? "ok" : `${answer[0]} ${answer[1]}`;
  return `| ${cell(when)} | ${cell(shown)} | ${cell(source)} |`;
}

const storyList = (stories: readonly Story[]) =>
  `${stories.map(({ file, title }) => `- ${title.replaceAll(/%[sdj]/g, "…")} (${file})`).join("\n")}\n`;

const rulesOf = (method: string) => RULES.filter((rule) => rule.method === method);
const storiesOn = (name: string) => STORIES.filter(({ on }) => on.includes(name));
const cell = (text: string) => text.replaceAll("|", "\\|");
