import type { Message, MessageEntity } from "grammy/types";

/** A message as a person sees it, in plain text: quotes behind a bar, links written out, buttons below. */
export function shownMessage(message: Message): string {
  const { document } = message;
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  return [
    ...(document === undefined ? [] : [`📎 ${document.file_name} (${document.file_size} bytes)`]),
    ...(text === "" ? [] : shownText(text, entities)),
    ...buttonRows(message),
  ].join("\n");
}

export function shownText(text: string, entities: readonly MessageEntity[]): string[] {
  let start = 0;
  return text.split("\n").flatMap((line) => {
    const end = start + line.length;
    const here = entities.filter(({ offset, length }) => offset < end && offset + length > start);
    start = end + 1;
    const isQuoted = here.some(({ type }) => type === "blockquote" || type === "expandable_blockquote");
    return [isQuoted ? `│ ${line}` : line, ...linksOf(here, text)];
  });
}

/** But for those of [n], which lead to where the source's own link leads. */
function linksOf(entities: readonly MessageEntity[], text: string): string[] {
  return entities.flatMap((entity) => {
    const label = text.slice(entity.offset, entity.offset + entity.length);
    return entity.type === "text_link" && !/^\[\d+\]$/.test(label) ? [`    ${entity.url}`] : [];
  });
}

export function buttonRows({ reply_markup }: Message): string[] {
  const rows = reply_markup?.inline_keyboard ?? [];
  return rows.map((row) => row.map(({ text }) => `[ ${text} ]`).join(" "));
}
