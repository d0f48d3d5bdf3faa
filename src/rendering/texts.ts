import type { Language, Mark } from "../domain.ts";
import type { ErrorCode } from "../errors.ts";

/** Every sentence the product itself says, in both languages; the type makes the compiler compare the two. */
export interface Texts {
  readonly answerHeading: { readonly likely: string; readonly related: string };
  readonly otherLanguage: string;
  readonly addModel: string;
  readonly marks: Readonly<Record<Mark, string>>;
  readonly sources: string;
  readonly gap: (what: string) => string;
  readonly dropped: (count: number) => string;
  readonly cut: string;
  readonly nothingFound: string;
  readonly noClaimLeft: (count: number) => string;
  readonly searched: (articles: number, from: string | null, to: string | null) => string;
  readonly nearest: string;
  readonly paywall: string;
  readonly pictures: (count: number) => string;
  readonly undated: string;
  readonly separator: string;
  readonly summaryHeading: { readonly written: string; readonly extracted: string };
  readonly summaryNotFound: (about: string) => string;
  readonly start: (articles: number, from: string | null, to: string | null, model: string | null) => string;
  readonly help: string;
  readonly askForQuestion: string;
  readonly stranger: (id: number) => string;
  readonly newConversation: string;
  readonly sourceGone: string;
  readonly sendFile: string;
  readonly openOriginal: string;
  readonly textOnly: string;
  readonly errors: Readonly<Partial<Record<ErrorCode, string>>> & { readonly other: string };
  readonly commands: Readonly<Record<"ask" | "summary" | "new" | "help", string>>;
}

const zh: Texts = {
  answerHeading: { likely: "最相关的原文", related: "没有找到确切的答案，以下是最接近的原文" },
  otherLanguage: "原文是另一种语言，未经翻译。",
  addModel: "（设置聊天模型后可直接用中文作答，见 README。）",
  marks: { verbatim: "原文", checked: "核对", combined: "综合" },
  sources: "来源",
  gap: (what) => `文章中没有提到：${what}`,
  dropped: (count) => `${count} 条未通过核对，已略去。`,
  cut: "（回答中途中断，以上是已核对的部分。）",
  nothingFound: "这些文章里没有找到答案。",
  noClaimLeft: (count) => `模型给出的 ${count} 条说法都未通过核对，所以不作回答。`,
  searched: (articles, from, to) => `已查找 ${articles} 篇文章${period(from, to, "，", "至")}。`,
  nearest: "最接近的文章（不作为来源）：",
  paywall: "原文在付费墙处截断",
  pictures: (count) => `另有 ${count} 张图未读`,
  undated: "日期不明",
  separator: "，",
  summaryHeading: { written: "摘要", extracted: "要点（原文摘录）" },
  summaryNotFound: (about) => `没有找到与「${about}」相符的文章。可以试试标题里的词，或发送文章链接。`,
  start: (articles, from, to, model) =>
    `你好！我可以回答关于这 ${articles} 篇文章${period(from, to, "，", "至")}的问题，每一条都注明出处，可逐句核对。\n\n直接发送问题即可，例如：「嫦娥六号什么时候着陆的？」\n${model === null ? "目前未接入聊天模型：我会引用最相关的原文。" : `回答由 ${model} 撰写，逐条核对后才会显示。`}\n\n/help 查看全部用法`,
  help: "直接发送问题，或使用：\n/ask 问题 — 提问\n/summary 标题、链接或留空 — 一篇文章（默认最新）的要点\n/new — 开始新的对话\n/help — 显示本帮助\n\n标记的含义：\n原文 — 与被引句子逐字一致\n核对 — 所引句子存在，数字、单位、日期、人名、否定与推测语气都与之相符，内容相关\n综合 — 由多个句子合并而成，检查同上\n\n核对不能发现：因果颠倒、把上升说成下降；跨语言时核对较粗。请点 [n] 打开原文，或按数字按钮查看被引的句子。",
  askForQuestion: "请输入你的问题：",
  stranger: (id) => `你好！这个机器人目前只对受邀的人开放。你的 ID 是 ${id}，可以把它发给机器人的主人。`,
  newConversation: "好的，我们重新开始。",
  sourceGone: "这篇文章已不在索引中，无法再显示。",
  sendFile: "文章全文",
  openOriginal: "打开原文",
  textOnly: "我目前只读文字。请把问题写成文字发给我。",
  errors: {
    "no-index": "索引还没有建立，请机器人的主人先运行索引。",
    "index-broken": "索引文件损坏，请机器人的主人重新建立索引。",
    "index-model": "索引与当前的嵌入模型不一致，请机器人的主人重新建立索引。",
    "model-auth": "模型服务拒绝了访问，请机器人的主人检查密钥。",
    "model-missing": "没有找到所设置的模型，请机器人的主人检查设置。",
    "model-rate-limit": "模型服务现在太忙，或额度已用完。请稍后再试。",
    "model-unreachable": "模型服务没有响应。请稍后再试。",
    "model-cut": "模型的回答中途断开了。请再试一次。",
    "model-answer": "模型服务没有接受这个请求。请机器人的主人检查设置。",
    other: "抱歉，出了点问题，已经记录下来。请再试一次。",
  },
  commands: { ask: "提问", summary: "一篇文章的要点", new: "开始新的对话", help: "使用帮助" },
};

