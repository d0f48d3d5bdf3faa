import type { BotDeps } from "../deps.ts";
import { ownerOf } from "../who.ts";

/** Whoever is named may add. Where everyone, or a whole group, may ask, strangers may not also choose what answers rest on. */
export function mayAdd(userId: number, deps: BotDeps): boolean {
  const { allowedUsers } = deps.access;
  if (isOwner(userId, deps)) return true;
  if (allowedUsers !== "everyone" && allowedUsers.includes(userId)) return true;
  return deps.state.allowedUsers().some((user) => user.userId === userId);
}

export const isOwner = (userId: number, deps: BotDeps): boolean => userId === ownerOf(deps);
