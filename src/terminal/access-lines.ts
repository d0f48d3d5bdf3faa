import type { BotDeps } from "../bot/deps.ts";
import { issueCode } from "../bot/pairing.ts";
import { ownerOf } from "../bot/permissions.ts";

/** What the terminal, or the journal, says at the start; makes a pairing code while the bot has no owner. */
export async function accessLines(
  deps: Pick<BotDeps, "access" | "state" | "clock">,
  username: string,
): Promise<readonly string[]> {
  const { access, state, clock } = deps;
  const owner = ownerOf(deps);
  if (owner === null) return [...namedIn(access), ...pairingLines(await issueCode(state, clock), username)];
  return [`Its owner is ${owner}.`, ...namedIn(access), ...allowedIn(state)];
}

/** How to become owner with a code; the link is there where the bot's name is known. */
export function pairingLines(code: string, username: string | null): readonly string[] {
  return [
    `To become the bot's owner, send it this code in a private chat within an hour: ${code}`,
    ...(username === null ? [] : [`or open https://t.me/${username}?start=${code} and press Start.`]),
    "The code works once; npm run pair prints a new one, which voids this one.",
  ];
}

function namedIn({ allowedUsers }: BotDeps["access"]): readonly string[] {
  if (allowedUsers === "everyone") return ["Everyone may use it, at your model's cost (ALLOWED_USERS=*)."];
  return allowedUsers.length === 0 ? [] : [`ALLOWED_USERS lets in ${allowedUsers.join(", ")}.`];
}

function allowedIn(state: BotDeps["state"]): readonly string[] {
  const allowed = state.permissions().filter(({ verdict }) => verdict === "allowed");
  const groups = allowed.filter(({ id }) => id < 0).length;
  if (allowed.length === 0) return ["Send it /allow to let others in."];
  return [`The owner has let in people: ${allowed.length - groups}, groups: ${groups}.`];
}