const en: Texts = {
  answerHeading: { likely: "Closest passages", related: "No definite answer was found; these passages come nearest" },
  otherLanguage: "The articles are in another language and are quoted untranslated.",
  addModel: "(With a chat model set, answers are written in English; see the README.)",
  marks: { verbatim: "verbatim", checked: "checked", combined: "combined" },
  sources: "Sources",
  gap: (what) => `Not in the articles: ${what}`,
  dropped: (count) =>
    count === 1
      ? "1 claim failed its check and was left out."
      : `${count} claims failed their checks and were left out.`,
  cut: "(The answer broke off; the above is what was checked by then.)",
  nothingFound: "The articles do not say.",
  noClaimLeft: (count) =>
    count === 1
      ? "The model's one claim failed its check, so there is no answer."
      : `All ${count} claims of the model failed their checks, so there is no answer.`,
  searched: (articles, from, to) =>
    `Searched ${articles} ${articles === 1 ? "article" : "articles"}${period(from, to, ", ", " to ")}.`,
  nearest: "Nearest articles (not sources):",
  paywall: "the article is cut off by a paywall",
  pictures: (count) => (count === 1 ? "1 picture was not read" : `${count} pictures were not read`),
  undated: "undated",
  separator: "; ",
  summaryHeading: { written: "Summary", extracted: "Main points (the article's own sentences)" },
  summaryNotFound: (about) => `No article fits “${about}”. Try words of its title, or send its link.`,
  start: (articles, from, to, model) =>
    `Hello! Ask me about these ${articles} articles${period(from, to, ", ", " to ")}. Every statement carries a citation that you can check.\n\nJust send a question, for example: “When did smallpox end?”\n${model === null ? "No chat model is connected: I quote the closest passages." : `Answers are written by ${model} and shown only once checked.`}\n\n/help shows everything`,
  help: "Send a question, or use:\n/ask question — ask\n/summary title words, link or nothing — main points of one article (the newest by default)\n/new — start a new conversation\n/help — this text\n\nThe marks:\nverbatim — word for word the cited sentence\nchecked — the cited sentence exists, figures, units, dates, names, negations and hedges agree with it, it speaks of the same matter\ncombined — joins several sentences, checked the same way\n\nWhat the checks cannot see: cause and effect swapped, a rise told as a fall; across languages they are coarser. Open [n], or press a number to read the cited sentence.",
  askForQuestion: "What would you like to ask?",
  stranger: (id) =>
    `Hello! This bot is open to invited people only. Your id is ${id}; you can send it to the bot's owner.`,
  newConversation: "All right, a fresh start.",
  sourceGone: "This article is no longer in the index.",
  sendFile: "Whole article",
  openOriginal: "Open original",
  textOnly: "I read text only. Please send your question as text.",
  errors: {
    "no-index": "There is no index yet. The bot's owner has to run the indexing first.",
    "index-broken": "The index is damaged. The bot's owner has to make it anew.",
    "index-model": "The index belongs to another embedding model. The bot's owner has to make it anew.",
    "model-auth": "The model server refused access. The bot's owner has to check the key.",
    "model-missing": "The configured model was not found. The bot's owner has to check the settings.",
    "model-rate-limit": "The model server is too busy, or its credit is used up. Please try again later.",
    "model-unreachable": "The model server does not answer. Please try again later.",
    "model-cut": "The model's answer broke off. Please try again.",
    "model-answer": "The model server did not accept the request. The bot's owner has to check the settings.",
    other: "Sorry, something went wrong. It has been noted; please try again.",
  },
  commands: {
    ask: "Ask a question",
    summary: "Main points of an article",
    new: "Start a new conversation",
    help: "How to use this bot",
  },
};

const TEXTS: Readonly<Record<Language, Texts>> = { zh, en };

export function textsFor(language: Language): Texts {
  return TEXTS[language];
}

function period(from: string | null, to: string | null, before: string, between: string): string {
  return from === null || to === null ? "" : `${before}${from}${between}${to}`;
}
