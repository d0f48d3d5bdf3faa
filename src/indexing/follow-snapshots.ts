import { AppError } from "../errors.ts";
import type { Snapshot } from "../ports.ts";

const LOOK_EVERY_MS = 1_000;

export interface Lease {
  readonly snapshot: Snapshot;
  /** May be called more than once. */
  release(): void;
}

export interface SnapshotFollower {
  /** The newest snapshot, kept open until it is released. @throws AppError no-index, index-broken when there was none before */
  acquire(): Lease;
  /** The next `acquire` looks, however lately another one did. */
  refresh(): void;
  /** A snapshot that is still held closes with its last release. */
  close(): void;
}

interface Held {
  readonly snapshot: Snapshot;
  leases: number;
}

/**
 * Switches to a newly published snapshot between questions: whoever holds the old one keeps it until its release, so no
 * question is dropped. A new snapshot that cannot be opened is told once and leaves the old one in force. `pointer` is
 * read once a second at most.
 */
export function followSnapshots(
  pointer: () => string | null,
  open: () => Snapshot,
  onProblem: (error: unknown) => void,
  nowMs: () => number = () => performance.now(),
): SnapshotFollower {
  let current: Held | null = null;
  let refused: string | null = null;
  let lookedAtMs = Number.NEGATIVE_INFINITY;
  let state: "open" | "closed" = "open";

  const newest = (): Held => {
    current ??= { snapshot: open(), leases: 0 };
    if (nowMs() - lookedAtMs < LOOK_EVERY_MS) return current;
    lookedAtMs = nowMs();
    const id = pointer();
    return id === null || id === current.snapshot.id || id === refused ? current : switchFrom(current, id);
  };

  const switchFrom = (old: Held, id: string): Held => {
    try {
      current = { snapshot: open(), leases: 0 };
    } catch (error) {
      refused = id;
      onProblem(error);
      return old;
    }
    if (old.leases === 0) old.snapshot.close();
    return current;
  };

  const release = (held: Held) => {
    held.leases--;
    if (held.leases === 0 && held !== current) held.snapshot.close();
  };

  return {
    acquire() {
      if (state === "closed")
        throw new AppError("no-index", "The index is closed because the program is stopping. Ask again later.");
      const held = newest();
      held.leases++;
      let releaseOnce = () => release(held);
      return {
        snapshot: held.snapshot,
        release() {
          releaseOnce();
          releaseOnce = () => {};
        },
      };
    },
    refresh() {
      lookedAtMs = Number.NEGATIVE_INFINITY;
    },
    close() {
      state = "closed";
      const last = current;
      current = null;
      if (last?.leases === 0) last.snapshot.close();
    },
  };
}
