import type { MessageOrigin } from "grammy/types";
import { z } from "zod";
import type { StateStore } from "../../ports.ts";

export const keptFile = z.object({ file: z.string(), state: z.enum(["new", "there"]) });
/** Number of the sending that brought a file; buttons of earlier programs know none. */
const arrival = z.number().nullable().default(null);
const labelled = z.object({ label: z.string(), file: keptFile, arrival });
const undoable = z.preprocess(
  (value) => (typeof value === "string" ? { file: value } : value),
  z.object({ file: z.string(), arrival }),
);

const post = z.object({ text: z.string(), origin: z.custom<MessageOrigin>(), pictures: z.enum(["one", "none"]) });

/** What stands behind a button of this feature; read back after a restart, so it is checked like anything from outside. */
const AddingButton = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("undo-adding"), files: z.array(undoable), titles: z.array(z.string()), by: z.number() }),
  z.object({ kind: z.literal("index-added"), kept: z.array(labelled), by: z.number() }),
  z.object({ kind: z.literal("ask-suggested"), question: z.string() }),
  z.object({ kind: z.literal("keep-posts"), posts: z.array(post) }),
]);
export type AddingButton = z.infer<typeof AddingButton>;

export function keepAddingButton(button: AddingButton, chatId: number, state: StateStore): string {
  return state.keepButton(String(chatId), button);
}

/** null when the button is another feature's, of another chat, or unknown. */
export function readAddingButton(key: string, chatId: number, state: StateStore): AddingButton | null {
  const parsed = AddingButton.safeParse(state.button(String(chatId), key));
  return parsed.success ? parsed.data : null;
}
