import { createProgress, type Progress } from "./progress.ts";

const MB = 1_000_000;
/** Smaller files are there at once. */
const LEAST_BYTES = 5 * MB;

/** Shows the download of each large file, of which the sizes come in bytes. */
export function downloadProgress(stream: NodeJS.WriteStream): (file: string, loaded: number, total: number) => void {
  const bars = new Map<string, Progress>();
  return (file, loaded, total) => {
    if (total < LEAST_BYTES) return;
    const bar = bars.get(file) ?? createProgress("MB", stream);
    bars.set(file, bar);
    bar.update(Math.round(loaded / MB), Math.round(total / MB), file);
    if (loaded >= total) bar.finish();
  };
}
