import type { Message } from "grammy/types";
import type { World } from "./world.ts";

/** What a picked result of an inline query sends (#message, `via_bot`); undefined when the answer has no such article. */
export function pickedContent(world: World, queryId: string, resultId: string): Partial<Message> | undefined {
  const result = world.inlineQueries.answerOf(queryId)?.results.find(({ id }) => id === resultId);
  if (result?.type !== "article" || !("message_text" in result.input_message_content)) return undefined;
  const { message_text: text, entities = [] } = result.input_message_content;
  return {
    text,
    via_bot: world.me,
    ...(entities.length === 0 ? {} : { entities: [...entities] }),
    ...(result.reply_markup === undefined ? {} : { reply_markup: result.reply_markup }),
  };
}
