import type { Additions } from "../../adding/additions.ts";
import type { StateStore } from "../../ports.ts";
import type { AddingButton } from "./buttons.ts";

type Undoing = AddingButton & { readonly kind: "undo-adding" };

/** Titles, as the news of them told. */
export interface Undone {
  readonly removed: readonly string[];
  /** Somebody sent it again since, so it is no longer this sending's to take back. */
  readonly sentAgain: readonly string[];
  /** Whether any file was still there; what was sent again is left out. */
  readonly outcome: "removed" | "gone";
}

/** Takes back what that sending added, and nothing that a later one brought. @throws AppError as `Additions.index` */
export async function undoAdding({ files, titles }: Undoing, additions: Additions, state: StateStore): Promise<Undone> {
  const isOwn = files.map(({ file, arrival }) => state.latestArrival(file) === arrival);
  const own = files.filter((_, index) => isOwn[index]).map(({ file }) => file);
  const outcome = own.length === 0 ? "gone" : await additions.remove(own);
  return {
    removed: titles.filter((_, index) => isOwn[index]),
    sentAgain: titles.filter((_, index) => isOwn[index] === false),
    outcome,
  };
}
