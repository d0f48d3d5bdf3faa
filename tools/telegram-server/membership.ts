import { addMessage, type ChatType } from "./chats.ts";
import { chatOf, openFor, PERSON_ID, personOf, tellBot } from "./sending.ts";
import { nowSeconds, type World } from "./world.ts";

/** How people let the bot into their chats, and out of them. */
export class Membership {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** A person blocks the bot, or a group throws it out: every method that writes there answers 403. */
  block(chatId: number): void {
    const state = chatOf(this.#world, chatId);
    const isPrivate = state.chat.type === "private";
    state.access = isPrivate ? "blocked" : "left";
    state.liveDraft = null;
    const user = this.#world.me;
    const [from = personOf(PERSON_ID, undefined)] = state.members.values();
    tellBot(this.#world, {
      my_chat_member: {
        chat: state.chat,
        from,
        date: nowSeconds(this.#world),
        old_chat_member: { status: "member", user },
        new_chat_member: isPrivate ? { status: "kicked", user, until_date: 0 } : { status: "left", user },
      },
    });
  }

  /** A person adds the bot to a group, which may be new (#update, `my_chat_member`). */
  addBot(chatId: number, from: number = PERSON_ID, chatType: ChatType = "supergroup"): void {
    const user = personOf(from, undefined);
    const state = openFor(this.#world, user, { chat: chatId, chatType });
    const { me } = this.#world;
    tellBot(this.#world, {
      my_chat_member: {
        chat: state.chat,
        from: user,
        date: nowSeconds(this.#world),
        old_chat_member: { status: "left", user: me },
        new_chat_member: { status: "member", user: me },
      },
    });
  }

  /** A group becomes a supergroup: a notice in each of the two (#message, `migrate_to_chat_id`). */
  upgradeGroup(chatId: number, newId: number): void {
    const old = chatOf(this.#world, chatId);
    const [user = personOf(PERSON_ID, undefined)] = old.members.values();
    const state = openFor(this.#world, user, { chat: newId, chatType: "supergroup" });
    const date = nowSeconds(this.#world);
    tellBot(this.#world, { message: addMessage(old, user, { date, migrate_to_chat_id: newId }) });
    tellBot(this.#world, { message: addMessage(state, user, { date, migrate_from_chat_id: chatId }) });
    old.access = "left";
  }
}
