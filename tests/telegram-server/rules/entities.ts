import { bold, type Rule, refused, text } from "./rule.ts";

const entity = (when: string, params: object, answer: Rule["answer"]): Rule => ({
  source: "#messageentity",
  when,
  method: "sendMessage",
  params: text(params),
  answer,
});
const wrongUrl = "Bad Request: entity URL 'not-a-url' is invalid: Wrong HTTP URL";

/** Bounds and kinds of entities. */
export const ENTITY_RULES: readonly Rule[] = [
  entity("up to the end", bold(0, 5), "ok"),
  entity("begins after the end", bold(100, 1), refused("entity begins after the end of the text at UTF-16 offset 100")),
  entity(
    "ends after the end",
    bold(0, 6),
    refused("entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 6"),
  ),
  entity("begins before the text", bold(-1, 1), refused("receive an entity with incorrect offset -1")),
  entity("a negative length", bold(0, -1), refused("receive an entity with incorrect length -1")),
  entity("around a surrogate pair", { text: "a😀b", ...bold(1, 2) }, "ok"),
  entity(
    "begins inside a surrogate pair",
    { text: "a😀b", ...bold(2, 1) },
    refused("entity begins in a middle of a UTF-16 symbol at byte offset 5"),
  ),
  entity(
    "ends inside a surrogate pair",
    { text: "a😀b", ...bold(0, 2) },
    refused("entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 5"),
  ),
  entity(
    "unknown type",
    { entities: [{ type: "loud", offset: 0, length: 1 }] },
    refused("can't parse MessageEntity: Unsupported type specified"),
  ),
  entity("a link", { entities: [{ type: "text_link", offset: 0, length: 5, url: "https://example.org/a" }] }, "ok"),
  entity(
    "a link without url",
    { entities: [{ type: "text_link", offset: 0, length: 5 }] },
    refused("can't parse MessageEntity: Can't find field \"url\""),
  ),
  entity("a link without host", { entities: [{ type: "text_link", offset: 0, length: 5, url: "not-a-url" }] }, [
    400,
    wrongUrl,
  ]),
  entity(
    "100 of them",
    { text: "a".repeat(200), entities: Array.from({ length: 100 }, (_, at) => bold(at * 2, 1).entities[0]) },
    "ok",
  ),
];
