/** Tests of several calls, by file and title; each with the methods that it plays, or with what else it shows. */
export interface Story {
  readonly on: readonly string[];
  readonly file: string;
  readonly title: string;
}

const stories = (file: string, entries: readonly (readonly [on: string, title: string])[]): readonly Story[] =>
  entries.map(([on, title]) => ({ on: on.split(", "), file, title }));

export const STORIES: readonly Story[] = [
  ...stories("updates.test.ts", [
    ["getUpdates", "repeats updates until an offset confirms them, `limit` at a time"],
    ["getUpdates", "waits for an update, and gives none after the time-out"],
    ["getUpdates", "ends the older of two pollers with 409"],
    ["getUpdates", "loses nothing when a poller hangs up"],
    ["getUpdates", "queues only the kinds asked for, and remembers them"],
    ["setWebhook, getUpdates", "posts updates with the secret, in order, and stops polling"],
    ["setWebhook, getUpdates", "ends a running poll with 409, in words of its own"],
    ["setWebhook, getWebhookInfo", "repeats an update until it is taken, and keeps the order of its chat"],
    ["setWebhook", "gives an update up after its tries"],
    ["deleteWebhook", "gives what is left to polling after deleteWebhook"],
    ["deleteWebhook", "drops pending updates when told to"],
  ]),
  ...stories("files.test.ts", [
    ["getFile, sendDocument", "has the published sizes (#getfile, #sending-files)"],
    ["sendDocument", "keeps what the bot uploads, and sends it again by file_id (#sending-files)"],
    ["editMessageText", "of the bot have no text to edit (#editmessagetext)"],
    ["getFile", "gives the bot what a person sends (#getfile)"],
    ["getFile, sendDocument", "refuses sizes over the limits (#getfile, #sending-files)"],
    ["sendDocument", "takes or refuses %s (#senddocument)"],
  ]),
  ...stories("keeping.test.ts", [
    ["editMessageText, editMessageReplyMarkup, deleteMessage", "are neither changed nor deleted after 48 hours"],
    ["setMyCommands, getMyCommands, deleteMyCommands", "are kept apart by language and scope"],
  ]),
  ...stories("queries.test.ts", [
    ["answerCallbackQuery", "take one answer"],
    ["answerCallbackQuery, answerInlineQuery", "take no answer when they waited too long: %s over %d ms"],
    ["answerInlineQuery", "typed inline keep for how long, for whom and with which button they were answered"],
    ["answerInlineQuery", "typed inline send what was picked, in the person's name and through the bot"],
  ]),
  ...stories("mending.test.ts", [
    ["sendMessage", "is noted as a mistake all the same: %s"],
    ["sendMessage", "trims the text and moves its entities along"],
  ]),
  ...stories("entities.test.ts", [
    ["sendMessage, editMessageText, sendMessageDraft, sendDocument", "take every span between whole symbols"],
    [
      "sendMessage, editMessageText, sendMessageDraft, sendDocument",
      "refuse exactly those that split a symbol or leave the text",
    ],
    ["sendMessage", "keep the same words when a text is cut"],
  ]),
  ...stories("http.test.ts", [
    ["HTTP", "by %s"],
    ["HTTP", "refuses %s"],
    ["HTTP", "answers %s with its code"],
    ["histories", "numbers messages within a chat only"],
    ["histories", "notes every call with its parameters and its answer"],
  ]),
  ...stories("faults.test.ts", [
    ["faults", "answers with %j, once, and without effect"],
    ["faults", "drops the connection %s the call took effect"],
    ["faults", "hits as many calls as told, of that method and with those parameters"],
    ["faults", "tells retry_after in a header too"],
    ["faults", "delays a call that then works, while others pass it"],
    ["faults", "answers 403 in chat %d once the bot is shut out"],
    ["sendMessage", "answers 403 to who never wrote to the bot itself, but is met in a group"],
    ["rates", "are 1 message a second to a chat, and others do not wait for it"],
    ["rates", "are 20 a minute to a group"],
    ["rates", "are 30 a second over all"],
  ]),
  ...stories("people.test.ts", [
    ["people", "marks %j"],
    ["people", "marks only what is in the text"],
    ["people", "come as updates with all that a client adds"],
    ["people", "reaches the bot in a group by privacy mode's rules (bots/features#privacy-mode)"],
    ["people", "tell the bot who added it"],
    ["people", "become supergroups under another id, and leave the old one behind"],
    ["people", "hide who writes as %s"],
    ["people", "can be pressed when they are there"],
    ["sendMessageDraft", "are kept in all their states and end with the message"],
    ["sendMessageDraft", "can be stopped once, within 30 seconds, when they allow it"],
    ["waiting", "ends with the first thing that fits"],
    ["waiting", "says what was called when nothing fits"],
    ["waiting", "passes on what the look throws"],
  ]),
  ...stories("grammy.test.ts", [
    ["grammY at apiRoot", "talks by long polling: command, draft, edit, button, file"],
    ["grammY at apiRoot", "handles each update once"],
    ["grammY at apiRoot", "gets errors as grammY knows them"],
    ["grammY at apiRoot", "is stopped by a web-hook that is set elsewhere"],
    ["grammY at apiRoot", "is served by web-hook"],
  ]),
];
