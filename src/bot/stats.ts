import type { IndexFacts } from "../library/library.ts";
import type { StateStore } from "../ports.ts";
import type { Stats } from "../rendering/stats.ts";

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

/** Days are UTC's, as everywhere. */
export function statsOf(
  state: StateStore,
  now: Date,
  index: IndexFacts | null,
  { chatModel, judgeModel, judgeExam }: Pick<Stats, "chatModel" | "judgeModel" | "judgeExam">,
): Stats {
  const dayBefore = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10);
  return {
    today: state.outcomes(dayBefore(0)),
    week: state.outcomes(dayBefore(WEEK_DAYS - 1)),
    all: state.outcomes(null),
    votes: state.voteCounts(),
    index,
    chatModel,
    judgeModel,
    judgeExam,
  };
}
