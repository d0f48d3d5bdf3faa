import { type Section, VARIABLES } from "../src/config-variables.ts";

const SECTIONS: readonly { readonly section: Section; readonly title: string; readonly note: string }[] = [
  { section: "telegram", title: "Telegram", note: "" },
  { section: "articles", title: "Articles", note: "" },
  {
    section: "proxies",
    title: "Proxies",
    note: "They are used for Telegram, its files and the model servers. Lower-case names work too and win over these.",
  },
  {
    section: "chat",
    title: "Chat model",
    note: "Any OpenAI-compatible server. It is used once OPENAI_API_KEY or OPENAI_BASE_URL is set; until then answers are quotes.",
  },
  {
    section: "judge",
    title: "Judge",
    note: "Reads written claims for meaning. Its word counts only after it has passed an exam (npm run judge-exam).",
  },
  {
    section: "embeddings",
    title: "Embeddings",
    note: "The built-in table is used unless EMBEDDING_MODEL or EMBEDDING_BASE_URL is set. Run npm run index after a change.",
  },
];
const LINE_WIDTH = 112;

const OPENING = `# Configuration

Written by \`npm run docs:configuration\` from [src/config-variables.ts](../src/config-variables.ts). Everything is optional. Set a
variable in the environment or in \`.env\` (copy \`.env.example\`); an empty value counts as unset. A wrong value stops the start
with one line for each problem.
`;

/** docs/configuration.md */
export function configurationDocument(): string {
  const parts = SECTIONS.map(({ section, title, note }) =>
    [
      `## ${title}\n`,
      ...(note === "" ? [] : [`${note}\n`]),
      "| variable | what it sets | if unset |",
      "| --- | --- | --- |",
      ...variablesOf(section).map(([name, { what, unset }]) => `| \`${name}\` | ${what} | ${asCell(unset)} |`),
      "",
    ].join("\n"),
  );
  return [OPENING, ...parts].join("\n");
}

/** .env.example */
export function environmentExample(): string {
  const parts = SECTIONS.map(({ section, title, note }) =>
    [
      `# --- ${title} `.padEnd(LINE_WIDTH, "-"),
      ...(note === "" ? [] : [comment(note)]),
      ...variablesOf(section).map(
        ([name, { what, unset }]) => `${comment(`${what} If unset: ${withoutBrackets(unset)}`)}\n${name}=`,
      ),
      "",
    ].join("\n"),
  );
  const opening = comment(
    "Copy this file to .env and fill in what you need. Everything is optional: without any of it, npm start answers from the sample articles in the terminal.",
  );
  return [`${opening}\n`, ...parts].join("\n");
}

const variablesOf = (section: Section) =>
  Object.entries(VARIABLES).filter(([, variable]) => variable.section === section);

const withoutBrackets = (unset: string): string => unset.replace(/^\((.*)\)$/, "$1");

const asCell = (unset: string): string => (unset.startsWith("(") ? withoutBrackets(unset) : `\`${unset}\``);

/** Wrapped, so that it fits an editor. */
function comment(text: string): string {
  return text.replace(/(.{1,110})(?:\s+|$)/g, "# $1\n").trimEnd();
}
