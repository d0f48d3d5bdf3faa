import type { Additions } from "../adding/additions.ts";
import type { Library } from "../library/library.ts";
import type { Clock, Logger, StateStore } from "../ports.ts";

/** What the bot needs of the rest; wiring joins it to the pipeline. */
export interface BotDeps {
  readonly library: Library;
  /** Absent if nothing can be added. */
  readonly additions?: Additions | undefined;
  readonly state: StateStore;
  readonly clock: Clock;
  readonly logger: Logger;
  /** In which times of day are meant; Asia/Shanghai when left out. */
  readonly timeZone?: string | undefined;
  readonly access: { readonly ownerId: number | null; readonly allowedUsers: readonly number[] | "everyone" };
}
