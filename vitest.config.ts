import path from "node:path";
import { defineConfig } from "vitest/config";

/** Node keeps what it made of the sources here, for the many programs that tests start (tests/support/programs.ts). */
const NODE_COMPILE_CACHE = path.join(import.meta.dirname, "node_modules", ".cache", "node");

export default defineConfig({
  test: {
    env: { NODE_COMPILE_CACHE },
    // Vitest leaves one core to itself, which halves a machine of two; it needs next to none of it.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          name: "fast",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/**/*.long.test.ts"],
          // A worker takes file after file, so that it loads the sources once. No test changes what others see.
          isolate: false,
          unstubEnvs: true,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: "long", include: ["tests/**/*.long.test.ts"], testTimeout: 900_000, hookTimeout: 900_000 },
      },
    ],
  },
});
