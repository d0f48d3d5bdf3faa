import { AppError } from "../errors.ts";
import type { StoredVote } from "../ports.ts";
import { oneLine } from "../text/shorten.ts";

/** A line a vote: its number, day, vote, reason and question. */
export function feedbackTable(votes: readonly StoredVote[]): string {
  if (votes.length === 0) return "Nobody has voted so far.\n";
  const lines = votes.map(({ id, at, vote, reply: { reply } }) => {
    const reason = vote.kind === "down" ? (vote.reason ?? "-") : "-";
    const question = oneLine(reply.question);
    return `${String(id).padStart(5)}  ${at.slice(0, 10)}  ${vote.kind.padEnd(4)}  ${reason.padEnd(11)}  ${reply.kind.padEnd(9)}  ${question}`;
  });
  return `${["   id  day         vote  reason       answer     question", ...lines].join("\n")}\n`;
}

/** In the order of the numbers, such as `12,15`. @throws AppError usage, naming those that no vote has */
export function chosen(votes: readonly StoredVote[], numbers: string): StoredVote[] {
  const wanted = numbers.split(",").map((number) => number.trim());
  const byId = new Map(votes.map((vote) => [String(vote.id), vote]));
  const missing = wanted.filter((number) => !byId.has(number));
  if (missing.length > 0)
    throw new AppError("usage", `No vote has the number ${missing.join(", ")}. npm run feedback lists them.`);
  return wanted.flatMap((number) => byId.get(number) ?? []);
}
