/** One environment variable, as docs/configuration.md and .env.example explain it. */
interface Described {
  readonly section: Section;
  /** What it sets: one or two sentences. */
  readonly what: string;
  /** What holds while it is unset: a value that could be set to the same effect, or words in brackets. */
  readonly unset: string;
}

export type Section = "telegram" | "articles" | "proxies" | "chat" | "judge" | "embeddings";

/** Every variable that is read. `npm run docs:configuration` writes the documents from this table. */
export const VARIABLES = {
  TELEGRAM_BOT_TOKEN: {
    section: "telegram",
    what: "Token of your bot, from @BotFather.",
    unset: "(the bot is off; npm start opens a conversation in the terminal)",
  },
  TELEGRAM_API_ROOT: {
    section: "telegram",
    what: "Address of the Bot API server, if you host your own. With --local, its files must be readable here under the same path.",
    unset: "https://api.telegram.org",
  },
  OWNER_ID: {
    section: "telegram",
    what: "Your numeric Telegram id.",
    unset: "(the first person who sends the bot the pairing code that npm start prints)",
  },
  ALLOWED_USERS: {
    section: "telegram",
    what: "Numeric ids of people who may use the bot, separated by commas. * lets everyone in, at your model's cost.",
    unset: "(nobody but the owner and those allowed with /allow)",
  },
  CORPUS_DIR: {
    section: "articles",
    what: "Folder of your articles.",
    unset: "(the folder of the last index; corpus/articles if there is none)",
  },
  DATA_DIR: {
    section: "articles",
    what: "Folder for everything Footnote writes: the index, its state, and articles added in Telegram.",
    unset: ".footnote",
  },
  FETCH_LINKS: {
    section: "articles",
    what: "Set to on to open a message that is only a link and add the page. Public web pages only, and never through a proxy.",
    unset: "off",
  },
  TIME_ZONE: {
    section: "articles",
    what: 'Time zone for "today" and "last week" in a question.',
    unset: "Asia/Shanghai",
  },
  HTTPS_PROXY: {
    section: "proxies",
    what: "Proxy for https:// addresses, including Telegram: http://, https:// or socks5://[user:password@]host:port.",
    unset: "(ALL_PROXY, else no proxy)",
  },
  HTTP_PROXY: {
    section: "proxies",
    what: "Proxy for http:// addresses.",
    unset: "(ALL_PROXY, else no proxy)",
  },
  ALL_PROXY: {
    section: "proxies",
    what: "Proxy for both kinds of address, where the variable above is not set.",
    unset: "(no proxy)",
  },
  NO_PROXY: {
    section: "proxies",
    what: "Hosts (with their subdomains), addresses and networks to reach without a proxy, separated by commas. * means all.",
    unset: "(only this machine is reached directly)",
  },
  OPENAI_API_KEY: {
    section: "chat",
    what: "Key for the model server.",
    unset: "(no key is sent)",
  },
  OPENAI_BASE_URL: {
    section: "chat",
    what: "Address of the model server, for example http://localhost:11434/v1 for Ollama.",
    unset: "(OpenAI's own server, if there is a key)",
  },
  CHAT_MODEL: {
    section: "chat",
    what: "Model that writes the answers.",
    unset: "gpt-5.4-mini",
  },
  CHAT_TIMEOUT_MS: {
    section: "chat",
    what: "Longest time for a whole answer, in milliseconds.",
    unset: "120000",
  },
  CHAT_IDLE_TIMEOUT_MS: {
    section: "chat",
    what: "Longest silence while an answer arrives, in milliseconds. It also covers the wait for the first word, so a small machine that reads the prompt slowly may need 120000.",
    unset: "30000",
  },
  CHAT_MAX_TOKENS: {
    section: "chat",
    what: "Most tokens in one reply, at least 100. Many servers count a model's thinking too, so models that think for long may need 8000 or more. A reply that ends here before it says anything is requested once more with four times as many.",
    unset: "1200",
  },
  JUDGE: {
    section: "judge",
    what: "Who reads each written claim for meaning. on: a chat model. local: an entailment model on this machine. off: nobody.",
    unset: "(on when a chat model is set)",
  },
  JUDGE_BASE_URL: {
    section: "judge",
    what: "Address of another server for the judge.",
    unset: "(OPENAI_BASE_URL)",
  },
  JUDGE_API_KEY: {
    section: "judge",
    what: "Key for the judge's server. The chat model's key is never sent to another server.",
    unset: "(OPENAI_API_KEY on the chat model's server, no key elsewhere)",
  },
  JUDGE_MODEL: {
    section: "judge",
    what: "Model that reads the claims.",
    unset: "(CHAT_MODEL)",
  },
  JUDGE_LOCAL_MODEL: {
    section: "judge",
    what: "For JUDGE=local: a model name on Hugging Face, or a folder.",
    unset: "Xenova/mDeBERTa-v3-base-xnli-multilingual-nli-2mil7",
  },
  JUDGE_TIMEOUT_MS: {
    section: "judge",
    what: "Longest wait for one call to the judge, in milliseconds. After that, claims keep the mark of the rules. A server that handles one request at a time starts reading only after the answer is written, so allow for that.",
    unset: "30000",
  },
  EMBEDDING_BASE_URL: {
    section: "embeddings",
    what: "Address of an embedding server.",
    unset: "(OPENAI_BASE_URL)",
  },
  EMBEDDING_API_KEY: {
    section: "embeddings",
    what: "Key for that server.",
    unset: "(OPENAI_API_KEY)",
  },
  EMBEDDING_MODEL: {
    section: "embeddings",
    what: "Model for passages.",
    unset: "(text-embedding-3-small if EMBEDDING_BASE_URL is set)",
  },
  EMBEDDING_QUERY_MODEL: {
    section: "embeddings",
    what: "Model for questions, if the server has a separate one.",
    unset: "(EMBEDDING_MODEL)",
  },
  EMBEDDING_DIMENSIONS: {
    section: "embeddings",
    what: "Vector length to request. Set it only if the model supports it.",
    unset: "(not sent)",
  },
  EMBEDDING_TIMEOUT_MS: {
    section: "embeddings",
    what: "Longest time for one request, in milliseconds.",
    unset: "60000",
  },
} as const satisfies Readonly<Record<string, Described>>;

export type Variable = keyof typeof VARIABLES;
