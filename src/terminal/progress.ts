import { Presets, SingleBar } from "cli-progress";

export interface Progress {
  update(done: number, total: number, note: string): void;
  finish(): void;
}

/** A bar with rate and time left where people look; silent where a program reads. */
export function createProgress(unit: string, stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { update: () => {}, finish: () => {} };
  const bar = new SingleBar(
    {
      format: `  {bar} {value}/{total} ${unit} · {rate}/s · {note} · {eta_formatted} left`,
      hideCursor: true,
      clearOnComplete: true,
      barsize: 28,
      fps: 10,
      stream,
    },
    Presets.shades_classic,
  );
  let startedAt = 0;
  return {
    update(done, total, note) {
      if (startedAt === 0) {
        startedAt = performance.now();
        bar.start(total, done, { rate: "…", note });
      }
      const seconds = (performance.now() - startedAt) / 1000;
      if (bar.getTotal() !== total) bar.setTotal(total);
      bar.update(done, { note, rate: seconds > 0.1 ? (done / seconds).toFixed(0) : "…" });
    },
    finish: () => bar.stop(),
  };
}
