import { PRIVATE, type Rule, refused } from "./rule.ts";

const document = (when: string, params: object, answer: Rule["answer"], source = "#senddocument"): Rule => ({
  source,
  when,
  method: "sendDocument",
  params: { chat_id: PRIVATE, document: "file-1", ...params },
  answer,
});

/** Files that are known by their `file_id`; uploads are in files.test.ts. */
export const FILE_RULES: readonly Rule[] = [
  document("a file sent before", {}, "ok"),
  document("no file", { document: undefined }, refused("there is no document in the request")),
  document(
    "an unknown file",
    { document: "file 9" },
    refused("wrong remote file identifier specified: Wrong character in the string"),
    "tdlib/telegram-bot-api issue 467",
  ),
  document("a caption of 1,024 units", { caption: "c".repeat(1024) }, "ok"),
  document("a caption of 1,025", { caption: "c".repeat(1025) }, refused("message caption is too long")),
  document(
    "a caption with markup",
    { caption: "c", parse_mode: "HTML" },
    refused("unsupported parse_mode"),
    "ours: the bot has no use for markup",
  ),
  { source: "#getfile", when: "a file sent before", method: "getFile", params: { file_id: "file-1" }, answer: "ok" },
  {
    source: "tdlib/telegram-bot-api issue 490",
    when: "an unknown file",
    method: "getFile",
    params: { file_id: "file 9" },
    answer: refused("invalid file_id"),
  },
];
