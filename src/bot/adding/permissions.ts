import type { BotDeps } from "../deps.ts";
import { ownerOf } from "../permissions.ts";

/** Whoever is named may add. Where everyone, or a whole group, may ask, strangers may not also choose what answers rest on. */
export function mayAdd(userId: number, deps: BotDeps): boolean {
  if (isOwner(userId, deps)) return true;
  const verdict = deps.state.permission(userId);
  if (verdict !== null) return verdict === "allowed";
  const { allowedUsers } = deps.access;
  return allowedUsers !== "everyone" && allowedUsers.includes(userId);
}

export const isOwner = (userId: number, deps: BotDeps): boolean => userId === ownerOf(deps);
