import { CHAT_RULES } from "./chats.ts";
import { DRAFT_RULES } from "./drafts.ts";
import { EDIT_RULES } from "./edits.ts";
import { ENTITY_RULES } from "./entities.ts";
import { FILE_RULES } from "./files.ts";
import { KEYBOARD_RULES } from "./keyboards.ts";
import { COMMAND_LIST_RULES, PROFILE_RULES, SCOPE_RULES } from "./profile.ts";
import { INLINE_BUTTON_RULES, INLINE_MESSAGE_RULES, INLINE_RULES, PRESS_RULES } from "./queries.ts";
import { REPLY_RULES } from "./replies.ts";
import type { Rule } from "./rule.ts";
import { TEXT_RULES } from "./texts.ts";
import { UPDATE_RULES } from "./updates.ts";

/** Every rule that one call can show; those that take several are tests of their own (stories.ts). */
export const RULES: readonly Rule[] = [
  ...UPDATE_RULES,
  ...PROFILE_RULES,
  ...SCOPE_RULES,
  ...COMMAND_LIST_RULES,
  ...TEXT_RULES,
  ...ENTITY_RULES,
  ...KEYBOARD_RULES,
  ...REPLY_RULES,
  ...CHAT_RULES,
  ...EDIT_RULES,
  ...DRAFT_RULES,
  ...FILE_RULES,
  ...PRESS_RULES,
  ...INLINE_RULES,
  ...INLINE_MESSAGE_RULES,
  ...INLINE_BUTTON_RULES,
];
