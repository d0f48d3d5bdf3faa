import { GROUP, PRIVATE, type Rule, refused } from "./rule.ts";

const draft = (when: string, params: object, answer: Rule["answer"]): Rule => ({
  source: "#sendmessagedraft",
  when,
  method: "sendMessageDraft",
  params: { chat_id: PRIVATE, draft_id: 5, text: "so far", ...params },
  answer,
});

/** Previews of an answer that is being written. */
export const DRAFT_RULES: readonly Rule[] = [
  draft("in a private chat", {}, "ok"),
  draft("an empty one shows that the bot thinks", { text: "" }, "ok"),
  draft("in a group", { chat_id: GROUP }, refused("TEXTDRAFT_PEER_INVALID")),
  draft("draft_id 0", { draft_id: 0 }, refused("RANDOM_ID_INVALID")),
  draft("no draft_id", { draft_id: undefined }, refused("RANDOM_ID_INVALID")),
  draft(
    "an entity outside the text",
    { entities: [{ type: "bold", offset: 0, length: 9 }] },
    refused("entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9"),
  ),
  draft("4,096 units", { text: "a".repeat(4096) }, "ok"),
  draft("4,097 units", { text: "a".repeat(4097) }, refused("message is too long")),
];
