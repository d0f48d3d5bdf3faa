import type { BotDeps } from "./deps.ts";
import { pairedOwner } from "./pairing.ts";

type Deps = Pick<BotDeps, "access" | "state">;

/** OWNER_ID, else who paired. The store is read each time, so that what changes meanwhile need not wait for a restart. */
export function ownerOf({ access, state }: Deps): number | null {
  return access.ownerId ?? pairedOwner(state);
}

/** The owner everywhere; others where both they or their group are allowed: a person in private, a group as a whole. */
export function mayUse(userId: number, chat: { readonly id: number; readonly type: string }, deps: Deps): boolean {
  if (deps.access.allowedUsers === "everyone" || userId === ownerOf(deps)) return true;
  if (chat.type !== "private") return deps.state.allowedGroups().some(({ chatId }) => chatId === chat.id);
  return (
    deps.access.allowedUsers.includes(userId) || deps.state.allowedUsers().some((allowed) => allowed.userId === userId)
  );
}
