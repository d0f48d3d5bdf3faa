import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser of this machine: CHROMIUM, else the usual places; null where there is none. */
export function findChromium(): string | null {
  const named = process.env["CHROMIUM"] ?? "";
  return [named, ...PLACES].find((file) => file !== "" && existsSync(file)) ?? null;
}

export function launchChromium(executablePath: string): Promise<Browser> {
  // Chromium refuses its sandbox to root, which is who runs in containers.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath, args });
}
