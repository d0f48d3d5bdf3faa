import type { Snapshot } from "../ports.ts";

export interface Lease {
  readonly snapshot: Snapshot;
  release(): void;
}

export interface SnapshotFollower {
  /** The newest snapshot, kept open until it is released. @throws AppError no-index, index-broken when there was none before */
  acquire(): Lease;
  close(): void;
}

interface Held {
  readonly snapshot: Snapshot;
  leases: number;
}

/**
 * Switches to a newly published snapshot between questions: whoever holds the old one keeps it until its release, so no
 * question is dropped. A new snapshot that cannot be opened leaves the old one in force.
 */
export function followSnapshots(pointer: () => string | null, open: () => Snapshot, onProblem: (error: unknown) => void): SnapshotFollower {
  let current: Held | null = null;
  let refused: string | null = null;

  const refresh = (): Held => {
    const id = pointer();
    if (current !== null && (id === null || id === current.snapshot.id || id === refused)) return current;
    try {
      const next: Held = { snapshot: open(), leases: 0 };
      if (current?.leases === 0) current.snapshot.close();
      current = next;
      return next;
    } catch (error) {
      if (current === null) throw error;
      refused = id;
      onProblem(error);
      return current;
    }
  };

  return {
    acquire() {
      const held = refresh();
      held.leases++;
      let released = false;
      return {
        snapshot: held.snapshot,
        release() {
          if (released) return;
          released = true;
          held.leases--;
          if (held.leases === 0 && held !== current) held.snapshot.close();
        },
      };
    },
    close() {
      if (current?.leases === 0) current.snapshot.close();
      current = null;
    },
  };
}
