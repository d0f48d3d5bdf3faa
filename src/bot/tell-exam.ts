import type { Api } from "grammy";
import type { ExamResult } from "../domain.ts";
import { sayIn } from "../rendering/say.ts";
import type { BotDeps } from "./deps.ts";
import { ownerOf } from "./permissions.ts";
import { tell } from "./tell.ts";

/** Tells the owner about a judge that failed its exam; without an owner it goes to the log. */
export async function tellExam(
  api: Api,
  judge: string,
  { passed, right, asked }: ExamResult,
  deps: Pick<BotDeps, "access" | "state" | "logger">,
): Promise<void> {
  const figures = { judge, right, asked };
  if (passed) return deps.logger.info("the judge passed its exam", figures);
  deps.logger.warn("the judge failed its exam; no claim is marked as checked", figures);
  const owner = ownerOf(deps);
  if (owner === null) return;
  const say = sayIn(deps.state.language(owner) ?? "en");
  await tell(api, owner, { text: say("exam-failed", figures) });
}
